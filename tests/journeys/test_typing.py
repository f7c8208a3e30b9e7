# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A name in Chinese and in Japanese, written without touch on the whole session with the real engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.ids import Language
from core.visit import events as e
from core.visit import pages as p
from kiosk.gate.keys import KeyboardOnly
from kiosk.gate.planner import Planner, planner_with
from kiosk.gate.switches import OneSwitch, TwoSwitches
from tests.journeys.test_hands import KINDS
from tests.support.engines import need_engine
from tests.support.planners.journey import service_called
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window, running_courier
from tests.support.sandbox_town import RunningTown, running_town

SERVICE = "change-of-address"
NAMES = {
    "zh-Hans": (("wang", "王"), ("xiaoming", "晓明")),
    "zh-Hant": (("ㄔㄣˊ", "陳"), ("ㄉㄚˋㄨㄣˊ", "大文")),
    "ja": (("yamada", "山田"), ("tarou", "太郎")),
}
LATIN_KEYS = {**NAMES, "zh-Hant": (("chen", "陳"), ("dawen", "大文"))}
"""A plugged-in keyboard has Latin letters: pinyin in traditional characters too."""

TRIPS = [("five-keys", "ja"), ("two-switches", "zh-Hans")]
LONG_TRIPS = [(kind, tag) for kind in KINDS for tag in NAMES if (kind, tag) not in TRIPS]
MOST_PER_SIGN = 14
"""Presses of two switches for each sign and each choice (OPR-11 asks for 12 a sign; a choice is one sign more)."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningTown]:
    with running_town(tmp_path_factory.mktemp("town")) as running:
        yield running


def shown(person: Planner) -> dict[str, str]:
    """The names of the keys in the row of choices, by their texts."""
    keys = [one for one in person.stops() if one.name.startswith("choice.") and one.words[:1].isdecimal()]
    return {one.words.partition(" ")[2]: one.name for one in keys}


def choose(robot: Robot, person: Planner, text: str) -> None:
    """Choose a text, turning to it if it stands further on."""
    come: list[None] = []
    # The lane answers in order: once this has come, every answer before it has.
    robot.session._converter._lane.run(lambda: None, come.append)
    robot.until(lambda: bool(come and shown(person)), f"for texts, to choose {text}")
    for _ in range(20):
        if text in shown(person):
            person._choose_key(shown(person)[text])
            return
        person._choose_key("choice.more")
    raise AssertionError(f"{text} is not offered: {shown(person)}")


def name_is_written(robot: Robot, person: Planner, language: str) -> None:
    service = service_called(robot, SERVICE)
    event = robot.known.catalogue.services[service].events[0]
    for step in (
        e.LanguageChosen(Language(language)),
        e.LifeEventChosen(event),
        e.ServiceChosen(service),
        e.StartPressed(),
    ):
        robot.session.send(step)
    robot.reach(p.Question)
    page = robot.page
    assert isinstance(page, p.Question)
    person.press("answer.text")
    person.writing = True
    written = ""
    names = LATIN_KEYS if isinstance(person, KeyboardOnly) else NAMES
    for reading, text in names[language]:
        for sign in reading:
            person.here().signs += 1
            person._write_sign(sign)
        person.here().signs += 1
        choose(robot, person, text)
        written += text
        filling = robot.visit.filling
        assert filling is not None
        assert filling.entry.raw(page.path) == written
    person.writing = False
    assert shown(person) == {}
    person.press("foot.primary")
    robot.until(lambda: robot.page != page, "to go on")


def trip(folder: Path, town: RunningTown, kind: str, language: str) -> None:
    need_engine(language)
    machine = Machine(folder / "store", town.url)
    planner, hands = KINDS[kind]
    with (
        running_courier(machine, folder / "log"),
        at_the_window(machine) as robot,
        planner_with(planner, robot, hands) as person,
    ):
        name_is_written(robot, person, language)
        if isinstance(person, TwoSwitches):
            assert person.per_sign() <= MOST_PER_SIGN
        if isinstance(person, OneSwitch):
            # Whoever waits for the highlight hears what there is to choose.
            assert any(text in words for words in person.spoken for _, text in NAMES[language])


@pytest.mark.requirement("OPR-09", part="Chinese and Japanese are written")
@pytest.mark.requirement("OPR-11", part="Chinese and Japanese are written")
@pytest.mark.parametrize(("kind", "language"), TRIPS)
def test_a_name_is_written_without_touch(
    qtbot: QtBot, tmp_path: Path, town: RunningTown, kind: str, language: str
) -> None:
    trip(tmp_path, town, kind, language)


@pytest.mark.long
@pytest.mark.parametrize(("kind", "language"), LONG_TRIPS)
def test_a_name_is_written_without_touch_in_any_way(
    qtbot: QtBot, tmp_path: Path, town: RunningTown, kind: str, language: str
) -> None:
    trip(tmp_path, town, kind, language)
