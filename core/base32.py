# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes as capital letters and figures, which any scanner types and a QR code holds densely: Crockford's base 32.

A packet has a sum of its own (CRC-32), so that what was torn or misread is told apart from what is merely strange.
"""

import base64
import binascii

_CRC_BYTES = 4
_TO_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_FROM_CROCKFORD = str.maketrans(
    "0123456789ABCDEFGHJKMNPQRSTVWXYZ" + "OILU", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" + "ABB!"
)
"""O, I and L are read as what they look like; there is no U."""


def packed(body: bytes) -> str:
    """The signs of a packet with this body."""
    whole = body + binascii.crc32(body).to_bytes(_CRC_BYTES)
    return base64.b32encode(whole).decode().rstrip("=").translate(_TO_CROCKFORD)


def unpacked(signs: str) -> bytes | None:
    """The body of a packet, where its sum is right; None for anything else that somebody types."""
    letters = signs.translate(_FROM_CROCKFORD)
    try:
        whole = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except (binascii.Error, ValueError):
        return None
    if base64.b32encode(whole).decode().rstrip("=") != letters:
        # The last sign has bits to spare; they are nothing but zero.
        return None
    body, crc = whole[:-_CRC_BYTES], whole[-_CRC_BYTES:]
    return body if body and binascii.crc32(body).to_bytes(_CRC_BYTES) == crc else None


def folded(text: str, most: int) -> str:
    """Only the signs that count of what was typed, however it was spaced, in capitals; at most so many are read."""
    return "".join(sign for sign in text[:most].upper() if sign.isascii() and sign.isalnum())
