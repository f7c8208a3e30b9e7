# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lists begin with: a data grid with one row, several answers with those that the form gives."""

from dataclasses import dataclass, field, replace

from core.forms.planting import Planting

NOWHERE = -1
"""What a list lies in that lies in no other list."""


@dataclass(slots=True)
class Beginnings:
    """The instances that lists begin with, by the list around them: each of its instances begins with them."""

    _inside: dict[int, list[Planting]] = field(default_factory=dict)

    def add(self, around: int, planting: Planting) -> None:
        """Let every instance of a list, or the form (`NOWHERE`), begin with an instance of a list in it."""
        self._inside.setdefault(around, []).append(planting)

    def planted(self, around: int = NOWHERE) -> tuple[Planting, ...]:
        """What the form, or an instance of a list, begins with."""
        return tuple([replace(one, inner=self.planted(one.repeat)) for one in self._inside.get(around, ())])

    def seed(self, repeat: int) -> Planting:
        """What a new instance of a list begins with."""
        return Planting(repeat, {}, self.planted(repeat))
