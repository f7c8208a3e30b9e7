# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A submission encrypted to a form's key can be read with the private key alone, as the specification says."""

import base64
import hashlib
import os
from collections.abc import Mapping
from email.parser import BytesParser
from email.policy import HTTP

import pytest
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from lxml import etree

from core.ids import FormId, SubmissionId
from services.openrosa.encrypted import encrypted, next_vector, public_key
from services.openrosa.envelope import envelope

INSTANCE = '<data id="f" version="2"><name>Ana Müller 王</name></data>'.encode()
SUBMISSION = SubmissionId("uuid:5d2c1c5e-7f61-4d8a-9d3e-2d4f8a1b6c70")
PRIVATE = rsa.generate_private_key(65_537, 2_048)


def as_in_a_form(key: rsa.RSAPublicKey | ec.EllipticCurvePublicKey) -> str:
    return base64.b64encode(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


def opened(sealed: str) -> bytes:
    return PRIVATE.decrypt(base64.b64decode(sealed), OAEP(MGF1(hashes.SHA1()), hashes.SHA256(), None))


Encrypted = tuple[etree._Element, Mapping[str, bytes]]


def made(version: str = "2") -> tuple[etree._Element, bytes]:
    manifest, bodies = made_with({}, version)
    assert list(bodies) == ["submission.xml.enc"]
    return manifest, bodies["submission.xml.enc"]


def made_with(files: Mapping[str, bytes], version: str = "2") -> Encrypted:
    key = public_key(as_in_a_form(PRIVATE.public_key()))
    assert key is not None
    manifest, bodies = encrypted(INSTANCE, FormId("f"), version, SUBMISSION, key, os.urandom, files)
    return etree.fromstring(manifest), bodies


def text(manifest: etree._Element, name: str) -> str:
    return manifest.findtext(f"{{*}}{name}") or ""


def test_the_private_key_reads_what_was_sent() -> None:
    manifest, body = made()
    secret = opened(text(manifest, "base64EncryptedKey"))
    seed = bytearray(hashlib.md5(SUBMISSION.encode() + secret).digest())
    decryptor = Cipher(AES(secret), CFB(next_vector(seed, 0))).decryptor()
    unpadder = padding.PKCS7(128).unpadder()
    padded = decryptor.update(body) + decryptor.finalize()
    assert unpadder.update(padded) + unpadder.finalize() == INSTANCE
    assert b"Ana" not in body
    assert len(body) % 16 == 0


def test_files_are_encrypted_before_the_answers_and_named_in_the_manifest_and_the_signature() -> None:
    files = {"photo.jpg": b"\xff\xd8\xff a photo", "voice.wav": b"RIFF a voice"}
    manifest, bodies = made_with(files)
    assert list(bodies) == ["photo.jpg.enc", "voice.wav.enc", "submission.xml.enc"]
    assert [one.text for one in manifest.iterfind("{*}media/{*}file")] == ["photo.jpg.enc", "voice.wav.enc"]
    secret = opened(text(manifest, "base64EncryptedKey"))
    seed, plain = bytearray(hashlib.md5(SUBMISSION.encode() + secret).digest()), []
    for count, body in enumerate(bodies.values()):
        decryptor = Cipher(AES(secret), CFB(next_vector(seed, count))).decryptor()
        unpadder = padding.PKCS7(128).unpadder()
        plain.append(unpadder.update(decryptor.update(body) + decryptor.finalize()) + unpadder.finalize())
    assert plain == [*files.values(), INSTANCE]
    lines = ["f", "2", text(manifest, "base64EncryptedKey"), SUBMISSION]
    lines += [f"{name}::{hashlib.md5(content).hexdigest()}" for name, content in files.items()]
    lines.append(f"submission.xml::{hashlib.md5(INSTANCE).hexdigest()}")
    wanted = hashlib.md5("".join(f"{line}\n" for line in lines).encode()).digest()
    assert opened(text(manifest, "base64EncryptedElementSignature")) == wanted


@pytest.mark.parametrize("version", ["2", ""])
def test_the_signature_is_over_what_the_specification_names(version: str) -> None:
    manifest, _ = made(version)
    lines = ["f", *([version] if version else []), text(manifest, "base64EncryptedKey"), SUBMISSION]
    lines.append(f"submission.xml::{hashlib.md5(INSTANCE).hexdigest()}")
    wanted = hashlib.md5("".join(f"{line}\n" for line in lines).encode()).digest()
    assert opened(text(manifest, "base64EncryptedElementSignature")) == wanted


def test_the_manifest_names_the_form_the_file_and_the_submission() -> None:
    manifest, _ = made()
    assert {str(key): value for key, value in manifest.attrib.items()} == {
        "id": "f",
        "encrypted": "yes",
        "version": "2",
    }
    assert text(manifest, "encryptedXmlFile") == "submission.xml.enc"
    assert manifest.findtext("{*}meta/{*}instanceID") == SUBMISSION


def test_each_file_has_a_vector_of_its_own() -> None:
    seed = bytearray([255] * 16)
    first, second = next_vector(seed, 0), next_vector(seed, 1)
    assert first == bytes([0] + [255] * 15)
    assert second == bytes([0, 0] + [255] * 14)


def of_no_known_kind(key: rsa.RSAPublicKey) -> str:
    """A well-formed key whose algorithm has another number (1.2.840 became 1.2.1864)."""
    der = base64.b64decode(as_in_a_form(key))
    return base64.b64encode(der.replace(b"\x2a\x86\x48\x86", b"\x2a\x8e\x48\x86", 1)).decode()


@pytest.mark.parametrize(
    "key",
    [
        "",
        "not base64 !",
        base64.b64encode(b"nonsense").decode(),
        as_in_a_form(ec.generate_private_key(ec.SECP256R1()).public_key()),
        as_in_a_form(rsa.generate_private_key(65_537, 1_024).public_key()),
        of_no_known_kind(PRIVATE.public_key()),
    ],
)
def test_what_is_no_good_key_is_told(key: str) -> None:
    assert public_key(key) is None


def test_files_travel_as_parts_of_the_same_request() -> None:
    sent = envelope(b"<data/>", "http://127.0.0.1:1/x", SUBMISSION, {"submission.xml.enc": b"\x00\r\n--\xff"})
    kind = dict(sent.headers)["Content-Type"]
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + sent.body)
    parts = {part.get_param("name", header="content-disposition"): part for part in message.iter_parts()}
    assert parts["xml_submission_file"].get_content().strip() == "<data/>"
    assert parts["submission.xml.enc"].get_payload(decode=True) == b"\x00\r\n--\xff"
