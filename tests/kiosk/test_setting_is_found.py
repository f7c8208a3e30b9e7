# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff look for a setting by a word, change it, and come back to what they had found."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from accessibility.hands.ways import Hands, Way
from core.ids import QuestionPath
from core.visit import editing as rules
from core.visit import events as e
from core.visit import pages as p
from core.visit.finding import MOST_TYPED
from i18n.messages import Messages
from kiosk.gate.keys import KeyboardOnly
from kiosk.gate.planner import planner_with
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.profile_editing.opened import open_profile
from tests.support.edited_profile import NOW, Desk, copied
from tests.support.staff_at_profile import staff_at
from ui.present.setting_search import settings_found

KEYBOARD = QuestionPath("/data/start/on_screen_keyboard")
WARNING = QuestionPath("/data/delays/warning")
ORIGINS = QuestionPath("/data/origins[+]")


def test_a_setting_leads_back_to_what_was_found_and_to_its_group_where_it_was_seen_there(
    tmp_path: Path,
) -> None:
    desk = Desk.at(copied(tmp_path))
    desk.press(e.SearchOpened(), e.WordsTyped("question"), e.ChangePressed(WARNING))
    assert desk.page == p.Question(WARNING)
    assert desk.editing.group == "delays"
    desk.press(e.AnswerGiven(WARNING, "90"), e.BackPressed())
    assert desk.page == p.ProfileFind("question")
    assert rules.changes(desk.editing, desk.entry) == (WARNING,)
    desk.press(e.WordsTyped("servers"), e.ChangePressed(ORIGINS), e.AddPressed(), e.BackPressed())
    desk.press(e.BackPressed())
    assert desk.page == p.ProfileFind("servers")
    desk.press(e.WordsTyped("x" * 1_000))
    assert desk.page == p.ProfileFind("x" * MOST_TYPED)
    desk.press(e.BackPressed())
    desk.change(WARNING, "60")
    assert desk.page == p.ProfileGroup("delays")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("written", ["warning", "delays warning", "on_screen_keyboard"])
def test_a_setting_is_found_by_its_key_in_the_file(tmp_path: Path, written: str, language: str) -> None:
    desk = Desk.at(copied(tmp_path))
    found = settings_found(desk.editing, desk.entry, written, Messages.load(language))
    wanted = KEYBOARD if "keyboard" in written else WARNING
    assert wanted in {one.question.path for one in found}


@pytest.mark.requirement("STF-01", part="the editor by keyboard and five keys")
def test_a_setting_is_found_and_changed_by_the_keyboard_alone(qtbot: QtBot, tmp_path: Path) -> None:
    file = copied(tmp_path)
    opened = open_profile(str(file), NOW)
    with (
        staff_at(opened, [], []) as robot,
        planner_with(KeyboardOnly, robot, Hands(Way.KEYBOARD)) as planner,
    ):
        planner.press("profile.find")
        robot.reach(p.ProfileFind)
        planner.write("search.field", "keyboard")
        planner.press(f"found.{KEYBOARD}")
        robot.reach(p.Question)
        planner.press("answer.choice.false")
        planner.press("foot.primary")
        robot.reach(p.ProfileFind)
        assert robot.page == p.ProfileFind("keyboard")
        planner.press("bar.back")
        robot.reach(p.ProfileGroups)
        planner.press("foot.primary")
        robot.until(lambda: "on_screen_keyboard = false" in file.read_text("utf-8"), "for the disk")
        planner.check_presses()
    profile = load(str(file))
    assert isinstance(profile, Profile)
    assert not profile.on_screen_keyboard
