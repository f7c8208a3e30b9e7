# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the two stores with the keys that a process was given; used on one thread only."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import Trouble, TroubleError
from core.ports import Cache, Drafts, KeptServices, Outbox, ReceiptKeys
from offline_cache.ballast import BALLAST_BYTES
from offline_cache.cache import open_cache
from offline_cache.database import PageCheck
from offline_cache.draft_store import open_drafts
from offline_cache.outbox import open_outbox
from offline_cache.own_services import open_own_services
from offline_cache.receipt_keys import receipt_keys
from offline_cache.subkeys import (
    COURIER_PURPOSES,
    HOME_PURPOSES,
    SESSION_PURPOSES,
    STAFF_PURPOSES,
    Key,
    KeyOrigin,
    Keys,
    Purpose,
    Subkeys,
    part,
)

log = logging.getLogger("kiosk.store")


@dataclass(frozen=True, slots=True)
class OpenStores:
    """The stores of one machine.

    `receipts` where this process was given the key that signs them; `drafts` and `own_services` where something
    outlives a visit.
    """

    cache: Cache
    outbox: Outbox
    receipts: ReceiptKeys | None = None
    drafts: Drafts | None = None
    own_services: KeptServices | None = None

    @property
    def receipt_keys(self) -> ReceiptKeys:
        """`receipts`, for who has to have them. RuntimeError where they were not given (a bug)."""
        if self.receipts is None:
            raise RuntimeError("a receipt came to a process without the key for receipts")
        return self.receipts


def session_keys(key: Key, *, at_home: bool) -> dict[str, str]:
    """What a window's process is given of the master key: it can seal and never open. At home also its person's own."""
    return _in_hex(part(key, HOME_PURPOSES if at_home else SESSION_PURPOSES))


def staff_keys(key: Key) -> dict[str, str]:
    """What a window's process is given besides once staff want to sign in there."""
    return _in_hex(part(key, STAFF_PURPOSES))


def courier_keys(key: Key) -> dict[str, str]:
    """What the courier is given of the master key."""
    return _in_hex(part(key, COURIER_PURPOSES))


def _in_hex(keys: Subkeys) -> dict[str, str]:
    return {purpose.value: secret.hex() for purpose, secret in keys.by_purpose.items()}


def keys_from(given: Mapping[str, str], *, trial: bool) -> Subkeys:
    """The keys as they came through the link. ValueError for anything that none of the above made (a bug)."""
    keys = {Purpose(name): bytes.fromhex(secret) for name, secret in given.items()}
    return Subkeys(keys, KeyOrigin.MEMORY if trial else KeyOrigin.KEYRING)


def open_stores(
    folder: Path,
    keys: Keys,
    now: float,
    *,
    quickly: bool = False,
    trusted: Iterable[bytes] = (),
    apart: bool = False,
) -> OpenStores | Trouble:
    """Open them, making them where there is nothing. A trouble leaves every file as it was.

    Drafts and own services are opened by whoever was given their keys for good, which is a window at home. Without
    them a visit goes on, and says that nothing is kept.

    `quickly` trusts the pages that are not read yet: for the session, which opens what the courier has checked.
    `trusted` are the keys of the receipts of other machines. `apart` is for a process that has one thread yet and
    waits for long: see `open_outbox`.
    """
    check = PageCheck.FIRST_PAGES if quickly else PageCheck.ALL_PAGES
    ballast = 0 if keys.origin is KeyOrigin.MEMORY else BALLAST_BYTES
    try:
        # First, because it has the ballast: on a full disk nothing else could be opened.
        outbox = open_outbox(folder, keys, now, check=check, ballast_bytes=ballast, apart=apart)
        if isinstance(outbox, Trouble):
            return outbox
        cache = open_cache(folder, keys, check=check)
        if isinstance(cache, Trouble):
            outbox.close()
            return cache
    except TroubleError as error:
        return error.trouble
    return OpenStores(cache, outbox, receipt_keys(keys, trusted), _drafts(folder, keys), _own(folder, keys))


def _drafts(folder: Path, keys: Keys) -> Drafts | None:
    if not _lasts(keys, Purpose.DRAFTS):
        return None
    opened = open_drafts(folder, keys)
    if isinstance(opened, Trouble):
        log.error("drafts do not open: %s %s", opened.key, opened.detail)
        return None
    return opened


def _own(folder: Path, keys: Keys) -> KeptServices | None:
    if not _lasts(keys, Purpose.OWN_SERVICES):
        return None
    opened = open_own_services(folder, keys)
    if isinstance(opened, Trouble):
        log.error("own services do not open: %s %s", opened.key, opened.detail)
        return None
    return opened


def _lasts(keys: Keys, purpose: Purpose) -> bool:
    """Whether a process keeps what is for this purpose: it was given the key, and that is not forgotten at its end."""
    return keys.origin is not KeyOrigin.MEMORY and isinstance(keys, Subkeys) and keys.holds(purpose)
