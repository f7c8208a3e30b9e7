# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A network whose answers come when a test lets them come."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class WaitingLane:
    """Begins nothing before `let_go`; `waiting` is how much was given to it since."""

    def __init__(self) -> None:
        self._held: list[Callable[[], None]] = []

    @property
    def waiting(self) -> int:
        """How much is under way."""
        return len(self._held)

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """See `Lane.run`."""
        self._held.append(lambda: then(work()))

    def let_go(self) -> None:
        """Everything that is under way ends."""
        held, self._held = self._held, []
        for one in held:
            one()

    def settle(self) -> None:
        """See `Lane.settle`."""
        self.let_go()

    def close(self) -> None:
        """See `Lane.close`."""
        self._held = []
