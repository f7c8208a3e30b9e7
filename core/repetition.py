# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an attempt that ended unsure may be repeated: not every agency remembers what it has seen for ever.

OpenRosa keeps the instanceID with the submission; a server with `Idempotency-Key`
(draft-ietf-httpapi-idempotency-key-header-07, section 2.3) may forget keys, and would then take a repetition for
another submission.
"""

from dataclasses import replace

from core.delivery_rules import IllegalChangeError, check_change
from core.submission import Delivery, DeliveryState

SHARE = 0.5
"""Of the time for which an agency remembers, the part in which we repeat: its clock and ours need not agree."""


def is_safe(delivery: Delivery, now: float, *, dated: bool = True) -> bool:
    """Whether sending it (again) cannot make two of it.

    A time that seems to lie ahead shows that the clock was set back: then nobody knows how old the first attempt is.
    Nor does anybody where it is not `dated`: its clock and the one of `now` may be days apart.
    """
    if delivery.unsure_since is None:
        return True
    if not delivery.repeatable:
        return False
    if delivery.remembered is None:
        return True
    return dated and 0.0 <= now - delivery.unsure_since <= delivery.remembered * SHARE


def unsure(delivery: Delivery, since: float) -> Delivery:
    """The delivery with the time from which on the agency may have it; the first such time stays."""
    if delivery.unsure_since is not None:
        return delivery
    # What an agency forgets counts from when the attempt left, which was before it was seen to have failed.
    began = delivery.changed if delivery.remembered is not None else since
    return replace(delivery, unsure_since=began)


def by_person(delivery: Delivery, now: float) -> Delivery:
    """It leaves again as if it never had: a person has asked the agency, which does not have it.

    IllegalChangeError for whatever is not a person's to decide.
    """
    if delivery.state is not DeliveryState.ATTENTION:
        raise IllegalChangeError(f"{delivery.id}: no person decides of what is {delivery.state.value}")
    anew = replace(delivery, state=DeliveryState.SEALED, changed=now, next_at=now, unsure_since=None)
    check_change(delivery, anew)
    return anew


def moved(delivery: Delivery, by: float) -> Delivery:
    """The same moment on a wall clock that was set by so many seconds."""
    if delivery.unsure_since is None or delivery.remembered is None:
        return delivery
    return replace(delivery, unsure_since=delivery.unsure_since + by)
