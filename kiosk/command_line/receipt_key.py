# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the public key of this machine's receipts, for the profiles of the authority's other machines."""

from i18n.messages import Messages
from kiosk.command_line.endings import Status, or_stop
from kiosk.profile.model import KeySource, Profile
from kiosk.store_key import obtain
from offline_cache.receipt_keys import MachineReceiptKeys
from offline_cache.subkeys import Purpose


def run(profile: Profile, source: KeySource | None) -> int:
    """The key, and where it belongs. Nothing of it is secret."""
    found = or_stop(obtain(profile, source or profile.key), Messages.load("en"))
    public = MachineReceiptKeys(found.key.derive(Purpose.RECEIPTS)).public
    print(f'In the profile of each other machine, under [paper]:    trusted_keys = ["{public}"]')
    return int(Status.DONE)
