# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a submission on its way: pure decisions, with no clock, chance or I/O of their own.

Times are wall-clock seconds since the epoch, because they outlive the process; jumps of that clock are
bounded here. An attempt is written before its first byte leaves, an unsure one is repeated only where the agency
still recognises a repetition (`core.repetition`), and only the agency's own answer is a receipt.
"""

from dataclasses import replace
from typing import assert_never

from core import backoff, following, repetition
from core.delivery_rules import LONGEST_WAIT_SECONDS, STUCK_SECONDS, IllegalChangeError, check_change
from core.submission import (
    Delivery,
    DeliveryState,
    NoAccess,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Submission,
    Unknowable,
    Unsure,
)

NO_ACCESS_SECONDS = 1_800.0
SETTLE_SECONDS = 600.0
# Our own interruptions say nothing against the agency, so the first few cost no time.
FREE_INTERRUPTIONS = 3


def begin(submission: Submission) -> Delivery:
    """The delivery of a submission that is just being sealed: due at once, whatever the clock says later."""
    return Delivery(
        id=submission.id,
        seal=submission.seal,
        service=submission.service,
        organisation=submission.organisation,
        state=DeliveryState.SEALED,
        created=submission.created,
        changed=submission.created,
        repeatable=submission.envelope.repeatable,
        remembered=submission.envelope.remembered,
        protocol=submission.envelope.protocol,
    )


def restore(submission: Submission, now: float, settle: float = SETTLE_SECONDS) -> Delivery:
    """The delivery of a submission of which only the sealed copy is left.

    Nobody knows how far it had come, so it is treated like an attempt whose process died.
    """
    sealed = begin(submission)
    unsure = sealed if sealed.remembered is None else replace(sealed, unsure_since=sealed.created)
    return recover(replace(unsure, state=DeliveryState.LEAVING, changed=now), now, settle)


def claim(delivery: Delivery, now: float) -> Delivery:
    """The delivery as it must be on the disk before the first byte of an attempt leaves."""
    begun = delivery.attempts + 1
    claimed = replace(delivery, state=DeliveryState.LEAVING, changed=now, attempts=begun, next_at=now)
    return _checked(delivery, claimed)


def recover(
    delivery: Delivery, now: float, settle: float = SETTLE_SECONDS, *, dated: bool = True
) -> Delivery:
    """What an attempt becomes whose process died: for every `LEAVING` found when the courier starts.

    Nobody knows whether it arrived. Where a repetition is recognised it is repeated, otherwise looked up. One that
    interrupts us again and again steps back, so that it keeps nobody else. `dated`: whether its age is known.
    """
    if delivery.state is not DeliveryState.LEAVING:
        raise IllegalChangeError(f"{delivery.id}: nothing to recover in {delivery.state.value}")
    delivery = repetition.unsure(delivery, now)
    if not repetition.is_safe(delivery, now, dated=dated):
        return _to_checking(delivery, now, settle)
    wait = 0.0 if delivery.attempts <= FREE_INTERRUPTIONS else backoff.ceiling(delivery.attempts) / 2
    return _to_sealed(delivery, now, wait)


def reconsider(delivery: Delivery, now: float, *, dated: bool = True) -> Delivery:
    """A delivery as it may be worked on: what the agency may have, and have forgotten, is not sent again."""
    if delivery.state is not DeliveryState.SEALED or repetition.is_safe(delivery, now, dated=dated):
        return delivery
    return _checked(delivery, replace(delivery, state=DeliveryState.CHECKING, changed=now, next_at=now))


def clock_moved(delivery: Delivery, by: float, now: float, settle: float = SETTLE_SECONDS) -> Delivery:
    """A waiting delivery after the wall clock was set by so many seconds."""
    match delivery.state:
        case DeliveryState.CHECKING:
            return wait_anew(delivery, by, now, settle)
        case DeliveryState.SEALED:
            return _checked(delivery, repetition.moved(delivery, by))
        case _:
            return delivery


def wait_anew(delivery: Delivery, by: float, now: float, settle: float = SETTLE_SECONDS) -> Delivery:
    """One whole settle time from now: the wall clock was set, so nobody knows how long was waited (`CHECKING`).

    Since when it is unsure goes with the clock: from there an agency's list is searched, whose clock was not set.
    """
    if delivery.state is not DeliveryState.CHECKING:
        raise IllegalChangeError(f"{delivery.id}: nothing is looked up in {delivery.state.value}")
    since = min(now, _unsure_since(delivery, delivery.changed) + by)
    waiting = replace(delivery, changed=now, next_at=now + _bounded_settle(settle), unsure_since=since)
    return _checked(delivery, waiting)


def hasten(delivery: Delivery, now: float, chance: float) -> Delivery:
    """Its agency answers again: due soon, at a random moment, so that a town's machines do not come as one wave."""
    wait = backoff.haste(now - delivery.created, chance)
    return _checked(delivery, replace(delivery, next_at=min(delivery.next_at, now + wait)))


def to_person(delivery: Delivery, now: float) -> Delivery:
    """For staff to decide: for example when its answers cannot be read any more."""
    return _checked(delivery, replace(delivery, state=DeliveryState.ATTENTION, changed=now))


def after(
    delivery: Delivery, outcome: Outcome, now: float, chance: float, settle: float = SETTLE_SECONDS
) -> Delivery:
    """What follows from how an attempt (`LEAVING`) or a look-up (`CHECKING`) ended.

    `chance` in [0, 1) spreads the waits; `settle` is how long the agency may need, in seconds, until what it
    has shows in its look-up (the profile's, at most an hour). IllegalChangeError when the outcome cannot
    belong to the state, or is a receipt without a reference; ValueError when `chance` is out of range.
    """
    if not 0.0 <= chance < 1.0:
        raise ValueError("chance is a number from 0 to below 1")
    delivery = following.with_address(delivery, outcome)
    match delivery.state:
        case DeliveryState.LEAVING:
            return _after_attempt(delivery, outcome, now, chance, settle)
        case DeliveryState.CHECKING:
            return _after_look_up(delivery, outcome, now, chance, settle)
        case _:
            raise IllegalChangeError(f"{delivery.id}: no attempt under way in {delivery.state.value}")


def _after_attempt(
    delivery: Delivery, outcome: Outcome, now: float, chance: float, settle: float
) -> Delivery:
    match outcome:
        case Received(reference):
            return _to_received(delivery, reference, now)
        case NotSent(_, asked):
            return _to_sealed(delivery, now, backoff.wait(backoff.ceiling(delivery.attempts), chance, asked))
        case Unsure(_, asked):
            delivery = repetition.unsure(delivery, now)
            if not repetition.is_safe(delivery, now):
                return _to_checking(delivery, now, settle)
            return _to_sealed(delivery, now, backoff.wait(backoff.ceiling(delivery.attempts), chance, asked))
        case Unknowable():
            return to_person(delivery, now)
        case NoAccess():
            uncounted = replace(delivery, attempts=max(0, delivery.attempts - 1))
            return _to_sealed(uncounted, now, NO_ACCESS_SECONDS * (1.0 + chance))
        case Refused(_, reason):
            # A no to a repetition does not undo an earlier attempt that may have arrived: a person decides.
            certain = delivery.unsure_since is None
            state = DeliveryState.REFUSED if certain else DeliveryState.ATTENTION
            return _checked(delivery, replace(delivery, state=state, changed=now, reason=reason))
        case NotFoundThere():
            raise IllegalChangeError(f"{delivery.id}: an attempt cannot end like a look-up")
        case _:
            assert_never(outcome)


def _after_look_up(
    delivery: Delivery, outcome: Outcome, now: float, chance: float, settle: float
) -> Delivery:
    # The longer we have been looking, the longer we wait: a doubling like that of the attempts.
    ceiling = min(backoff.LONGEST_SECONDS, max(backoff.FIRST_SECONDS, now - delivery.changed))
    match outcome:
        case Received(reference):
            return _to_received(delivery, reference, now)
        case NotFoundThere():
            return _not_found(delivery, now, settle)
        case NotSent(_, asked) | Unsure(_, asked):
            return _look_later(delivery, now, backoff.wait(ceiling, chance, asked))
        case Unknowable():
            return to_person(delivery, now)
        case NoAccess():
            return _look_later(delivery, now, NO_ACCESS_SECONDS * (1.0 + chance))
        case Refused(_, reason):
            attention = replace(delivery, state=DeliveryState.ATTENTION, changed=now, reason=reason)
            return _checked(delivery, attention)
        case _:
            assert_never(outcome)


def _not_found(delivery: Delivery, now: float, settle: float) -> Delivery:
    # `changed` says since when we wait. Less than nothing, or far more than the settle time, means that the
    # clock jumped or the machine was off; that proves nothing, and one whole settle time begins again.
    needed = _bounded_settle(settle)
    if not 0.0 <= now - delivery.changed <= needed + LONGEST_WAIT_SECONDS:
        return _checked(delivery, replace(delivery, changed=now, next_at=now + needed))
    settled = delivery.changed + needed
    # Compared as it was reckoned: the difference of two large times may round to less than what was added.
    if now < settled:
        return _checked(delivery, replace(delivery, next_at=settled))
    return _to_sealed(replace(delivery, unsure_since=None), now, 0.0)


def _look_later(delivery: Delivery, now: float, wait: float) -> Delivery:
    if now - _unsure_since(delivery, delivery.changed) > STUCK_SECONDS:
        return _checked(delivery, replace(delivery, state=DeliveryState.ATTENTION, changed=now))
    return _checked(delivery, replace(delivery, next_at=now + min(wait, LONGEST_WAIT_SECONDS)))


def _to_received(delivery: Delivery, reference: str, now: float) -> Delivery:
    first = now + following.SHORTEST_SECONDS
    got = replace(delivery, changed=now, next_at=first, unsure_since=None, reference=reference)
    return _checked(delivery, replace(got, state=DeliveryState.RECEIVED))


def _to_sealed(delivery: Delivery, now: float, wait: float) -> Delivery:
    return _checked(delivery, replace(delivery, state=DeliveryState.SEALED, changed=now, next_at=now + wait))


def _to_checking(delivery: Delivery, now: float, settle: float) -> Delivery:
    checking = replace(
        delivery,
        state=DeliveryState.CHECKING,
        changed=now,
        next_at=now + _bounded_settle(settle),
        unsure_since=_unsure_since(delivery, now),
    )
    return _checked(delivery, checking)


def _unsure_since(delivery: Delivery, otherwise: float) -> float:
    return otherwise if delivery.unsure_since is None else delivery.unsure_since


def _bounded_settle(settle: float) -> float:
    return min(max(settle, 0.0), LONGEST_WAIT_SECONDS)


def _checked(before: Delivery, later: Delivery) -> Delivery:
    check_change(before, later)
    return later
