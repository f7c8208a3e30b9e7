# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a passphrase into key bytes, slowly enough that guessing is dear."""

import unicodedata

from argon2.low_level import Type, hash_secret_raw

from offline_cache.subkeys import KEY_BYTES

SHORTEST_PASSPHRASE = 10
SALT_BYTES = 16
_PASSES = 3
_MEMORY_KIB = 64 * 1024
_LANES = 4


def stretched(passphrase: str, salt: bytes) -> bytes:
    """32 bytes by Argon2id with 64 MiB and three passes (RFC 9106 section 4, second recommendation).

    The passphrase is taken in its NFC form, so that it is the same from every keyboard.
    """
    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode(),
        salt,
        time_cost=_PASSES,
        memory_cost=_MEMORY_KIB,
        parallelism=_LANES,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
