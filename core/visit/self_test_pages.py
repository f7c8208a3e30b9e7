# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places at which a technician tries what people touch and press, and sees what did not answer (K-16)."""

from dataclasses import dataclass, field

Square = tuple[int, int]
"""Which of the glass: the column from the left and the row from the top, both from 1."""


@dataclass(frozen=True, slots=True)
class StaffTouch:
    """The glass in squares, and those that have felt a finger; no columns and rows until the first one has."""

    columns: int = 0
    rows: int = 0
    felt: frozenset[Square] = frozenset()


@dataclass(frozen=True, slots=True)
class StaffKeys:
    """What each key is for, of those that were pressed; `last` is the one pressed last, and `means` what it is for:
    empty where it is for nothing here."""

    felt: frozenset[str] = frozenset()
    last: str = ""
    means: str = ""


@dataclass(frozen=True, slots=True)
class StaffTested:
    """How many were asked for, and which did not answer: squares of the glass, or what keys are for."""

    touch: bool
    asked: int
    squares: tuple[Square, ...] = ()
    keys: tuple[str, ...] = field(default=())

    @property
    def silent(self) -> int:
        """How many did not answer."""
        return len(self.squares) + len(self.keys)


SelfTestPage = StaffTouch | StaffKeys | StaffTested
