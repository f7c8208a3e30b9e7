# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far agencies are with what they have: when they are asked, and what becomes of what they tell. Pure decisions.

Times are wall-clock seconds since the epoch, as in `core.sync`.
"""

from dataclasses import dataclass, replace
from typing import Final, assert_never

from core.delivery_rules import PROVEN, IllegalChangeError, check_change
from core.submission import Delivery, DeliveryState, Outcome, Received, Unsure

FOLLOWED: Final = PROVEN - {DeliveryState.DECIDED}
"""The states after which an agency may have more to tell."""

SHORTEST_SECONDS: Final = 60.0
LONGEST_SECONDS: Final = 86_400.0
SHARE: Final = 0.25
"""Asked again after this part of the time since the last news: often at first, once a day after four days."""

LONGEST_STEP_SECONDS: Final = 3_600.0
"""By so much a clock may be set back, as clocks are that are kept right, and what is new is still asked about often."""

LONGEST_PAUSE_SECONDS: Final = 1.5 * LONGEST_SECONDS
"""No pause is longer; a moment beyond it shows that the clock was set back."""

LONGEST_FOLLOWED_SECONDS: Final = 180 * 86_400.0
"""So long after sealing nobody is asked any more: what an agency has not told by then it will not tell here."""


@dataclass(frozen=True, slots=True)
class Told:
    """Where the agency says that a submission is, one of `PROVEN`; `words` are its own, plain text."""

    state: DeliveryState
    words: str = ""


@dataclass(frozen=True, slots=True)
class NothingTold:
    """The agency could not be asked, or said nothing that is understood here; `kind` as in `NotSent`.

    `wait` is what the agency asked for, in seconds.
    """

    kind: str
    wait: float | None = None


Progress = Told | NothingTold
"""What came of asking how far an agency is."""


def with_address(delivery: Delivery, outcome: Outcome) -> Delivery:
    """The delivery with the address that came with an attempt's or a look-up's end."""
    match outcome:
        case Received(told_at=told_at):
            return replace(delivery, told_at=told_at)
        case Unsure(told_at=told_at) if told_at:
            return replace(delivery, told_at=told_at)
        case _:
            return delivery


def is_due(delivery: Delivery, now: float) -> bool:
    """Whether the agency may be asked now how far it is."""
    if not delivery.told_at or delivery.state not in FOLLOWED:
        return False
    if now - delivery.created > LONGEST_FOLLOWED_SECONDS:
        return False
    return not now < delivery.next_at <= now + LONGEST_PAUSE_SECONDS


def after(delivery: Delivery, progress: Progress, now: float, chance: float) -> Delivery:
    """What follows from an answer, and when to ask next. `chance` in [0, 1) spreads the questions of many machines.

    IllegalChangeError for a delivery that its agency does not have, or when it is told to be in a state that only this
    machine can know.
    """
    if delivery.state not in FOLLOWED:
        raise IllegalChangeError(f"{delivery.id}: nothing is told in {delivery.state.value}")
    asked: float | None = None
    match progress:
        case Told(state, words):
            if state not in PROVEN:
                raise IllegalChangeError(f"{delivery.id}: told to be {state.value}")
            changed = delivery.changed if state is delivery.state else now
            later = replace(delivery, state=state, changed=changed, reason=words)
        case NothingTold(wait=wait):
            later, asked = delivery, wait
        case _:
            assert_never(progress)
    later = replace(later, next_at=now + pause(now - later.changed, chance, asked))
    check_change(delivery, later)
    return later


def pause(age: float, chance: float, asked: float | None = None) -> float:
    """Seconds until the next question when the last news is `age` old; `asked` is what the agency asked for.

    News that seem to lie ahead came while the clock was ahead: nobody knows how old they are, and once a day is polite.
    """
    known = age >= -LONGEST_STEP_SECONDS
    usual = min(max(age * SHARE, SHORTEST_SECONDS), LONGEST_SECONDS) if known else LONGEST_SECONDS
    return max(usual * (0.75 + chance / 2), min(asked or 0.0, LONGEST_SECONDS))
