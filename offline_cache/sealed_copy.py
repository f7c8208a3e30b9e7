# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A submission as one sealed block of bytes, bound to its name: whoever seals it cannot open it again.

HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and ChaCha20-Poly1305, to the public key of an epoch.
"""

import json
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.submission import Submission
from offline_cache.submission_record import from_record, to_record

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import Suite

MAGIC = b"CKSEAL02"
EARLIER_MAGIC = b"CKSPOOL1"
"""Of the format before key pairs, which one key sealed and opened."""

_EPOCH = struct.Struct(">I")
_LENGTH = struct.Struct(">I")
_HEAD = len(MAGIC) + _EPOCH.size
_NONCE_BYTES = 12


class DamagedCopyError(Exception):
    """A sealed copy that is not what was once written under this name, or whose key is not there."""


@dataclass(frozen=True, slots=True)
class EpochSeal:
    """The public half of one epoch: enough to seal. `public` is the raw X25519 key."""

    epoch: int
    public: bytes

    def seal(self, submission: Submission, name: str) -> bytes:
        """The bytes to keep: magic, epoch, the encapsulated key and the ciphertext with its tag."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

        record = json.dumps(to_record(submission), ensure_ascii=False).encode()
        plain = _LENGTH.pack(len(record)) + record + submission.envelope.body
        head = MAGIC + _EPOCH.pack(self.epoch)
        public = X25519PublicKey.from_public_bytes(self.public)
        return head + _suite().encrypt(plain, public, info=_bound_to(head, name))


def epoch_of(content: bytes) -> int | None:
    """Under which epoch a block says that it was sealed; None for the earlier format, or for something else."""
    if len(content) < _HEAD or not content.startswith(MAGIC):
        return None
    (epoch,) = _EPOCH.unpack_from(content, len(MAGIC))
    return int(epoch)


@dataclass(frozen=True, slots=True)
class CopyOpener:
    """The only thing that opens. `private` gives an epoch's private half; `earlier` opens the format before it."""

    private: "Callable[[int], X25519PrivateKey]"
    earlier: bytes

    def open(self, content: bytes, name: str) -> Submission:
        """The submission again. DamagedCopyError when even one bit differs, or the name, or the key is gone."""
        from cryptography.exceptions import InvalidTag

        try:
            plain = self._plain(content, name)
        except InvalidTag as error:
            raise DamagedCopyError(name) from error
        (length,) = _LENGTH.unpack_from(plain)
        end = _LENGTH.size + length
        return from_record(json.loads(plain[_LENGTH.size : end]), plain[end:])

    def _plain(self, content: bytes, name: str) -> bytes:
        epoch = epoch_of(content)
        if epoch is not None:
            head = content[:_HEAD]
            return _suite().decrypt(content[_HEAD:], self.private(epoch), info=_bound_to(head, name))
        start = len(EARLIER_MAGIC) + _NONCE_BYTES
        if len(content) <= start or not content.startswith(EARLIER_MAGIC):
            raise DamagedCopyError(name)
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        nonce = content[len(EARLIER_MAGIC) : start]
        return ChaCha20Poly1305(self.earlier).decrypt(nonce, content[start:], _bound_to(EARLIER_MAGIC, name))


def _suite() -> "Suite":
    from cryptography.hazmat.primitives import hpke

    return hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


def _bound_to(head: bytes, name: str) -> bytes:
    return head + name.encode("ascii")
