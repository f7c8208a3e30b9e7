# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff give up an application that an agency refused or that waits for a person: shown first, done with a reason."""

import logging

from core.delivery_rules import DISCARDABLE
from core.ports import Outbox
from core.staff.log_events import LogEvent
from core.submission import Delivery
from kiosk.command_line.deciding import LONGEST_REASON, decided
from kiosk.command_line.outbox_report import line_of
from kiosk.profile.model import KeySource, Profile

log = logging.getLogger("kiosk.staff")


def run(profile: Profile, key: KeySource | None, number: str, reason: str) -> int:
    """Without a reason only what would be given up is shown. Ends with status 1 when nothing was."""
    return decided(profile, key, LogEvent.SEALED_DISCARDED, number, reason, give_up)


def give_up(outbox: Outbox, number: str, reason: str, now: float) -> tuple[bool, str]:
    """Whether it is gone, and what to say. The journal gets its id, state and the reason, never an answer."""
    delivery = outbox.by_reference(number)
    if delivery is None:
        return False, f"{number}: no application on this machine has this number."
    if delivery.state not in DISCARDABLE:
        return (
            False,
            f"{line_of(delivery, now)}\nIt still goes its own way, or has arrived: nothing is given up.",
        )
    reason = " ".join(reason.split())[:LONGEST_REASON]
    if not reason:
        return (
            False,
            f"{line_of(delivery, now)}\nNothing was done. To delete its answers for ever, add --reason.",
        )
    return _given_up(outbox, delivery, reason, now)


def _given_up(outbox: Outbox, delivery: Delivery, reason: str, now: float) -> tuple[bool, str]:
    if not outbox.discard(delivery):
        return False, "It has changed at this moment. Look at it again."
    log.warning(
        "submission %s was %s and is given up by staff: %s", delivery.id, delivery.state.value, reason
    )
    return True, f"{line_of(delivery, now)}\nGiven up. Its answers are deleted from this machine."
