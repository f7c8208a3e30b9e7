# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff are told of the set-up: that it is old (reliability.md B8), and whether it can be changed here."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.activation import Left, Trial, refused
from core.staff.presence import IDLE
from core.staff.set_up_state import SetUpState
from core.visit import events as e
from core.visit import pages as p
from kiosk.bundles.home import BundleHome
from kiosk.profile.file import load
from kiosk.profile.model import BundleSource, Profile
from kiosk.staff.set_up import set_up_state
from tests.support.edited_profile import copied
from tests.support.staffed_town import PINS, staffed_town, window

DAY = 86_400.0
BEGAN = 1_000 * DAY


def test_it_is_old_thirty_days_after_its_source_was_seen_and_never_where_it_has_none(tmp_path: Path) -> None:
    own = load("town-hall-kiosk")
    assert isinstance(own, Profile)
    home = BundleHome.beside(tmp_path)
    bundled = replace(own, bundle=BundleSource("", tmp_path / "root.json"))

    def stale(profile: Profile, days: float) -> bool:
        return set_up_state(profile, "town-hall-kiosk", tmp_path, BEGAN + days * DAY).stale

    assert not stale(bundled, 90)
    home.folder.mkdir()
    home.root.write_bytes(b"{}")
    os.utime(home.root, (BEGAN, BEGAN))
    assert [stale(bundled, days) for days in (0, 29, 31)] == [False, False, True]
    home.note_seen(BEGAN + 20 * DAY, BEGAN)
    assert [stale(bundled, days) for days in (31, 49, 51)] == [False, False, True]
    assert not stale(own, 90)


def test_a_version_that_waits_one_that_is_tried_and_one_that_was_left_are_told(tmp_path: Path) -> None:
    own = load("town-hall-kiosk")
    assert isinstance(own, Profile)
    source = BundleSource("https://town.example/kiosks", tmp_path / "root.json")
    bundled, home = replace(own, bundle=source), BundleHome.beside(tmp_path)

    def told() -> tuple[int, int, int]:
        state = set_up_state(bundled, "town-hall-kiosk", tmp_path, BEGAN)
        assert state.asks
        return state.ready, state.tried, state.left

    assert told() == (0, 0, 0)
    home.files(7).mkdir(parents=True)
    assert told() == (0, 0, 0), "nobody has looked through it yet"
    home.note_good(7)
    assert told() == (7, 0, 0)
    home.change(lambda state: replace(state, trial=Trial(7, BEGAN)))
    assert told() == (0, 7, 0)
    home.change(lambda state: refused(state, 7, Left.DIED))
    assert told() == (0, 0, 7)
    stick = replace(own, bundle=BundleSource("", tmp_path / "root.json"))
    assert not set_up_state(stick, "town-hall-kiosk", tmp_path, BEGAN).asks


def test_only_a_file_of_ones_own_is_changed_at_the_window(tmp_path: Path) -> None:
    own = load("town-hall-kiosk")
    assert isinstance(own, Profile)
    file = copied(tmp_path)
    assert set_up_state(own, str(file), tmp_path, 0.0) == SetUpState(editable=True)
    for name in ("town-hall-kiosk", str(tmp_path), str(tmp_path / "nothing.toml")):
        assert set_up_state(own, name, tmp_path, 0.0) == SetUpState()


@pytest.mark.long
def test_who_is_quiet_in_the_editor_is_asked_and_signed_out_like_everybody(
    tmp_path: Path, qtbot: QtBot
) -> None:
    town = staffed_town(tmp_path)
    with window(town, qtbot, copied(tmp_path)) as at:
        at.signs_in(str(town.members["Omar"].number), PINS["Omar"])
        at.until(lambda: at.page == p.StaffHome())
        session, shell = at.listener.session, at.listener.session.window.shell
        at.until(lambda: "Sealed, a person has to look 1." in at.says())
        at.press("staff.edit")
        at.until(lambda: session._staff.editing.window is not None)
        assert session._staff.editing.window is not None
        editor = session._staff.editing.window.session
        session.runner.stop()
        duty = at.listener.visit.staff
        assert duty is not None
        session.runner.visit = replace(at.listener.visit, staff=replace(duty, presence=None))
        at.listener.tell(e.Tick(1e6))
        at.listener.tell(e.Tick(1e6 + IDLE - 100))
        editor.send(e.HelpPressed())
        at.listener.tell(e.Tick(1e6 + IDLE - 90))
        at.listener.tell(e.Tick(1e6 + IDLE + 100))
        assert at.listener.visit.over is None
        at.listener.tell(e.Tick(1e6 + 2 * IDLE - 120))
        assert isinstance(at.listener.visit.over, p.StillThere)
        assert shell.isVisible()
        assert editor.window.shell.isHidden()
        at.listener.tell(e.Touched())
        assert shell.isHidden()
        assert editor.window.shell.isVisible()
        at.listener.tell(e.Tick(1e6 + 2 * IDLE - 110))
        at.listener.tell(e.Tick(1e6 + 4 * IDLE))
        assert session._staff.editing.window is None
        assert shell.isVisible()
        session.stores.lane.settle()
    assert town.told()[-2:] == [("settings-opened", "done"), ("signed-out", "done")]
