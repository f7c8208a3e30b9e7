# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `kiosk doctor` says of the forms that a machine has to do to their end before anybody may begin them."""

from collections.abc import Iterable

from core.errors import Trouble
from core.staff.form_walk import FormWalk
from kiosk.clock import MachineClock
from kiosk.command_line.findings import Finding, Verdict
from kiosk.profile.model import FormOffer, KeySource, Profile
from kiosk.staff.walks import service_walks
from kiosk.store_access import OpenStores, open_stores
from kiosk.store_key import obtain

TO_TRY = "kiosk form gate"
_ON_PAGE = "sign in as a technician at the machine: 'Look for what is missing' lists them"


def look_at_walks(profile: Profile) -> tuple[Finding, ...]:
    """One for each service with a form that is kept; none where every form that opens is offered."""
    if profile.form_offer is FormOffer.ALL or profile.key is KeySource.MEMORY:
        return ()
    stores = kept_stores(profile)
    if stores is None:
        return (Finding("forms", Verdict.NOTE, "the store is closed here", _ON_PAGE),)
    if isinstance(stores, Trouble):
        return (Finding("forms", Verdict.NOTE, f"the store does not open: {stores.key}", _ON_PAGE),)
    return tuple(told(service_walks(profile, stores.cache)))


def kept_stores(profile: Profile) -> OpenStores | Trouble | None:
    """What the machine keeps; None where its key is not to be had here, a trouble where it does not open."""
    # Asking for a passphrase is no way to begin the look at a machine.
    found = None if profile.key is KeySource.PASSPHRASE else obtain(profile, profile.key)
    if found is None or isinstance(found, Trouble):
        return None
    return open_stores(found.folder, found.key, MachineClock().wall())


def told(walks: Iterable[FormWalk]) -> Iterable[Finding]:
    """What is said of each service. One that is not offered keeps no other from people."""
    for walk in walks:
        what = f"form of {walk.service}"
        if walk.offered:
            yield Finding(what, Verdict.FINE, "offered: done to its end in every mode")
        elif walk.stuck:
            stops = "; ".join(f"{one.mode}: {one.why}" for one in walk.stuck)
            yield Finding(what, Verdict.NOTE, f"not offered, stuck: {stops}", f"mend the form, then {TO_TRY}")
        else:
            yield Finding(what, Verdict.NOTE, "not offered: no machine has tried it yet", TO_TRY)
