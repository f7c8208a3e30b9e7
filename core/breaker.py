# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A circuit breaker for each origin, as plain data: an agency in trouble is not knocked at by every item.

Times are seconds of the steady clock: a breaker lives as long as its process and is kept nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import assert_never

from core.submission import (
    NoAccess,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Unknowable,
    Unsure,
)

FAILURES_TO_OPEN = 5
OPEN_SECONDS = 60.0
LONGEST_OPEN_SECONDS = 1_800.0
NO_ACCESS_SECONDS = 1_800.0


@dataclass(frozen=True, slots=True)
class Breaker:
    """One origin. Closed while `open_until` is None; `probing` while the trial after a pause is under way."""

    failures: int = 0
    open_until: float | None = None
    pause: float = OPEN_SECONDS
    probing: bool = False


@dataclass(frozen=True, slots=True)
class Breakers:
    """All origins seen so far by this process."""

    by_origin: Mapping[str, Breaker] = field(default_factory=lambda: MappingProxyType({}))

    def allows(self, origin: str, now: float) -> bool:
        """Whether an attempt may begin: always when closed, once when a pause is over."""
        breaker = self.by_origin.get(origin, Breaker())
        return breaker.open_until is None or (now >= breaker.open_until and not breaker.probing)

    def opens_at(self, origin: str) -> float | None:
        """When the origin may be tried again; None when it may be tried now."""
        return self.by_origin.get(origin, Breaker()).open_until

    def begun(self, origin: str) -> "Breakers":
        """An attempt begins. After a pause it is the probe, and nobody else may try until it has ended."""
        breaker = self.by_origin.get(origin, Breaker())
        return self if breaker.open_until is None else self._with(origin, replace(breaker, probing=True))

    def ended(self, origin: str, outcome: Outcome, now: float) -> "Breakers":
        """An attempt ended: any answer about the item closes, five failures open, a failed probe doubles.

        NoAccess opens at once and for long, because the agency refused the machine.
        """
        breaker = self.by_origin.get(origin, Breaker())
        match outcome:
            case Received() | NotFoundThere() | Refused():
                return self._with(origin, Breaker())
            case NoAccess():
                return self._with(
                    origin, Breaker(FAILURES_TO_OPEN, now + NO_ACCESS_SECONDS, NO_ACCESS_SECONDS)
                )
            case NotSent() | Unsure():
                return self._with(origin, _failed(breaker, now))
            case Unknowable():
                # Nobody was asked: it says nothing of the agency.
                return self._with(origin, replace(breaker, probing=False))
            case _:
                assert_never(outcome)

    def forgiven(self, origin: str) -> "Breakers":
        """It answers, whoever asked: nothing that went wrong there before counts, and nobody else's is touched."""
        return self._with(origin, Breaker())

    def _with(self, origin: str, breaker: Breaker) -> "Breakers":
        return Breakers(MappingProxyType({**self.by_origin, origin: breaker}))


def _failed(breaker: Breaker, now: float) -> Breaker:
    failures = breaker.failures + 1
    if breaker.open_until is not None:
        pause = min(breaker.pause * 2, LONGEST_OPEN_SECONDS)
        return Breaker(failures, now + pause, pause)
    if failures >= FAILURES_TO_OPEN:
        return Breaker(failures, now + OPEN_SECONDS, OPEN_SECONDS)
    return replace(breaker, failures=failures)
