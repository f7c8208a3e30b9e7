# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `kiosk doctor` says of the services that a profile hides or names."""

from core.errors import Trouble
from core.offer import EVERYTHING
from kiosk.command_line.findings import Finding, Verdict
from kiosk.command_line.walk_findings import kept_stores
from kiosk.profile.model import KeySource, Profile
from kiosk.staff.offer import WHAT, offer_found

_ON_PAGE = "sign in as a technician at the machine: 'Look for what is missing' tells it"


def look_at_offer(profile: Profile) -> tuple[Finding, ...]:
    """One for what is wrong with them, or that all is well; none where every service is offered."""
    if profile.offer == EVERYTHING or profile.key is KeySource.MEMORY:
        return ()
    stores = kept_stores(profile)
    if isinstance(stores, Trouble):
        return (Finding(WHAT, Verdict.NOTE, f"the store does not open: {stores.key}", _ON_PAGE),)
    if stores is None:
        return (Finding(WHAT, Verdict.NOTE, "the store is closed here", _ON_PAGE),)
    found = offer_found(profile.offer, stores.cache)
    told = tuple(
        Finding(one.what, Verdict(one.gravity.value), one.found, one.mend, one.said) for one in found
    )
    return told or (Finding(WHAT, Verdict.FINE, "as the profile says"),)
