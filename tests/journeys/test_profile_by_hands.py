# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff who cannot use a mouse, or cannot see, change a profile to its end: by keyboard, by five keys, from outside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from accessibility.hands.ways import Hands, Way
from core.forms.entry import Entry
from core.ids import QuestionPath
from core.visit import pages as p
from core.visit.editing_state import Kept
from i18n.messages import Messages
from kiosk.gate.keys import FiveKeys, KeyboardOnly
from kiosk.gate.planner import Hand, Planner, planner_with
from kiosk.gate.robot import Robot
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.profile_editing.opened import open_profile
from tests.support.beside_a_client import Client, outside_client
from tests.support.edited_profile import NOW, copied
from tests.support.sandbox_town import running_town
from tests.support.staff_at_profile import staff_at

EN = Messages.load("en")
WARNING = QuestionPath("/data/delays/warning")
MORE = EN.plural("part.more_below", 2).removeprefix("2")
"""How the button is called that turns to the rest of a page, whatever is there."""


@pytest.mark.requirement("STF-01", part="the editor by keyboard and five keys")
@pytest.mark.parametrize(
    ("kind", "way"), [(KeyboardOnly, Way.KEYBOARD), (FiveKeys, Way.FIVE_KEYS)], ids=["keyboard", "five keys"]
)
def test_a_profile_is_changed_saved_and_left_by_keys_alone(
    qtbot: QtBot, tmp_path: Path, kind: Callable[[Robot, Hand], Planner], way: Way
) -> None:
    file, tried, left = copied(tmp_path), list[Entry](), list[str]()
    with (
        staff_at(open_profile(str(file), NOW), tried, left) as robot,
        planner_with(kind, robot, Hands(way)) as planner,
    ):
        planner.press("profile.screen")
        robot.reach(p.ProfileGroup)
        planner.press("change./data/start/on_screen_keyboard")
        robot.reach(p.Question)
        planner.press("answer.choice.false")
        planner.press("foot.primary")
        robot.reach(p.ProfileGroup)
        planner.press("foot.primary")
        robot.reach(p.ProfileGroups)
        planner.press("foot.primary")
        robot.until(lambda: _kept(robot) is Kept.SAVED, "for the disk")
        planner.press("foot.try")
        robot.until(lambda: bool(tried), "for the trial")
        planner.check_presses()
        planner.press("profile.place")
        robot.reach(p.ProfileGroup)
    profile = load(str(file))
    assert isinstance(profile, Profile)
    assert not profile.on_screen_keyboard
    assert left == []


def _kept(robot: Robot) -> Kept | None:
    return robot.visit.editing.kept if robot.visit.editing is not None else None


@pytest.mark.requirement("STF-01", part="the editor from outside")
@pytest.mark.timeout(300)
def test_a_profile_is_changed_refused_mended_and_saved_by_names_and_actions_alone(tmp_path: Path) -> None:
    with (
        running_town(tmp_path) as town,
        outside_client(tmp_path, town, "tests.support.program_with_editor") as client,
    ):
        file = tmp_path / "kiosk.toml"
        before = file.read_text("utf-8")
        question = EN.text("profile.title.delays.warning")
        change = EN.text("check.change_named", question=question)
        mend = EN.text("profile.to_mend")
        client.press(EN.text("profile.find"))
        client.tell(type=[EN.text("profile.find"), "question stands"])
        client.tell(**{"await": EN.plural("profile.found", 1)})
        client.press(next(name for name in _names(client) if name.startswith(question)))
        client.tell(type=[question, "15"])
        client.press(EN.text("bar.back"))
        client.press(f"{question}. {mend}")
        # Back stands on every page: it is pressed on the one that has come, not while it is still down from before.
        client.tell(**{"await": EN.text("profile.about.delays.warning")})
        client.press(EN.text("bar.back"))
        client.tell(**{"await": EN.plural("profile.found", 1)})
        client.press(EN.text("bar.back"))
        client.press(EN.text("profile.save"))
        client.tell(**{"await": EN.text("profile.not_yet")})
        assert file.read_text("utf-8") == before
        client.press(next(name for name in _names(client) if name.endswith(MORE)))
        client.press(f"{EN.text('profile.group.delays')}. {mend}")
        client.tell(**{"await": EN.text("profile.done")})
        assert any("15 seconds" in name and "60 seconds" in name for name in _names(client))
        client.press(change)
        client.tell(type=[question, "90"])
        client.press(EN.text("question.continue"))
        client.press(EN.text("profile.done"))
        client.press(EN.text("profile.save"))
        client.tell(**{"await": EN.text("profile.saved")})
        assert file.read_text("utf-8") == before.replace("warning = 60", "warning = 90")


def _names(client: Client) -> list[str]:

    return [str(name) for _, name in client.tell(names=True)["names"]]
