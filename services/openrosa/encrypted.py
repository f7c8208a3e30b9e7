# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Encrypts a submission to the public key that its form carries (ODK XForms, 'Encryption'); sends nothing.

Only the holder of the private key can read what was sent; the server that keeps it cannot.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterable, Mapping

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.asymmetric import padding as asymmetric
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.serialization import load_der_public_key
from lxml import etree

from core.ids import FormId, SubmissionId
from services.openrosa.envelope import NO_FILES

XML_FILE = "submission.xml"
ENDING = ".enc"
SUBMISSIONS = "http://opendatakit.org/submissions"
OPENROSA = "http://openrosa.org/xforms"
KEY_BYTES = 32
_LEAST_BITS = 2_048


def public_key(text: str) -> RSAPublicKey | None:
    """The key in a form's `base64RsaPublicKey` (a DER SubjectPublicKeyInfo); None when it is no good RSA key."""
    try:
        found = load_der_public_key(base64.b64decode("".join(text.split()), validate=True))
    except (binascii.Error, ValueError, TypeError, UnsupportedAlgorithm):
        return None
    return found if isinstance(found, RSAPublicKey) and found.key_size >= _LEAST_BITS else None


def encrypted(
    instance: bytes,
    form: FormId,
    version: str,
    submission: SubmissionId,
    key: RSAPublicKey,
    random_bytes: Callable[[int], bytes],
    files: Mapping[str, bytes] = NO_FILES,
) -> tuple[bytes, Mapping[str, bytes]]:
    """The manifest, which takes the place of the instance, and what goes beside it, encrypted, by name.

    These are the `files` in the order of the manifest and then the instance, `submission.xml.enc`. `random_bytes` gives
    the key of this one submission, which nobody keeps.
    """
    secret = random_bytes(KEY_BYTES)
    sealed_key = base64.b64encode(_to_key(secret, key)).decode("ascii")
    seed, whole = bytearray(_md5(submission.encode() + secret)), {**files, XML_FILE: instance}
    bodies = {
        f"{name}{ENDING}": _cipher(content, secret, next_vector(seed, count))
        for count, (name, content) in enumerate(whole.items())
    }
    # The MD5 digests are the specification's; they protect nothing that the keys do not.
    told = [form, *([version] if version else []), sealed_key, submission]
    told += [f"{name}::{_md5(content).hex()}" for name, content in whole.items()]
    signature = base64.b64encode(_to_key(_md5("".join(f"{one}\n" for one in told).encode()), key)).decode(
        "ascii"
    )
    return _manifest(form, version, submission, sealed_key, signature, files), bodies


def next_vector(seed: bytearray, count: int) -> bytes:
    """The initialisation vector of the file with this number: each adds one to the next byte of the seed."""
    place = count % len(seed)
    seed[place] = (seed[place] + 1) % 256
    return bytes(seed)


def _cipher(content: bytes, secret: bytes, vector: bytes) -> bytes:
    padder = padding.PKCS7(AES.block_size).padder()
    padded = padder.update(content) + padder.finalize()
    encryptor = Cipher(AES(secret), CFB(vector)).encryptor()
    return encryptor.update(padded) + encryptor.finalize()


def _to_key(content: bytes, key: RSAPublicKey) -> bytes:
    """RSA-OAEP with SHA-256 and, as Java understands its name, MGF1 with SHA-1."""
    # SHA-1 is no signature here: OAEP needs no collision resistance of its mask.
    mask = asymmetric.MGF1(hashes.SHA1())  # noqa: S303  # the specification's
    return key.encrypt(content, asymmetric.OAEP(mask, hashes.SHA256(), None))


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _manifest(
    form: FormId,
    version: str,
    submission: SubmissionId,
    sealed_key: str,
    signature: str,
    files: Iterable[str],
) -> bytes:
    root = etree.Element(f"{{{SUBMISSIONS}}}data", nsmap={"orx": OPENROSA})
    root.set("id", form)
    root.set("encrypted", "yes")
    if version:
        root.set("version", version)
    for name, text in (
        ("base64EncryptedKey", sealed_key),
        ("encryptedXmlFile", f"{XML_FILE}{ENDING}"),
        ("base64EncryptedElementSignature", signature),
    ):
        etree.SubElement(root, f"{{{SUBMISSIONS}}}{name}").text = text
    for name in files:
        media = etree.SubElement(root, f"{{{SUBMISSIONS}}}media")
        etree.SubElement(media, f"{{{SUBMISSIONS}}}file").text = f"{name}{ENDING}"
    meta = etree.SubElement(root, f"{{{OPENROSA}}}meta")
    etree.SubElement(meta, f"{{{OPENROSA}}}instanceID").text = submission
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
