# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""This machine's key for its receipts, and the public keys of the other machines of its authority (RFC 8032).

The key comes from the store's own (HKDF): it needs no place and no care of its own, and a machine that lost its store
has another one. No machine can sign in the name of another.

Its cryptography is loaded with the first receipt, seven megabytes in each session: sealing, which comes before one, has
loaded most of it by then, off the window's thread.
"""

import base64
import hashlib
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from offline_cache.subkeys import Keys, Purpose

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ID_BYTES = 4


class MachineReceiptKeys:
    """`core.ports.ReceiptKeys`. `trusted` are raw public keys of 32 bytes; its own is trusted always."""

    def __init__(self, seed: bytes, trusted: Iterable[bytes] = ()) -> None:
        self._seed = seed
        self._trusted = tuple(trusted)

    @property
    def public(self) -> str:
        """The public half, as other machines of the authority are told it (Base64 of the 32 bytes)."""
        return base64.b64encode(self._own_public).decode()

    @cached_property
    def own(self) -> bytes:
        """See `ReceiptKeys.own`."""
        return _id_of(self._own_public)

    def sign(self, message: bytes) -> bytes:
        """See `ReceiptKeys.sign`."""
        return self._private.sign(message)

    def vouches(self, key: bytes, message: bytes, signature: bytes) -> bool:
        """See `ReceiptKeys.vouches`."""
        return any(_fits(public, message, signature) for public in self._known.get(key, ()))

    @cached_property
    def _private(self) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._seed)

    @cached_property
    def _own_public(self) -> bytes:
        return self._private.public_key().public_bytes_raw()

    @cached_property
    def _known(self) -> "dict[bytes, list[Ed25519PublicKey]]":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        known: dict[bytes, list[Ed25519PublicKey]] = {}
        for raw in dict.fromkeys((self._own_public, *self._trusted)):
            known.setdefault(_id_of(raw), []).append(Ed25519PublicKey.from_public_bytes(raw))
        return known


def receipt_keys(keys: Keys, trusted: Iterable[bytes] = ()) -> MachineReceiptKeys | None:
    """The keys for receipts; None in a process that was not given them, as the courier."""
    if not keys.holds(Purpose.RECEIPTS):
        return None
    return MachineReceiptKeys(keys.derive(Purpose.RECEIPTS), trusted)


def _id_of(public: bytes) -> bytes:
    return hashlib.sha256(public).digest()[:ID_BYTES]


def _fits(public: "Ed25519PublicKey", message: bytes, signature: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature

    try:
        public.verify(signature, message)
    except InvalidSignature:
        return False
    return True
