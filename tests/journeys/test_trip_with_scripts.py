# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form with scripts at the window, from the search to the agency's reference: what it works out is what is sent."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.visit import pages as p
from kiosk.profile.model import FormCode, Profile
from tests.support.bins_trip import at_the_bins
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window, is_received, running_courier
from tests.support.sandbox_town import RunningTown, running_town

FORM = Path(__file__).parents[2] / "sandbox/definitions/order-bins.json"
KINDS = json.loads((FORM.parent / "bins.json").read_text("utf-8"))["bins"]
REST = [one["code"] for one in KINDS].index("rest") + 1
"""Choices of a form in JSON are numbered."""

LITRES = {
    "type": "number",
    "key": "litres",
    "input": True,
    "label": "How large will your bin be, in litres?",
    "calculateValue": "if (data.kind === 'rest') { value = [60, 120, 240].find(size => size >= data.people * 30) }",
}
FEW = "valid = input <= 8 ? true : 'For more than eight people, order two bins.'"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RunningTown]:
    """The town, with a form that says how large a bin is needed."""
    form = json.loads(FORM.read_text("utf-8"))
    *asked, send = form["components"]
    (people,) = [one for one in asked if one["key"] == "people"]
    people["validate"]["custom"] = FEW
    form["components"] = [*asked, LITRES, send]
    folder = tmp_path / "definitions"
    folder.mkdir()
    (folder / FORM.name).write_text(json.dumps(form), "utf-8")
    with running_town(tmp_path, definitions=folder) as running:
        yield running


def runs_scripts(profile: Profile) -> Profile:
    return replace(profile, form_code=FormCode.RUN)


def at_the_service(robot: Robot) -> None:
    at_the_bins(robot)
    robot.press("foot.primary")


def goes_on(robot: Robot) -> None:
    before = robot.page
    robot.press("foot.primary")
    robot.until(partial(_has_left, robot, before), f"to go on from {before}")


def _has_left(robot: Robot, page: p.Page) -> bool:
    return robot.page != page


def asked(robot: Robot, name: str) -> None:
    assert isinstance(robot.page, p.Question)
    assert robot.page.path == f"/data/{name}"


def test_what_a_form_works_out_is_shown_and_sent(qtbot: QtBot, tmp_path: Path, town: RunningTown) -> None:
    machine = Machine(tmp_path / "store", town.url)
    with running_courier(machine, tmp_path / "log"), at_the_window(machine, change=runs_scripts) as robot:
        at_the_service(robot)
        robot.reach(p.Question)
        for name, field, text in (
            ("fullName", "answer.text", "Marigold"),
            ("address", "answer.text", "27 Ropewalk"),
        ):
            asked(robot, name)
            robot.write(field, text)
            goes_on(robot)
        asked(robot, "kind")
        robot.press(f"answer.choice.{REST}")
        goes_on(robot)
        asked(robot, "people")
        robot.write("answer.number", "9")
        robot.press("foot.primary")
        robot.until(lambda: "order two bins" in robot.texts(), "for the form's own words")
        digits = robot.find("answer.number")
        assert digits is not None
        QTest.keyClick(digits.focusProxy() or digits, Qt.Key.Key_Backspace)
        robot.write("answer.number", "3")
        goes_on(robot)
        asked(robot, "litres")
        robot.until(lambda: "120" in robot.texts(), "for what was worked out")
        goes_on(robot)
        robot.reach(p.Check)
        robot.press("foot.primary")
        robot.reach(p.Sent)
        robot.until(partial(is_received, robot), "for the agency's answer")
    (record,) = town.applications()
    assert record["content"]["data"]["litres"] == 120


def test_where_the_profile_runs_no_scripts_the_form_is_not_filled(
    qtbot: QtBot, tmp_path: Path, town: RunningTown
) -> None:
    machine = Machine(tmp_path / "store", town.url)
    with running_courier(machine, tmp_path / "log"), at_the_window(machine) as robot:
        at_the_service(robot)
        robot.reach(p.InTrouble)
        assert isinstance(robot.page, p.InTrouble)
        assert robot.page.trouble.key == "trouble.form_unreadable"
        assert robot.visit.filling is None
