# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The device secret that systemd gives, and the wrap with which only the authority finds the key again."""

import base64
import shutil
import subprocess
from pathlib import Path

import pytest

from core.errors import Trouble
from offline_cache.keys import FromCredential, FromPassphrase, find_key
from offline_cache.recovery import FILE_NAME, keep_wrap, make_pair, recovered
from offline_cache.subkeys import Key, KeyOrigin

SECRET = bytes(range(32))
KEY = Key(SECRET, KeyOrigin.CREDENTIAL)


def credentials(folder: Path, content: bytes, mode: int = 0o400) -> FromCredential:
    """What systemd does: a private folder with one read-only file for each credential."""
    folder.mkdir(mode=0o700)
    (folder / "civic-kiosk").write_bytes(content)
    (folder / "civic-kiosk").chmod(mode)
    return FromCredential(folder)


@pytest.mark.parametrize("content", [SECRET, SECRET.hex().encode(), SECRET.hex().upper().encode() + b"\n"])
def test_the_secret_of_the_service_is_the_key(tmp_path: Path, content: bytes) -> None:
    policy = credentials(tmp_path / "given", content)

    assert find_key(policy, tmp_path / "store") == KEY
    assert find_key(policy, tmp_path / "store") == KEY
    assert SECRET.hex() not in (tmp_path / "store" / "key.json").read_text()


@pytest.mark.parametrize("content", [b"", b"short", SECRET + b"\0", b"zz" * 32, SECRET.hex().encode()[:-1]])
def test_what_is_no_secret_is_refused_and_nothing_weaker_is_made(tmp_path: Path, content: bytes) -> None:
    found = find_key(credentials(tmp_path / "given", content), tmp_path / "store")

    assert isinstance(found, Trouble)
    assert found.key == "trouble.key_unavailable"
    assert not list((tmp_path / "store").iterdir())


@pytest.mark.parametrize("folder", [None, Path("/nonexistent")])
def test_without_a_credential_there_is_no_key(tmp_path: Path, folder: Path | None) -> None:
    found = find_key(FromCredential(folder), tmp_path / "store")

    assert isinstance(found, Trouble)
    assert found.key == "trouble.key_unavailable"


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    found = find_key(credentials(tmp_path / "given", SECRET, 0o440), tmp_path / "store")

    assert isinstance(found, Trouble)
    assert "read by others" in found.detail


def test_another_secret_or_another_place_is_refused_once_there_is_a_store(tmp_path: Path) -> None:
    find_key(credentials(tmp_path / "given", SECRET), tmp_path / "store")
    before = (tmp_path / "store" / "key.json").read_bytes()

    for policy, expected in (
        (credentials(tmp_path / "other", bytes(32)), "trouble.key_missing"),
        (FromCredential(None), "trouble.key_missing"),
        (FromPassphrase("correct horse battery"), "trouble.key_other_origin"),
    ):
        found = find_key(policy, tmp_path / "store")
        assert isinstance(found, Trouble)
        assert found.key == expected
    assert (tmp_path / "store" / "key.json").read_bytes() == before


@pytest.mark.skipif(shutil.which("systemd-creds") is None, reason="systemd-creds is not installed")
def test_what_systemd_creds_encrypted_under_our_name_comes_out_as_the_key(tmp_path: Path) -> None:
    """The real tool, with a key that is on no disk (`--with-key=null`): the way of the bytes, not their safety."""
    sealed = tmp_path / "civic-kiosk.cred"
    made = subprocess.run(
        ["systemd-creds", "encrypt", "--with-key=tpm2-absent", "--name=civic-kiosk", "-", str(sealed)],
        input=SECRET,
        capture_output=True,
        check=False,
    )
    if made.returncode != 0:
        pytest.skip(f"systemd-creds cannot encrypt here: {made.stderr.decode()[:80]}")
    opened = subprocess.run(
        ["systemd-creds", "decrypt", "--name=civic-kiosk", str(sealed), "-"], capture_output=True, check=True
    ).stdout

    assert find_key(credentials(tmp_path / "given", opened), tmp_path / "store") == KEY


def test_the_authority_finds_the_key_again_and_nobody_else(tmp_path: Path) -> None:
    private, public = (base64.b64decode(text) for text in make_pair())
    other = base64.b64decode(make_pair()[0])

    assert keep_wrap(tmp_path, KEY, public) is None

    assert recovered(tmp_path, private) == KEY
    refused = recovered(tmp_path, other)
    assert isinstance(refused, Trouble)
    assert refused.key == "trouble.store_wrong_key"
    assert SECRET not in (tmp_path / FILE_NAME).read_bytes()


def test_the_wrap_is_written_once_and_anew_for_another_authority(tmp_path: Path) -> None:
    (first, first_public), (second, second_public) = make_pair(), make_pair()
    keep_wrap(tmp_path, KEY, base64.b64decode(first_public))
    written = (tmp_path / FILE_NAME).read_bytes()

    keep_wrap(tmp_path, KEY, base64.b64decode(first_public))
    assert (tmp_path / FILE_NAME).read_bytes() == written
    keep_wrap(tmp_path, KEY, base64.b64decode(second_public))

    assert recovered(tmp_path, base64.b64decode(second)) == KEY
    assert isinstance(recovered(tmp_path, base64.b64decode(first)), Trouble)


@pytest.mark.parametrize("place", [0, 9, 41, 120, -1])
def test_a_damaged_wrap_is_noticed(tmp_path: Path, place: int) -> None:
    private, public = (base64.b64decode(text) for text in make_pair())
    keep_wrap(tmp_path, KEY, public)
    content = bytearray((tmp_path / FILE_NAME).read_bytes())
    content[place] ^= 1
    (tmp_path / FILE_NAME).write_bytes(content)

    assert isinstance(recovered(tmp_path, private), Trouble)


def test_without_a_wrap_there_is_nothing_to_recover(tmp_path: Path) -> None:
    assert isinstance(recovered(tmp_path, bytes(32)), Trouble)
