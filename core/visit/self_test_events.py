# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a technician does who tries the glass and the keys."""

from dataclasses import dataclass

from core.visit.by_person import ByPerson
from core.visit.self_test_pages import Square


@dataclass(frozen=True, slots=True)
class SquareFelt(ByPerson):
    """A finger was felt in that square of so many columns and rows."""

    square: Square
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class KeyFelt(ByPerson):
    """A key went down: its name, and what it is for (empty for nothing)."""

    key: str
    means: str


@dataclass(frozen=True, slots=True)
class TryingEnded(ByPerson):
    """Whoever tries has done what they can. `asked` is what keys are for that stand at this machine."""

    asked: tuple[str, ...] = ()
