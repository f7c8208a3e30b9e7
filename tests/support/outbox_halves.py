# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox as the window's process opens it, which only seals, and as the courier does, who also reads."""

from pathlib import Path

from offline_cache.outbox import StoredOutbox
from offline_cache.subkeys import COURIER_PURPOSES, SESSION_PURPOSES, Keys, part
from tests.support import stored_outbox
from tests.support.stored_outbox import KEY, NOW

SESSION, COURIER = part(KEY, SESSION_PURPOSES), part(KEY, COURIER_PURPOSES)


def opened(folder: Path, keys: Keys = COURIER, now: float = NOW) -> StoredOutbox:
    """As the courier opens it, or whoever has these keys."""
    return stored_outbox.opened(folder, keys, now)
