# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The private keys with which bundles are signed: each in a file of its own, closed by a passphrase."""

import base64
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from offline_cache.passphrase import SALT_BYTES, SHORTEST_PASSPHRASE, stretched
from offline_cache.private_files import PRIVATE_FILE

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner, SSlibKey

SUFFIX: Final = ".key"
NONCE_BYTES: Final = 12
MOST_BYTES: Final = 10_000


class BadKeyError(Exception):
    """A key cannot be made, read or opened. Says why, for whoever signs."""


def make_key(file: Path, passphrase: str) -> str:
    """Make a key, write it to a file that must not be there yet, and return the public half in base64."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise BadKeyError(f"a passphrase has at least {SHORTEST_PASSPHRASE} characters")
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    sealed = ChaCha20Poly1305(stretched(passphrase, salt)).encrypt(nonce, private.private_bytes_raw(), public)
    fields = {"public": public, "salt": salt, "nonce": nonce, "sealed": sealed}
    text = json.dumps({name: base64.b64encode(value).decode() for name, value in fields.items()})
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, PRIVATE_FILE)
    except OSError as problem:
        raise BadKeyError(f"{file}: {problem.strerror}") from None
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(text + "\n")
        out.flush()
        os.fsync(out.fileno())
    return base64.b64encode(public).decode()


def public_key(text: str) -> "SSlibKey":
    """A public key as `make_key` returned it."""
    from securesystemslib.signer import SSlibKey

    try:
        raw = base64.b64decode(text, validate=True)
        return SSlibKey.from_crypto(Ed25519PublicKey.from_public_bytes(raw))
    except ValueError:
        raise BadKeyError("is no public key that `kiosk bundle key` printed") from None


def public_of(file: Path) -> str:
    """The public half of a key's file, in base64: no passphrase is needed for it."""
    return base64.b64encode(_fields(file)["public"]).decode()


def signer_of(file: Path, passphrase: str) -> "CryptoSigner":
    """Open a key."""
    from securesystemslib.signer import CryptoSigner

    fields = _fields(file)
    try:
        raw = ChaCha20Poly1305(stretched(passphrase, fields["salt"])).decrypt(
            fields["nonce"], fields["sealed"], fields["public"]
        )
        return CryptoSigner(Ed25519PrivateKey.from_private_bytes(raw))
    except (InvalidTag, ValueError):
        raise BadKeyError(f"{file}: the passphrase does not open it") from None


def _fields(file: Path) -> dict[str, bytes]:
    try:
        values = json.loads(file.read_bytes()[:MOST_BYTES])
        return {
            name: base64.b64decode(values[name], validate=True)
            for name in ("public", "salt", "nonce", "sealed")
        }
    except OSError as problem:
        raise BadKeyError(f"{file}: {problem.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise BadKeyError(f"{file}: is no key that `kiosk bundle` made") from None
