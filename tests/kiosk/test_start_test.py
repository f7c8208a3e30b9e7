# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the self-test found at the start of a machine is kept and told where staff look; that it told nothing is too."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from core.staff.finding import Gravity, Lack, Mend, Said, Topic
from kiosk.command_line import qt_findings
from kiosk.command_line.commands import run_commands
from kiosk.command_line.findings import Finding, Verdict
from kiosk.command_line.start_test import keep, look_at_start
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Profile
from kiosk.staff import looking
from kiosk.staff.looking import found_in

SHIPPED = cast(Profile, load("town-hall-kiosk"))
HALL = replace(SHIPPED, key=KeySource.CREDENTIAL)
NOW = 1_795_426_000.0
WELL = Finding("keys", Verdict.FINE, "nine-keys: Storm AudioNav")
SAID = Said(Topic.TOUCH, Lack.TOUCH_NONE, Mend.PLUG)
BROKEN = Finding("touch", Verdict.BAD, "no touch screen is plugged in", "plug its USB cable in", SAID)


def told_of(file: Path) -> Finding:
    """The one thing that the machine of the hall tells of this start."""
    (told,) = look_at_start(HALL, file, "this")
    return told


@pytest.mark.requirement("K-16", part="what was found at the start is told to doctor and staff")
def test_what_was_found_at_this_start_is_told_with_what_to_mend(tmp_path: Path) -> None:
    file = tmp_path / "self-test.json"
    keep((WELL,), NOW, file, "this")
    assert told_of(file).verdict is Verdict.FINE
    keep((WELL, BROKEN), NOW, file, "this")
    told = told_of(file)
    assert told.verdict is Verdict.BAD
    assert "touch: no touch screen is plugged in" in told.found
    assert "keys" not in told.found
    assert told.mend
    assert told.said == replace(SAID, at_start=True)
    (unsure,) = look_at_start(HALL, file, "")
    assert unsure.verdict is Verdict.BAD, "a session cannot ask which start this is"


def test_a_start_at_which_it_did_not_run_is_told(tmp_path: Path) -> None:
    file = tmp_path / "self-test.json"
    keep((WELL,), NOW, file, "before")
    told = told_of(file)
    assert (told.verdict, "not run since" in told.found) == (Verdict.NOTE, True)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"at": "x", "boot": "", "found": []}', b'{"at": 1e99}']
)
def test_no_record_and_one_that_says_nothing_are_bad_on_a_kiosk_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "self-test.json"
    assert told_of(file).verdict is Verdict.BAD
    file.write_bytes(content)
    assert told_of(file).verdict is Verdict.BAD
    (desk,) = look_at_start(SHIPPED, file, "this")
    assert desk.verdict is Verdict.FINE


def test_the_command_keeps_it_where_systemd_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    monkeypatch.setattr("kiosk.command_line.self_test.tested", lambda _profile: (WELL, BROKEN))
    assert run_commands(["self-test", "--keep"]) == 1
    (told,) = look_at_start(HALL)
    assert "no touch screen" in told.found
    shown = found_in(b'[{"what": "%s", "verdict": "bad", "found": "", "mend": ""}]' % told.what.encode())
    assert shown[0].what == told.what


def test_a_look_at_the_machine_that_says_no_json_is_a_finding_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "own_command", lambda _module: ("/bin/echo", "Warning: something"))
    (found,) = looking.findings("town-hall-kiosk")
    assert found.gravity is Gravity.BAD


def test_a_look_that_takes_too_long_is_told_and_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_findings, "PATIENCE", 0.0)
    for look in (qt_findings.look_at_window, qt_findings.look_at_fonts):
        found = look(SHIPPED)
        assert found.verdict is Verdict.BAD
        assert found.mend
