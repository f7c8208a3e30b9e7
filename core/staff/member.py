# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody of the staff, what they show to sign in, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from core.staff.lockout import Moment
from core.staff.roles import Role


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff of this machine. `number` is what they sign in with where they hold no card."""

    number: int
    name: str
    role: Role
    has_card: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody shows: a number, or what their card holds, and a PIN. Never printed."""

    number: int | None = field(default=None, repr=False)
    card: str = field(default="", repr=False)
    pin: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NotSignedIn:
    """It did not fit, or was not even looked at because the wait was not over. `wait` is what is left of it now (s).

    Which of number, card and PIN did not fit is never known here.
    """

    wait: float
    looked_at: bool


class Staff(Protocol):
    """Who may sign in at this machine."""

    def add(self, name: str, role: Role, pin: str, card: str = "") -> Member | None:
        """Somebody new, with a number of their own; None where the name or the card is somebody's already."""

    def remove(self, name: str) -> Member | None:
        """Who was removed; None where there is nobody of that name."""

    def members(self) -> tuple[Member, ...]:
        """All of them, by name."""

    def sign_in(self, shown: Shown, now: Callable[[], Moment]) -> Member | NotSignedIn:
        """Who it is. The try is on the disk before it is looked at, so that whoever kills the program tries no more."""
