# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A submission as one sealed block of bytes: encrypted, authenticated, and bound to its file's name.

This is the boundary behind which a key pair can take the place of the one key, so that the process that seals
cannot open again.
"""

import json
import os
import struct
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from core.submission import Submission
from offline_cache.submission_record import from_record, to_record

_MAGIC = b"CKSPOOL1"
_NONCE_BYTES = 12
_LENGTH = struct.Struct(">I")


class DamagedCopyError(Exception):
    """A sealed copy that is not what was once written under this name with this key."""


@dataclass(frozen=True, slots=True)
class CopySealer:
    """Seals and opens with ChaCha20-Poly1305 (RFC 8439) under 32 key bytes."""

    key: bytes = field(repr=False)

    def seal(self, submission: Submission, name: str) -> bytes:
        """The bytes to keep: magic, nonce, ciphertext with its tag."""
        record = json.dumps(to_record(submission), ensure_ascii=False).encode()
        plain = _LENGTH.pack(len(record)) + record + submission.envelope.body
        nonce = os.urandom(_NONCE_BYTES)
        return _MAGIC + nonce + ChaCha20Poly1305(self.key).encrypt(nonce, plain, _bound_to(name))

    def open(self, content: bytes, name: str) -> Submission:
        """The submission again. DamagedCopyError when even one bit differs, or the name."""
        start = len(_MAGIC) + _NONCE_BYTES
        if len(content) <= start or not content.startswith(_MAGIC):
            raise DamagedCopyError(name)
        try:
            plain = ChaCha20Poly1305(self.key).decrypt(
                content[len(_MAGIC) : start], content[start:], _bound_to(name)
            )
        except InvalidTag as error:
            raise DamagedCopyError(name) from error
        (length,) = _LENGTH.unpack_from(plain)
        end = _LENGTH.size + length
        return from_record(json.loads(plain[_LENGTH.size : end]), plain[end:])


def _bound_to(name: str) -> bytes:
    return _MAGIC + name.encode("ascii")
