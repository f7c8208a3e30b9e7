# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the code of a receipt apart and makes one whose sum is right, as somebody does who knows the format."""

import base64
import binascii

from core.signed_receipt import BEGINS, NAME

CROCKFORD, RFC_4648 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def packet(code: str) -> bytes:
    """What a code holds, without its sum."""
    signs = code[len(BEGINS + NAME) :].translate(str.maketrans(CROCKFORD, RFC_4648))
    return base64.b32decode(signs + "=" * (-len(signs) % 8))[:-4]


def code_of(body: bytes) -> str:
    """A code whose sum is right."""
    signs = base64.b32encode(body + binascii.crc32(body).to_bytes(4)).decode().rstrip("=")
    return BEGINS + NAME + signs.translate(str.maketrans(RFC_4648, CROCKFORD))
