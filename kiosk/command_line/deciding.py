# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only a person may decide of one application on a machine: shown first, done with a reason, and written down."""

import logging
from collections.abc import Callable
from typing import Final

from core.errors import Trouble, TroubleError
from core.ports import Outbox
from core.staff.log_events import LogEvent
from core.staff.log_record import LONGEST_REF, Entry
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.command_line.endings import Status, in_words, or_stop, stop
from kiosk.profile.model import KeySource, Profile
from kiosk.staff.moments import log_moment
from kiosk.store_access import open_stores
from kiosk.store_key import Found, obtain
from offline_cache.staff_log import open_staff_log

log = logging.getLogger("kiosk.staff")

LONGEST_REASON: Final = 200

Decide = Callable[[Outbox, str, str, float], tuple[bool, str]]
"""By number, reason and time: whether it was done, and what to say."""


def decided(
    profile: Profile, key: KeySource | None, event: LogEvent, number: str, reason: str, decide: Decide
) -> int:
    """The exit status of a command that carries one decision out; 1 when nothing was done."""
    texts = Messages.load("en")
    found = or_stop(obtain(profile, key or profile.key), texts)
    now = MachineClock().wall()
    stores = or_stop(open_stores(found.folder, found.key, now), texts)
    try:
        done, said = decide(stores.outbox, number, reason, now)
    except TroubleError as error:
        stop(in_words(error.trouble, texts), Status.REFUSED)
    if not done:
        stop(said)
    if not profile.at_home:
        written_down(found, event, number)
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
