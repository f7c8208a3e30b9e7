# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside the screen begins by itself: a key of it, pressed on the welcome page, chooses its way."""

from accessibility.hands.actions import STEPPING, SWITCHES
from accessibility.hands.keymaps import key_maps
from accessibility.hands.ways import Hands, Way


def way_begun_by(key: str, beside: tuple[Way, ...], now: Hands) -> Way | None:
    """The first way beside the screen one of whose moving keys or switches this is; None when none has it.

    None too while one of these ways is in use already. Keys that other ways have too, as Back, begin nothing.
    """
    if now.way in beside:
        return None
    for way in beside:
        action = key_maps()[way].action(key)
        if action in (SWITCHES if way.scans else STEPPING):
            return way
    return None
