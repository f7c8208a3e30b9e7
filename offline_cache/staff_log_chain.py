# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chain behind the log of staff: each record is bound to all before it, and the machine signs where it stands.

`mac` is HMAC-SHA256 over the one before and the record's bytes, `digest` SHA-256 over the same: the machine's secret
finds any change, and who has only its public key finds any change before the last signature (reliability.md B7).
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Link:
    """Where the chain stands after record `number`; 0 before the first one."""

    number: int = 0
    mac: bytes = bytes(BYTES)
    digest: bytes = bytes(BYTES)

    def values(self) -> dict[str, str | int]:
        """As plain data."""
        return {"seq": self.number, "mac": self.mac.hex(), "digest": self.digest.hex()}


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What the machine signed: where the chain stood, and the number before the first record that there was."""

    link: Link
    begins: int
    signature: bytes = b""

    def signed_bytes(self) -> bytes:
        """What the signature is over."""
        return canonical(self.link.values() | {"begins": self.begins})


@dataclass(frozen=True)
class Chain:
    """The chain with a machine's secret. Never printed."""

    secret: bytes = field(repr=False)

    def after(self, link: Link, content: bytes) -> Link:
        """Where it stands after one more record with this content."""
        mac = hmac.digest(self.secret, link.mac + content, "sha256")
        return Link(link.number + 1, mac, digest_after(link.digest, content))

    def seal(self, place: str, link: Link) -> bytes:
        """Proves that this machine put the link at that place."""
        return hmac.digest(self.secret, place.encode() + b" " + canonical(link.values()), "sha256")

    def checkpoint(self, link: Link, begins: int) -> Checkpoint:
        """Signed by this machine (Ed25519, RFC 8032)."""
        return Checkpoint(link, begins, self._private.sign(Checkpoint(link, begins).signed_bytes()))

    @cached_property
    def public(self) -> bytes:
        """By which anybody knows this machine's signatures."""
        return self._private.public_key().public_bytes_raw()

    @cached_property
    def _private(self) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(hmac.digest(self.secret, b"checkpoints", "sha256"))


def canonical(values: Mapping[str, str | int | Mapping[str, str | int]]) -> bytes:
    """The only bytes that this data has (RFC 8785)."""
    import rfc8785

    return rfc8785.dumps(dict(values))


def digest_after(digest: bytes, content: bytes) -> bytes:
    """What anybody can compute of a record and the ones before it."""
    return hashlib.sha256(digest + content).digest()


def is_signed(checkpoint: Checkpoint, public: bytes) -> bool:
    """Whether the machine of that public key signed it."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(checkpoint.signature, checkpoint.signed_bytes())
    except (InvalidSignature, ValueError):
        return False
    return True
