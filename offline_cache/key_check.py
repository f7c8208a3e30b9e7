# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A key check value beside each store, so that a wrong key and a damaged first page can be told apart."""

import hashlib
import hmac
from enum import Enum
from pathlib import Path

from offline_cache.private_files import write_whole

_LABEL = b"civic-kiosk key check value 1"


class KeyVerdict(Enum):
    """What the value beside a store says about a key."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"


def check_value(key: bytes) -> str:
    """HMAC-SHA256 of a fixed label under the key, in hexadecimal: tells keys apart, gives none away."""
    return hmac.new(key, _LABEL, hashlib.sha256).hexdigest()


def verdict(path: Path, key: bytes) -> KeyVerdict:
    """Compare the key with the value in the file: UNKNOWN when there is none. OSError when unreadable."""
    try:
        kept = path.read_text("ascii", errors="replace").strip()
    except FileNotFoundError:
        return KeyVerdict.UNKNOWN
    if not kept:
        return KeyVerdict.UNKNOWN
    return KeyVerdict.RIGHT if hmac.compare_digest(kept, check_value(key)) else KeyVerdict.WRONG


def keep(path: Path, key: bytes) -> None:
    """Write the key's value into the file, durably. OSError when that cannot be done."""
    write_whole(path, check_value(key).encode("ascii"))
