# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a function is to the evaluator: its name, how many arguments it takes, and what it may ask for."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple, Protocol

from core.forms.expression.values import Value


class Calling(Protocol):
    """What a running evaluation lends to a function. There is no clock, no network and no disk behind it."""

    @property
    def now(self) -> datetime:
        """The moment that the form was opened."""

    @property
    def today(self) -> date:
        """Its day where the form is filled."""

    def charge(self, steps: int) -> None:
        """Pay for work. Raises `BudgetExceededError`."""

    def random_bytes(self) -> bytes:
        """32 bytes that differ for each submission, node and call, and are the same when evaluated again."""


class Function(NamedTuple):
    """A function with already evaluated arguments. `least` and `most` count them."""

    name: str
    least: int
    most: int
    run: Callable[[Calling, tuple[Value, ...]], Value]


MANY = 1_000
"""The most arguments that a function takes when the number is open."""

TEXT_STEP = 64
"""So many characters of a result cost one step."""
