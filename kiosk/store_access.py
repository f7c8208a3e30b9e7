# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the two stores with the key that the supervisor was given; used on one thread only."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from core.errors import Trouble, TroubleError
from core.ports import Cache, Outbox
from kiosk.profile.model import Profile
from offline_cache.ballast import BALLAST_BYTES
from offline_cache.cache import open_cache
from offline_cache.database import PageCheck
from offline_cache.outbox import open_outbox
from offline_cache.subkeys import Key, KeyOrigin


@dataclass(frozen=True, slots=True)
class OpenStores:
    """Both stores of one machine."""

    cache: Cache
    outbox: Outbox


def folder_of(profile: Profile) -> Path:
    """Where a profile's store lies: its own folder, or the platform's place for it."""
    return profile.store or platformdirs.user_data_path("civic-kiosk") / profile.name


def trial_folder() -> Path:
    """A new folder for a store whose key lives in memory only; on tmpfs where the system has one for us."""
    return Path(tempfile.mkdtemp(prefix="civic-kiosk-", dir=_runtime()))


def _runtime() -> str | None:
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    return place if place and Path(place).is_dir() else None


def key_from(secret: str, *, trial: bool) -> Key:
    """The key as it came through the link, in hex."""
    return Key(bytes.fromhex(secret), KeyOrigin.MEMORY if trial else KeyOrigin.KEYRING)


def open_stores(folder: Path, key: Key, now: float, *, quickly: bool = False) -> OpenStores | Trouble:
    """Open both, making them where there is nothing. A trouble leaves every file as it was.

    `quickly` trusts the pages that are not read yet: for the session, which opens what the courier has checked.
    """
    check = PageCheck.FIRST_PAGES if quickly else PageCheck.ALL_PAGES
    ballast = 0 if key.origin is KeyOrigin.MEMORY else BALLAST_BYTES
    try:
        cache = open_cache(folder, key, check=check)
        if isinstance(cache, Trouble):
            return cache
        outbox = open_outbox(folder, key, now, check=check, ballast_bytes=ballast)
        if isinstance(outbox, Trouble):
            return outbox
    except TroubleError as error:
        return error.trouble
    return OpenStores(cache, outbox)
