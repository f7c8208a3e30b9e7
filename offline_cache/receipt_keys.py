# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""This machine's key for its receipts, and the public keys of the other machines of its authority (RFC 8032).

The key comes from the store's own (HKDF): it needs no place and no care of its own, and a machine that lost its store
has another one. No machine can sign in the name of another.
"""

import base64
import hashlib
from collections.abc import Iterable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from offline_cache.subkeys import Keys, Purpose

ID_BYTES = 4


class MachineReceiptKeys:
    """`core.ports.ReceiptKeys`. `trusted` are raw public keys of 32 bytes; its own is trusted always."""

    def __init__(self, seed: bytes, trusted: Iterable[bytes] = ()) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        own = self._private.public_key().public_bytes_raw()
        self.public = base64.b64encode(own).decode()
        self.own = _id_of(own)
        self._known: dict[bytes, list[Ed25519PublicKey]] = {}
        for raw in dict.fromkeys((own, *trusted)):
            self._known.setdefault(_id_of(raw), []).append(Ed25519PublicKey.from_public_bytes(raw))

    def sign(self, message: bytes) -> bytes:
        """See `ReceiptKeys.sign`."""
        return self._private.sign(message)

    def vouches(self, key: bytes, message: bytes, signature: bytes) -> bool:
        """See `ReceiptKeys.vouches`."""
        return any(_fits(public, message, signature) for public in self._known.get(key, ()))


def receipt_keys(keys: Keys, trusted: Iterable[bytes] = ()) -> MachineReceiptKeys | None:
    """The keys for receipts; None in a process that was not given them, as the courier."""
    if not keys.holds(Purpose.RECEIPTS):
        return None
    return MachineReceiptKeys(keys.derive(Purpose.RECEIPTS), trusted)


def _id_of(public: bytes) -> bytes:
    return hashlib.sha256(public).digest()[:ID_BYTES]


def _fits(public: Ed25519PublicKey, message: bytes, signature: bytes) -> bool:
    try:
        public.verify(signature, message)
    except InvalidSignature:
        return False
    return True
