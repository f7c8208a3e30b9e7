# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff have asked the agency, which does not have an application that may have arrived: it is sent once more.

Nothing here happens by itself: that a person decides is what keeps anybody from being there twice.
"""

import logging
from typing import Final

from core import repetition
from core.ids import SubmissionId
from core.ports import Outbox
from core.staff.log_events import LogEvent
from core.submission import DeliveryState
from kiosk.command_line.deciding import LONGEST_REASON, decided
from kiosk.command_line.outbox_report import line_of
from kiosk.profile.model import KeySource, Profile

log = logging.getLogger("kiosk.staff")

ASK_FIRST: Final = (
    "Nothing was done. Ask the agency whether it has it. If it does not, add --reason, and it is sent again."
)


def run(profile: Profile, key: KeySource | None, number: str, reason: str) -> int:
    """Without a reason only what would be sent is shown. Ends with status 1 when nothing will be."""
    return decided(profile, key, LogEvent.SEALED_SENT_AGAIN, number, reason, send_again)


def send_again(outbox: Outbox, number: str, reason: str, now: float) -> tuple[bool, str]:
    """Whether it will be sent, and what to say. The journal gets its id and the reason, never an answer."""
    delivery = outbox.by_reference(number)
    if delivery is None:
        return False, f"{number}: no application on this machine has this number."
    shown = line_of(delivery, now)
    if delivery.state is not DeliveryState.ATTENTION:
        return False, f"{shown}\nThis is nobody's to decide: only what may have arrived is."
    if outbox.submission(delivery.id) is None:
        return False, f"{shown}\nIts answers cannot be read any more. Nothing can be sent."
    reason = " ".join(reason.split())[:LONGEST_REASON]
    if not reason:
        return False, f"{shown}\n{ASK_FIRST}"
    if not outbox.update(delivery, repetition.by_person(delivery, now)):
        return False, "It has changed at this moment. Look at it again."
    log.warning("submission %s is sent again by staff: %s", delivery.id, reason)
    return True, f"{shown}\nIt is sent again."


def all_once(outbox: Outbox, done: set[SubmissionId], now: float) -> None:
    """Send again what waits for a person and is not `done` yet, which then has it."""
    for one in outbox.deliveries():
        if (
            one.state is DeliveryState.ATTENTION
            and one.id not in done
            and outbox.submission(one.id) is not None
        ):
            outbox.update(one, repetition.by_person(one, now))
            done.add(one.id)
