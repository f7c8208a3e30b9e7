# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One master key, and from it a different key for each purpose (HKDF-SHA256, RFC 5869)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

KEY_BYTES = 32


class KeyOrigin(Enum):
    """Where a master key lives. Said on screen and in the log, so that nobody takes one for another."""

    CREDENTIAL = "credential"
    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word for a kind of key, no secret
    MEMORY = "memory"


class Purpose(Enum):
    """What a derived key is for. The values are part of the format and never change.

    `EPOCHS` opens the private halves of the outbox's key pairs and `SPOOL` the copies of an earlier format: only
    a process that has both can read what citizens sent. `RECEIPTS` is the seed of what signs this machine's receipts.
    `STAFF_SECRETS` goes into what is kept of PINs and cards, `STAFF_LOG_CHAIN` chains and signs the log of staff.
    """

    CACHE = "cache database v1"
    OUTBOX = "outbox database v1"
    SPOOL = "outbox spool v1"
    EPOCHS = "outbox epochs v1"
    DRAFTS = "drafts database v1"
    OWN_SERVICES = "own services database v1"
    RECEIPTS = "receipt signatures v1"
    STAFF = "staff database v1"
    STAFF_SECRETS = "staff pins and cards v1"
    STAFF_LOG = "staff log database v1"
    STAFF_LOG_CHAIN = "staff log chain v1"


SESSION_PURPOSES = (Purpose.CACHE, Purpose.OUTBOX, Purpose.RECEIPTS)
"""What a window's process is given at a kiosk: it can put a submission into the outbox and never take one out,
and sign the receipt."""

HOME_PURPOSES = (*SESSION_PURPOSES, Purpose.DRAFTS, Purpose.OWN_SERVICES)
"""What a window's process is given at home: also what outlives a visit there."""

STAFF_PURPOSES = (Purpose.STAFF, Purpose.STAFF_SECRETS, Purpose.STAFF_LOG, Purpose.STAFF_LOG_CHAIN)
"""What a window's process is given besides when staff want to sign in there; a visit's process never has them."""

COURIER_PURPOSES = (Purpose.CACHE, Purpose.OUTBOX, Purpose.SPOOL, Purpose.EPOCHS)
"""What the courier is given."""


class NotGivenError(Exception):
    """A process asked for a key that it is not meant to have: always a bug."""


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
        # Loaded here, because the window's process gets its keys derived and never needs it.
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        info = b"civic-kiosk " + purpose.value.encode("ascii")
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(self.secret)

    def holds(self, purpose: Purpose) -> bool:
        """A master key opens everything."""
        del purpose
        return True


@dataclass(frozen=True, slots=True)
class Subkeys:
    """The keys of some purposes, without the master key from which they came. Never printed."""

    by_purpose: Mapping[Purpose, bytes] = field(repr=False)
    origin: KeyOrigin

    def derive(self, purpose: Purpose) -> bytes:
        """The 32 bytes for one purpose. NotGivenError when this process was not given them."""
        if purpose not in self.by_purpose:
            raise NotGivenError(purpose.value)
        return self.by_purpose[purpose]

    def holds(self, purpose: Purpose) -> bool:
        """Whether this process was given the key for that purpose."""
        return purpose in self.by_purpose


Keys = Key | Subkeys
"""What a process of ours opens stores with."""


def part(key: Key, purposes: Iterable[Purpose]) -> Subkeys:
    """What a process is given that needs those purposes only."""
    return Subkeys({purpose: key.derive(purpose) for purpose in purposes}, key.origin)
