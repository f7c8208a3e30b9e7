# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of a list that people add to: an entry by its first answers, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.leading import leading
from ui.parts.part import height_of, least_width_of, width_of
from ui.parts.ruled_row import RuledRow
from ui.parts.text import PlainText


class EntryRow(RuledRow):
    """The entry at the start edge, its buttons at the end edge; the buttons stand under it where there is no room."""

    def __init__(
        self,
        look: Look,
        name: str,
        buttons: Sequence[QWidget],
        *,
        language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.name = PlainText(look, name, "strong", language=language, measured=False)
        self.buttons = tuple(buttons)
        for led in (self.name, *self.buttons[:-1]):
            leading(led)
        super().__init__(look, (self.name, *self.buttons), "s4", 2.2, parent)

    def content_width(self) -> int:
        """See `Part`."""
        return width_of(self.name) + self.gap + self._wide()

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        del height
        room = width - self._wide() - self.gap
        if room >= max(least_width_of(self.name), width // 3):
            high = height_of(self.name, room)
            total = max(high, *(height_of(one, width_of(one)) for one in self.buttons))
            found: list[tuple[QWidget, QRect]] = [
                (self.name, QRect(0, self._pad + (total - high) // 2, room, high))
            ]
            left = width - self._wide()
            for one in self.buttons:
                own = height_of(one, width_of(one))
                found.append((one, QRect(left, self._pad + (total - own) // 2, width_of(one), own)))
                left += width_of(one) + self.gap
            return found
        high = height_of(self.name, width)
        found = [(self.name, QRect(0, self._pad, width, high))]
        left, top, line = 0, self._pad + high + self._pad, 0
        for one in self.buttons:
            wide = min(width_of(one), width)
            if left and left + wide > width:
                left, top, line = 0, top + line + self.gap, 0
            own = height_of(one, wide)
            found.append((one, QRect(left, top, wide, own)))
            left, line = left + wide + self.gap, max(line, own)
        return found

    def _wide(self) -> int:
        return sum(width_of(one) for one in self.buttons) + self.gap * max(len(self.buttons) - 1, 0)
