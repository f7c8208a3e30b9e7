# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One master key, and from it a different key for each purpose (HKDF-SHA256, RFC 5869)."""

from dataclasses import dataclass, field
from enum import Enum

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


class KeyOrigin(Enum):
    """Where a master key lives. Said on screen and in the log, so that nobody takes one for another."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word for a kind of key, no secret
    MEMORY = "memory"


class Purpose(Enum):
    """What a derived key is for. The values are part of the format and never change."""

    CACHE = "cache database v1"
    OUTBOX = "outbox database v1"
    SPOOL = "outbox spool v1"


@dataclass(frozen=True, slots=True)
class Key:
    """A master key of 32 bytes and where it came from. Never printed."""

    secret: bytes = field(repr=False)
    origin: KeyOrigin

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError(f"a master key has {KEY_BYTES} bytes, not {len(self.secret)}")

    def derive(self, purpose: Purpose) -> bytes:
        """The 32 bytes for one purpose."""
        info = b"civic-kiosk " + purpose.value.encode("ascii")
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(self.secret)
