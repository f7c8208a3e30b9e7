# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A checkpoint of the log of staff as a code to scan: capital letters and digits only, so that a QR code stays small.

After `PREFIX` base32 (RFC 4648) without padding: the record's number, the one before the first record, `mac`, `digest`
and signature as in `staff_log_chain`, and the beginning of the public key, which tells one machine from another.
"""

import base64
import binascii
import struct
from dataclasses import dataclass
from typing import Final

from offline_cache.staff_log_chain import BYTES, Checkpoint, Link

PREFIX: Final = "KIOSKLOG1:"
KEY_BYTES: Final = 4
LAYOUT: Final = struct.Struct(f">II{BYTES}s{BYTES}s{2 * BYTES}s{KEY_BYTES}s")
LETTERS: Final = -(-LAYOUT.size * 8 // 5)


class UnreadableCodeError(Exception):
    """No code of a checkpoint."""


@dataclass(frozen=True, slots=True)
class ScannedCheckpoint:
    """What a code says; nothing of it is proven before its signature is looked at."""

    checkpoint: Checkpoint
    key: bytes
    """The first bytes of the public key of the machine that it says it is from."""


def code_of(checkpoint: Checkpoint, public: bytes) -> str:
    """The code of a checkpoint that the machine of this public key signed."""
    link = checkpoint.link
    packed = LAYOUT.pack(
        link.number, checkpoint.begins, link.mac, link.digest, checkpoint.signature, public[:KEY_BYTES]
    )
    return PREFIX + base64.b32encode(packed).decode("ascii").rstrip("=")


def read_code(text: str) -> ScannedCheckpoint:
    """What `code_of` gave, in any case and with any spaces. UnreadableCodeError for anything else."""
    signs = "".join(text.split()).upper()
    letters = signs.removeprefix(PREFIX)
    if letters == signs or len(letters) != LETTERS:
        raise UnreadableCodeError
    try:
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except (binascii.Error, ValueError) as error:
        raise UnreadableCodeError from error
    number, begins, mac, digest, signature, key = LAYOUT.unpack(raw)
    return ScannedCheckpoint(Checkpoint(Link(number, mac, digest), begins, signature), key)
