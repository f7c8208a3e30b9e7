# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk form gate`: a machine does a form to its end as people with different needs do, or says where it is stuck."""

import json
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from accessibility.hands.ways import Hands
from accessibility.preferences import STEPS, Preferences
from core.forms.definition import Form
from kiosk.authoring import form_file
from kiosk.gate.keys import KeyboardOnly
from kiosk.gate.modes import MODES, Mode
from kiosk.gate.walking import walked
from kiosk.gate_results import kept
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from tests.journeys.test_command_line import ROOT, kiosk
from tests.support.formio_forms import VALUES, one
from tests.support.small_forms import inputs, source

SHORT = source("<a/><b/>", '<bind nodeset="/data/a" required="true()"/>', inputs("a", "b"))
NO_WAY = source("<a/>", '<bind nodeset="/data/a" required="true()" constraint="false()"/>', inputs("a"))
SCRIPT = {
    "components": [
        one("radio", "a", values=VALUES, validate={"required": True}),
        one("textfield", "c", calculateValue="for (const way of [data.a]) { value = way; }"),
    ]
}


def beside(folder: Path, name: str, content: bytes) -> Path:
    place = folder / name
    place.write_bytes(content)
    return place


def walk_of(form: Path, mode: Mode) -> tuple[bool, str]:
    found, profile = form_file.opened(str(form)), load("town-hall-kiosk")
    assert isinstance(found, form_file.Opened)
    assert isinstance(found.form, Form)
    assert isinstance(profile, Profile)
    walk = walked(found, found.form, mode, profile, "town-hall-kiosk")
    assert walk.steps > 5
    return walk.reached, walk.why


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_a_form_is_done_to_its_end_in_every_mode(qtbot: object, tmp_path: Path, mode: Mode) -> None:
    assert walk_of(beside(tmp_path, "f.xml", SHORT), mode) == (True, "")


def test_a_form_with_scripts_is_done_too(qtbot: object, tmp_path: Path) -> None:
    form = beside(tmp_path, "f.json", json.dumps(SCRIPT).encode())
    assert walk_of(form, MODES[0]) == (True, "")


def test_whoever_cannot_go_on_says_where_and_why(qtbot: object, tmp_path: Path) -> None:
    form = beside(tmp_path, "f.xml", NO_WAY)
    assert walk_of(form, MODES[0]) == (False, "/data/a: no answer for /data/a")


class Looking(KeyboardOnly):
    """Somebody who notes how the window is set whenever something is pressed."""

    seen: ClassVar[list[tuple[Preferences, str]]] = []

    def press(self, name: str) -> None:
        super().press(name)
        self.seen.append((self.robot.session.window.preferences, self.robot.visit.language))


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_what_a_mode_sets_reaches_the_window(qtbot: object, tmp_path: Path, mode: Mode) -> None:
    Looking.seen.clear()
    # The keyboard gets everywhere; the way of pressing itself is what the walks above have used.
    walk_of(beside(tmp_path, "f.xml", SHORT), replace(mode, person=Looking, hands=Hands()))
    wished, language = Looking.seen[-1]
    assert language == mode.language
    assert (wished.text_step == STEPS) is (mode.name == "large text")
    assert wished.curtain is (mode.name == "voice")
    assert wished.easy_words is (mode.name == "easy words")
    assert wished.spoken or mode.name != "voice"


def test_one_mode_alone_is_told_and_not_kept(tmp_path: Path) -> None:
    form = beside(tmp_path, "f.xml", NO_WAY)
    result = kiosk("form", "gate", form, "--mode", "large text")
    assert result.returncode == 1, result.stderr
    assert "stuck at /data/a: no answer for /data/a" in result.stdout
    assert kept(form, NO_WAY) is None


@pytest.mark.long
def test_a_form_of_the_town_passes_and_is_kept_as_passed(tmp_path: Path) -> None:
    source_of_it = (ROOT / "sandbox/forms/child-benefit.xml").read_bytes()
    form = beside(tmp_path, "child-benefit.xml", source_of_it)
    result = kiosk("form", "gate", form)
    assert result.returncode == 0, result.stdout
    gate = kept(form, source_of_it)
    assert gate is not None
    assert gate.passed
    assert [walk.mode for walk in gate.walks] == [mode.name for mode in MODES]


def test_what_is_no_form_or_no_mode_is_told(tmp_path: Path) -> None:
    assert kiosk("form", "gate", beside(tmp_path, "x.xml", b"<x/>")).returncode == 3
    assert kiosk("form", "gate", beside(tmp_path, "f.xml", SHORT), "--mode", "dance").returncode == 2
