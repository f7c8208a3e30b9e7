# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache in which a catalogue was kept, to be searched."""

from pathlib import Path

from core.catalogue import Catalogue
from offline_cache.cache import StoredCache, open_cache
from offline_cache.subkeys import Key, KeyOrigin


def opened(folder: Path, catalogue: Catalogue) -> StoredCache:
    """A new cache in this folder, with this catalogue."""
    cache = open_cache(folder, Key(bytes(32), KeyOrigin.MEMORY))
    assert isinstance(cache, StoredCache)
    cache.keep_catalogue(catalogue, b"", 0.0)
    return cache
