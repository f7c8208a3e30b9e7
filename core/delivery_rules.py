# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which changes of a delivery are legal, and what its times mean; every store and decision checks here."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from core.submission import Delivery, DeliveryState

LONGEST_WAIT_SECONDS = 3_600.0
STUCK_SECONDS = 72 * 3_600.0

_TOLD = frozenset(
    {DeliveryState.RECEIVED, DeliveryState.ACCEPTED, DeliveryState.NEEDS_YOU, DeliveryState.DECIDED}
)

LEGAL: Mapping[DeliveryState, frozenset[DeliveryState]] = MappingProxyType(
    {
        DeliveryState.SEALED: frozenset(
            {DeliveryState.SEALED, DeliveryState.LEAVING, DeliveryState.CHECKING, DeliveryState.ATTENTION}
        ),
        DeliveryState.LEAVING: frozenset(
            {
                DeliveryState.SEALED,
                DeliveryState.CHECKING,
                DeliveryState.RECEIVED,
                DeliveryState.REFUSED,
                DeliveryState.ATTENTION,
            }
        ),
        DeliveryState.CHECKING: frozenset(
            {
                DeliveryState.CHECKING,
                DeliveryState.SEALED,
                DeliveryState.RECEIVED,
                DeliveryState.ATTENTION,
            }
        ),
        # What an agency tells last is what is true, also when it takes an earlier word back.
        DeliveryState.RECEIVED: _TOLD,
        DeliveryState.ACCEPTED: _TOLD,
        DeliveryState.NEEDS_YOU: _TOLD,
        DeliveryState.DECIDED: frozenset(),
        DeliveryState.REFUSED: frozenset({DeliveryState.ATTENTION}),
        DeliveryState.ATTENTION: frozenset({DeliveryState.SEALED, DeliveryState.CHECKING}),
    }
)
"""From each state, the states that may follow."""

PROVEN = frozenset(
    {
        DeliveryState.RECEIVED,
        DeliveryState.ACCEPTED,
        DeliveryState.NEEDS_YOU,
        DeliveryState.DECIDED,
    }
)
"""The states that say that the agency has it; none of them without its reference."""

WAITING = frozenset({DeliveryState.SEALED, DeliveryState.CHECKING})
"""The states in which the courier has something to do."""


DISCARDABLE = frozenset({DeliveryState.REFUSED, DeliveryState.ATTENTION})
"""The states in which a person, and nobody else, may have an undelivered submission forgotten."""


class IllegalChangeError(Exception):
    """A change of a delivery that no rule allows: always a bug."""


def check_change(before: Delivery, after: Delivery) -> None:
    """Raise IllegalChangeError unless `after` may follow `before`.

    The identity never changes, the states follow `LEGAL`, and none of the `PROVEN` comes without a reference.
    """
    if _identity(before) != _identity(after):
        raise IllegalChangeError(f"{before.id}: the identity of a delivery was changed")
    if after.state not in LEGAL[before.state]:
        raise IllegalChangeError(f"{before.id}: {before.state.value} to {after.state.value}")
    if after.state in PROVEN and not after.reference.strip():
        raise IllegalChangeError(f"{before.id}: {after.state.value} without a reference")


def is_due(delivery: Delivery, now: float) -> bool:
    """Whether the courier may attempt it, or look it up, now.

    Nothing is ever put off by more than `LONGEST_WAIT_SECONDS`; a `next_at` beyond that shows that the clock
    was set back, and waiting for it could take years.
    """
    return delivery.state in WAITING and not now < delivery.next_at <= now + LONGEST_WAIT_SECONDS


def needs_person(delivery: Delivery, now: float) -> bool:
    """Whether nothing goes on by itself: it was refused, or it is stuck."""
    return delivery.state is DeliveryState.REFUSED or is_stuck(delivery, now)


def is_stuck(delivery: Delivery, now: float) -> bool:
    """Whether staff should look at it: a person has to decide, or it has waited for three days."""
    if delivery.state is DeliveryState.ATTENTION:
        return True
    undelivered = delivery.state in WAITING or delivery.state is DeliveryState.LEAVING
    return undelivered and now - delivery.created > STUCK_SECONDS


def _identity(delivery: Delivery) -> Delivery:
    return replace(
        delivery,
        state=DeliveryState.SEALED,
        changed=0.0,
        attempts=0,
        next_at=0.0,
        unsure_since=None,
        reference="",
        reason="",
        told_at="",
    )
