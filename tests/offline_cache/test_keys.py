# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The master key: found where the policy says, the same at every start, never somewhere weaker."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.errors import Trouble
from offline_cache.keys import FromPassphrase, InKeyring, InMemory, find_key
from offline_cache.subkeys import Key, KeyOrigin, Purpose

ROOT = Path(__file__).parents[2]
GOOD = "correct horse battery"

ASK = """
import sys
from pathlib import Path
from offline_cache.keys import InKeyring, find_key
found = find_key(InKeyring("civic-kiosk-test", wait=float(sys.argv[2])), Path(sys.argv[1]))
print(getattr(found, "key", None) or found.secret.hex())
"""

FORGET = """
import keyring.backends.SecretService as s
s.Keyring().delete_password("civic-kiosk-test", "device")
"""

PLAIN_STORE = """
from keyring.backend import KeyringBackend
class Keyring(KeyringBackend):
    priority = 99
    kept = {}
    def get_password(self, service, username): return self.kept.get((service, username))
    def set_password(self, service, username, password): self.kept[service, username] = password
"""


def files(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*")}


def test_passphrase_gives_the_same_key_at_every_start(tmp_path: Path) -> None:
    first = find_key(FromPassphrase(GOOD), tmp_path / "store")
    again = find_key(FromPassphrase(GOOD), tmp_path / "store")

    assert isinstance(first, Key)
    assert first == again
    assert first.origin is KeyOrigin.PASSPHRASE


def test_passphrase_is_the_same_however_the_keyboard_composes_it(tmp_path: Path) -> None:
    first = find_key(FromPassphrase("contrase\u00f1a larga"), tmp_path)

    assert find_key(FromPassphrase("contrasen\u0303a larga"), tmp_path) == first


def test_same_passphrase_elsewhere_gives_another_key(tmp_path: Path) -> None:
    assert find_key(FromPassphrase(GOOD), tmp_path / "a") != find_key(FromPassphrase(GOOD), tmp_path / "b")


def test_wrong_passphrase_is_refused_and_changes_no_file(tmp_path: Path) -> None:
    find_key(FromPassphrase(GOOD), tmp_path)
    before = files(tmp_path)

    found = find_key(FromPassphrase(GOOD + "!"), tmp_path)

    assert found == Trouble("trouble.passphrase_wrong")
    assert files(tmp_path) == before


@pytest.mark.parametrize("passphrase", ["", "123456789"])
def test_short_passphrase_is_refused_and_leaves_no_record(tmp_path: Path, passphrase: str) -> None:
    found = find_key(FromPassphrase(passphrase), tmp_path)

    assert found == Trouble("trouble.passphrase_short", {"minimum": 10})
    assert files(tmp_path) == {}


def test_record_holds_neither_key_nor_passphrase(tmp_path: Path) -> None:
    found = find_key(FromPassphrase(GOOD), tmp_path)

    assert isinstance(found, Key)
    record = (tmp_path / "key.json").read_bytes()
    assert found.secret.hex().encode() not in record
    assert GOOD.encode() not in record
    assert (tmp_path / "key.json").stat().st_mode & 0o077 == 0
    assert tmp_path.stat().st_mode & 0o077 == 0


def test_another_place_than_the_recorded_one_is_refused(tmp_path: Path) -> None:
    find_key(FromPassphrase(GOOD), tmp_path)
    before = files(tmp_path)

    found = find_key(InKeyring("civic-kiosk-test"), tmp_path)

    assert isinstance(found, Trouble)
    assert found.key == "trouble.key_other_origin"
    assert files(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b'{"origin": "paper"}', b'{"origin": 1}'])
def test_record_that_makes_no_sense_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key.json").write_bytes(content)

    found = find_key(FromPassphrase(GOOD), tmp_path)

    assert isinstance(found, Trouble)
    assert found.key == "trouble.store_damaged"
    assert (tmp_path / "key.json").read_bytes() == content


def test_key_in_memory_is_new_each_time_and_leaves_nothing(tmp_path: Path) -> None:
    first, second = find_key(InMemory(), tmp_path), find_key(InMemory(), tmp_path)

    assert isinstance(first, Key)
    assert isinstance(second, Key)
    assert first.secret != second.secret
    assert first.origin is KeyOrigin.MEMORY
    assert files(tmp_path) == {}


def test_keys_are_never_printed() -> None:
    key = Key(b"k" * 32, KeyOrigin.MEMORY)

    assert "kkkk" not in repr(key)
    assert GOOD not in repr(FromPassphrase(GOOD))


def test_each_purpose_has_its_own_key() -> None:
    key = Key(bytes(32), KeyOrigin.MEMORY)

    derived = {key.derive(purpose) for purpose in Purpose}

    assert len(derived) == len(Purpose)
    assert key.secret not in derived
    assert key.derive(Purpose.OUTBOX) == Key(bytes(32), KeyOrigin.PASSPHRASE).derive(Purpose.OUTBOX)


def run(script: str, home: Path, environment: Mapping[str, str] | None = None) -> list[str]:
    """Run a shell script in an environment with its own home and no session of ours; its output lines."""
    clean = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHON": sys.executable,
        "ASK": ASK,
        "FORGET": FORGET,
        **(environment or {}),
    }
    home.mkdir(mode=0o700, exist_ok=True)
    done = subprocess.run(
        ["bash", "-c", script], env=clean, capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.split()


needs_keyring = pytest.mark.skipif(
    shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None,
    reason="gnome-keyring and dbus-run-session are not installed",
)

UNLOCK = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
LOCKED = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; "


def in_session(steps: str) -> str:
    # The daemon is ended by its own id, so that nothing outlives the test.
    end = 'for p in /proc/[0-9]*; do tr "\\0" "\\n" <$p/environ 2>/dev/null | grep -qx "HOME=$HOME" && '
    end += 'case "$(cat $p/comm)" in gnome-keyring-d*) kill ${p#/proc/};; esac; done; true'
    return f"dbus-run-session -- bash -c '{steps}'; {end}"


def test_without_a_session_bus_there_is_no_key_store_and_nothing_weaker(tmp_path: Path) -> None:
    said = run('"$PYTHON" -c "$ASK" "$HOME/store" 5', tmp_path / "home")

    assert said == ["trouble.key_unavailable"]
    assert files(tmp_path / "home" / "store") == {}


@needs_keyring
def test_unlocked_key_store_gives_the_same_key_in_the_next_session(tmp_path: Path) -> None:
    script = in_session(UNLOCK + '"$PYTHON" -c "$ASK" "$HOME/store" 5')

    first = run(script, tmp_path / "home")
    second = run(script, tmp_path / "home")

    assert len(bytes.fromhex(first[0])) == 32
    assert first == second
    assert first[0].encode() not in (tmp_path / "home" / "store" / "key.json").read_bytes()


@needs_keyring
def test_locked_key_store_is_said_to_be_locked_without_a_prompt(tmp_path: Path) -> None:
    run(in_session(UNLOCK + '"$PYTHON" -c "$ASK" "$HOME/store" 5'), tmp_path / "home")

    said = run(in_session(LOCKED + '"$PYTHON" -c "$ASK" "$HOME/store" 5'), tmp_path / "home")

    assert said == ["trouble.key_locked"]


@needs_keyring
def test_key_that_vanished_from_its_store_is_not_made_anew(tmp_path: Path) -> None:
    ask = '"$PYTHON" -c "$ASK" "$HOME/store" 5'

    first, second = run(in_session(f'{UNLOCK}{ask}; "$PYTHON" -c "$FORGET"; {ask}'), tmp_path / "home")

    assert len(first) == 64
    assert second == "trouble.key_missing"


@needs_keyring
@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "plain_store.Keyring"])
def test_key_store_named_by_the_environment_is_ignored(tmp_path: Path, backend: str) -> None:
    (tmp_path / "plain_store.py").write_text(PLAIN_STORE)
    environment = {"PYTHON_KEYRING_BACKEND": backend, "PYTHONPATH": f"{ROOT}:{tmp_path}"}

    said = run('"$PYTHON" -c "$ASK" "$HOME/store" 5', tmp_path / "home", environment)

    assert said == ["trouble.key_unavailable"]


@needs_keyring
def test_key_store_that_does_not_answer_is_given_up_in_time(tmp_path: Path) -> None:
    freeze = 'for p in /proc/[0-9]*; do tr "\\\\0" "\\\\n" <$p/environ 2>/dev/null | '
    freeze += 'grep -qx "HOME=$HOME" && '
    freeze += 'case "$(cat $p/comm)" in gnome-keyring-d*) kill -STOP ${p#/proc/};; esac; done; '
    ask = '"$PYTHON" -c "$ASK" "$HOME/store" 1'
    wake = freeze.replace("-STOP", "-CONT")

    said = run(in_session(f"{UNLOCK}{ask}; {freeze}{ask}; {wake}"), tmp_path / "home")

    assert said[1:] == ["trouble.key_silent"]
