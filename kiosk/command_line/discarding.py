# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff give up an application that an agency refused or that waits for a person: shown first, done with a reason."""

import logging
from typing import Final

from core.delivery_rules import DISCARDABLE
from core.errors import Trouble, TroubleError
from core.ports import Outbox
from core.staff.log_events import LogEvent
from core.staff.log_record import LONGEST_REF, Entry
from core.submission import Delivery
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.command_line.endings import Status, in_words, or_stop, stop
from kiosk.command_line.outbox_report import line_of
from kiosk.profile.model import KeySource, Profile
from kiosk.staff.moments import log_moment
from kiosk.store_access import open_stores
from kiosk.store_key import Found, obtain
from offline_cache.staff_log import open_staff_log

log = logging.getLogger("kiosk.staff")

LONGEST_REASON: Final = 200


def run(profile: Profile, key: KeySource | None, number: str, reason: str) -> int:
    """Without a reason only what would be given up is shown. Ends with status 1 when nothing was."""
    texts = Messages.load("en")
    found = or_stop(obtain(profile, key or profile.key), texts)
    now = MachineClock().wall()
    stores = or_stop(open_stores(found.folder, found.key, now), texts)
    try:
        done, said = give_up(stores.outbox, number, reason, now)
    except TroubleError as error:
        stop(in_words(error.trouble, texts), Status.REFUSED)
    if not done:
        stop(said)
    if not profile.at_home:
        written_down(found, LogEvent.SEALED_DISCARDED, number)
    print(said)
    return int(Status.DONE)


def written_down(found: Found, event: LogEvent, number: str) -> None:
    """In the log of staff too, without the reason: that is free text, and the journal has it."""
    opened = open_staff_log(found.folder, found.key)
    if isinstance(opened, Trouble):
        log.error("the log of staff does not open: %s %s", opened.key, opened.detail)
        return
    seal = "".join(sign for sign in number if sign.isalnum())[:LONGEST_REF]
    opened.write(Entry(event, refs={"seal": seal}), log_moment(MachineClock()))
    opened.close()


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
