# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk staff`: the PIN comes from the terminal alone, and the log is checked here and elsewhere."""

import getpass
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.staff.roles import Role
from kiosk.command_line import staff_log_work, staff_work
from kiosk.command_line.commands import run_commands
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Profile

PIN = "481516"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Profile:
    """A kiosk whose store is in a folder and opened by a credential."""
    from dataclasses import replace

    secret = tmp_path / "credentials"
    secret.mkdir(mode=0o700)
    (secret / "civic-kiosk").write_bytes(bytes(range(32)))
    (secret / "civic-kiosk").chmod(0o600)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(secret))
    loaded = load("town-hall-kiosk")
    assert isinstance(loaded, Profile)
    return replace(loaded, store=tmp_path / "store", key=KeySource.CREDENTIAL)


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Says what somebody types on the terminal."""

    def types(*words: str) -> None:
        left = list(words)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr(getpass, "getpass", lambda _prompt: left.pop(0))

    return types


def test_somebody_is_added_listed_and_removed(
    profile: Profile, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing(PIN, PIN, "04A2B3C4D5E6F7")
    assert staff_work.add(profile, None, " Mona  K. ", Role.ATTENDANT, card=True) == 0
    said = capsys.readouterr().out
    assert said.startswith("Mona K. may sign in as attendant. Number for signing in: ")
    number = said.split()[-1]
    assert staff_work.list_staff(profile, None) == 0
    assert capsys.readouterr().out == f"{number}  attendant   card  Mona K.\n"
    typing("902143", "902143")
    with pytest.raises(SystemExit):
        staff_work.add(profile, None, "Mona K.", Role.MANAGER, card=False)
    assert (
        capsys.readouterr().err == "kiosk: nobody was added: that name or that card is somebody's already.\n"
    )
    assert staff_work.remove(profile, None, "Mona K.") == 0
    with pytest.raises(SystemExit):
        staff_work.remove(profile, None, "Mona K.")
    capsys.readouterr()
    assert staff_work.list_staff(profile, None) == 0
    assert capsys.readouterr().out.startswith("Nobody yet.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [(("123",), "6 to 12 digits"), (("123456",), "anybody tries"), ((PIN, "481517"), "not the same")],
)
def test_a_pin_that_cannot_be_taken_adds_nobody(
    profile: Profile,
    typing: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
    typed: tuple[str, ...],
    said: str,
) -> None:
    typing(*typed)
    with pytest.raises(SystemExit):
        staff_work.add(profile, None, "Mona", Role.ATTENDANT, card=False)
    assert said in capsys.readouterr().err
    staff_work.list_staff(profile, None)
    assert "Nobody yet" in capsys.readouterr().out


def test_no_pin_is_taken_where_there_is_no_terminal(
    profile: Profile, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    with pytest.raises(SystemExit):
        staff_work.add(profile, None, "Mona", Role.ATTENDANT, card=False)
    assert "terminal" in capsys.readouterr().err


def test_the_log_is_exported_and_checked_with_the_public_key_alone(
    profile: Profile, typing: Callable[..., None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typing(PIN, PIN)
    staff_work.add(profile, None, "Mona", Role.ATTENDANT, card=False)
    file = tmp_path / "log.jsonl"
    assert staff_log_work.export(profile, None, file) == 0
    public = capsys.readouterr().out.split()[-1]
    assert staff_log_work.verify(profile, None, file, "") == 0
    assert run_commands(["staff", "log", "verify", str(file), "--public-key", public]) == 0
    assert capsys.readouterr().out.splitlines() == ["2 records: nothing was changed."] * 2
    assert b"Mona" not in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(b"attendant", b"manager"))
    assert run_commands(["staff", "log", "verify", str(file), "--public-key", public]) == 1
    assert "At record" in capsys.readouterr().out


def test_a_checkpoint_that_was_kept_elsewhere_is_asked_for(
    profile: Profile, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing(PIN, PIN)
    staff_work.add(profile, None, "Mona", Role.ATTENDANT, card=False)
    assert staff_log_work.verify(profile, None, None, "") == 0
    line = capsys.readouterr().out.splitlines()[-1].partition(": ")[2]
    assert staff_log_work.verify(profile, None, None, line) == 0
    with pytest.raises(SystemExit):
        staff_log_work.verify(profile, None, None, "{}")
