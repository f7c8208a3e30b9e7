# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff make a damaged outbox anew from what can still be read of it and the sealed copies; nothing is deleted."""

from filelock import FileLock, Timeout

from core.errors import Trouble
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.command_line.endings import Status, or_stop, stop
from kiosk.courier.process import LOCK
from kiosk.profile.model import KeySource, Profile
from kiosk.store_key import Found, obtain
from offline_cache.failures import DAMAGED
from offline_cache.outbox import open_outbox
from offline_cache.rescue import rescue_outbox


def run(profile: Profile, source: KeySource | None) -> int:
    """Ends with status 0 when the outbox opens afterwards, also where it was not damaged; 3 when it does not."""
    texts = Messages.load("en")
    found = or_stop(obtain(profile, source or profile.key), texts)
    try:
        # Whoever delivers from it holds this lock (`kiosk.courier`).
        with FileLock(str(found.folder / LOCK), mode=0o600, timeout=0):
            print(or_stop(rescued(found, MachineClock().wall()), texts))
    except Timeout:
        stop(
            "The program delivers from this outbox at this moment: it is not damaged, or stop the program first."
        )
    return int(Status.DONE)


def rescued(found: Found, now: float) -> str | Trouble:
    """What came of it. Only a damaged outbox is touched; any other trouble is not mended by this."""
    outbox = open_outbox(found.folder, found.key, now)
    if not isinstance(outbox, Trouble):
        outbox.close()
        return "The outbox is not damaged. Nothing was done."
    if outbox.key != DAMAGED:
        return outbox
    made = rescue_outbox(found.folder, found.key, now)
    if isinstance(made, Trouble):
        return made
    return (
        f"The outbox was made anew: {made.waiting} that no agency is known to have, {made.receipts} receipts.\n"
        f"The damaged files are in {made.aside}; nothing was deleted. Start the program again."
    )
