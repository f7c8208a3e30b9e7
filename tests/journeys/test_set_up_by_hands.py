# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A technician sets up a new machine to a profile that a start takes: by keyboard, and with a real town to ask."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from accessibility.hands.ways import Hands, Way
from core.forms.entry import Entry
from core.visit import pages as p
from core.visit.editing_state import Kept
from core.visit.guiding_state import STEPS, Guided, SetUpStep
from i18n.messages import Messages
from kiosk.gate.keys import KeyboardOnly
from kiosk.gate.planner import Planner, planner_with
from kiosk.gate.robot import Robot
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.setting_up.begun import is_begun, open_set_up
from tests.support.beside_a_client import outside_client
from tests.support.edited_profile import NOW
from tests.support.sandbox_town import running_town
from tests.support.staff_at_profile import staff_at

EN = Messages.load("en")
PLACE = {"name": "Marsh", "phone": "05559"}


@pytest.mark.requirement("STF-01", part="the first set-up by keyboard")
def test_a_machine_is_set_up_by_keyboard_to_a_good_profile(qtbot: QtBot, tmp_path: Path) -> None:
    file, said, tried, left = tmp_path / "marsh-end.toml", list[tuple[str, ...]](), list[Entry](), list[str]()

    def say(*words: str) -> str:
        said.append(words)
        return ""

    with (
        running_town(tmp_path) as town,
        staff_at(open_set_up(file, NOW), tried, left, say=say) as robot,
        planner_with(KeyboardOnly, robot, Hands(Way.KEYBOARD)) as planner,
    ):
        _go_on(robot, planner, SetUpStep.PLACE)
        for key, text in PLACE.items():
            _write(robot, planner, f"change./data/town/{key}", text)
        _go_on(robot, planner, SetUpStep.SCREEN)
        before = _raw(robot, "/data/screen/ppi")
        planner.press("set-up.longer")
        planner.press("set-up.shorter")
        robot.until(lambda: float(_raw(robot, "/data/screen/ppi")) > float(before), "for the bar")
        _go_on(robot, planner, SetUpStep.SOUND)
        planner.press("set-up.look")
        planner.press("set-up.yes")
        assert said == [("Did you hear this?", "en", "")]
        _go_on(robot, planner, SetUpStep.PAPER)
        _go_on(robot, planner, SetUpStep.NETWORK)
        _go_on(robot, planner, SetUpStep.AGENCIES)
        _write(robot, planner, "set-up.address", town.url)
        robot.until(lambda: SetUpStep.AGENCIES not in _guided(robot).looking, "for the town")
        _go_on(robot, planner, SetUpStep.SERVICES)
        robot.until(lambda: bool(_guided(robot).catalogue.services), "for the services")
        planner.press("set-up.event.documents")
        _go_on(robot, planner, SetUpStep.FORMS)
        robot.until(lambda: bool(_guided(robot).seen.get(SetUpStep.FORMS)), "for the forms")
        _go_on(robot, planner, SetUpStep.DONE)
        planner.press("foot.primary")
        robot.until(lambda: _kept(robot) is Kept.SAVED, "for the disk")
        planner.press("foot.try")
        robot.until(lambda: bool(tried), "for the trial")
    profile = load(str(file))
    assert isinstance(profile, Profile), profile
    assert (profile.town.name, profile.town.phone) == ("Marsh", "05559")
    assert profile.catalogue == f"{town.url}/catalogue.jsonld"
    assert profile.origins == (town.url,)
    assert profile.access == ()
    assert "documents" in profile.featured
    assert profile.screen.ppi > 102
    assert not is_begun(file)


@pytest.mark.long
@pytest.mark.requirement("STF-01", part="the first set-up from outside")
@pytest.mark.timeout(600)
def test_a_machine_is_set_up_by_names_and_actions_alone(tmp_path: Path) -> None:
    go_on = EN.text("question.continue")
    with (
        running_town(tmp_path) as town,
        outside_client(tmp_path, town, "tests.support.program_with_set_up") as client,
    ):

        def step(number: int) -> None:
            client.tell(**{"await": EN.text("set_up.step", n=number, total=len(STEPS))})

        def answer(door: str, question: str, text: str) -> None:
            client.press(door)
            client.type_in(question, text)
            client.press(go_on)

        step(1)
        client.press(go_on)
        step(2)
        for key, text in PLACE.items():
            question = EN.text(f"profile.title.town.{key}")
            answer(EN.text("check.change_named", question=question), question, text)
        client.press(go_on)
        step(3)
        client.press(EN.text("set_up.longer"))
        for number in (4, 5, 6, 7):
            client.press(go_on)
            step(number)
        answer(EN.text("list.add"), EN.text("profile.title.access.endpoint"), town.url)
        client.tell(**{"await": f"{town.url}/catalogue.jsonld"})
        client.press(go_on)
        step(8)
        client.press(go_on)
        step(9)
        client.press(go_on)
        step(10)
        client.press(EN.text("profile.save"))
        client.tell(**{"await": EN.text("profile.saved")})
    profile = load(str(tmp_path / "kiosk.toml.new.toml"))
    assert isinstance(profile, Profile), profile
    assert profile.town.name == PLACE["name"]
    assert profile.catalogue == f"{town.url}/catalogue.jsonld"
    assert profile.screen.ppi > 102


def _go_on(robot: Robot, planner: Planner, to: SetUpStep) -> None:
    planner.press("foot.primary")
    robot.until(lambda: robot.page == p.SetUp(to), f"for {to.value}")


def _write(robot: Robot, planner: Planner, door: str, text: str) -> None:
    planner.press(door)
    robot.reach(p.Question)
    planner.write("answer.text", text)
    planner.press("foot.primary")
    robot.reach(p.SetUp)


def _raw(robot: Robot, path: str) -> str:
    assert robot.visit.filling is not None
    return next(
        robot.visit.filling.entry.raw(one.path)
        for one in robot.visit.filling.entry.pages()
        if one.path == path
    )


def _guided(robot: Robot) -> Guided:
    assert robot.visit.editing is not None
    assert robot.visit.editing.guided is not None
    return robot.visit.editing.guided


def _kept(robot: Robot) -> Kept | None:
    return robot.visit.editing.kept if robot.visit.editing is not None else None
