# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The master key once more, sealed to the authority's public key: a dead machine loses nobody's submission.

The wrap lies beside the stores. Only the authority's private key opens it (HPKE, RFC 9180), and that key is never on
a kiosk.
"""

import base64
from pathlib import Path

from core.errors import Trouble
from offline_cache import failures, key_check
from offline_cache.failures import trouble_of
from offline_cache.private_files import write_whole
from offline_cache.subkeys import KEY_BYTES, Key, KeyOrigin

FILE_NAME = "recovery.wrap"
_MAGIC = b"CKRECOV1"
_INFO = b"civic-kiosk recovery v1 "


def make_pair() -> tuple[str, str]:
    """A new pair for an authority: the private and the public key in base64."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    raw = (private.private_bytes_raw(), private.public_key().public_bytes_raw())
    return base64.b64encode(raw[0]).decode(), base64.b64encode(raw[1]).decode()


def keep_wrap(folder: Path, key: Key, public: bytes) -> Trouble | None:
    """Wrap the master key for the authority, unless that wrap is there. A trouble when the disk refuses."""
    path, value = folder / FILE_NAME, key_check.check_value(key.secret).encode()
    head = _MAGIC + public + value
    try:
        if path.exists() and path.read_bytes().startswith(head):
            return None
        from cryptography.hazmat.primitives import hpke
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

        suite = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
        sealed = suite.encrypt(key.secret, X25519PublicKey.from_public_bytes(public), info=_INFO + head)
        write_whole(path, head + sealed)
    except OSError as error:
        return trouble_of(error, FILE_NAME)
    return None


def recovered(folder: Path, private: bytes) -> Key | Trouble:
    """The master key, for whoever has the authority's private key (raw)."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives import hpke
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    try:
        content = (folder / FILE_NAME).read_bytes()
    except OSError as error:
        return trouble_of(error, FILE_NAME)
    head_end = len(_MAGIC) + KEY_BYTES + len(key_check.check_value(bytes(KEY_BYTES)))
    head = content[:head_end]
    if len(content) <= head_end or not head.startswith(_MAGIC):
        return Trouble(failures.DAMAGED, detail=FILE_NAME)
    suite = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
    try:
        own = X25519PrivateKey.from_private_bytes(private)
        secret = suite.decrypt(content[head_end:], own, info=_INFO + head)
    except InvalidTag:
        return Trouble(failures.WRONG_KEY, detail=FILE_NAME)
    return Key(secret, KeyOrigin.CREDENTIAL)
