# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Services by JSON at the window, from the words of a search to the agency's reference, over real HTTP."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.ids import Language
from core.visit import pages as p
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window, is_received, running_courier
from tests.support.sandbox_town import RunningTown, running_town

SERVICES = ("tax-number", "order-bins", "health-card")
LANGUAGES = ("en", "es", "ar", "zh-Hans")
IN_SHORT = ("health-card", "ar")
"""Seen in `make test`: several steps, a statement at the end, from right to left."""

BORN = {"answer.day": "3", "answer.month": "2", "answer.year": "1990"}
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "full_name": {"answer.text": "Marigold Example"},
    "date_of_birth": BORN,
    "reason": {"answer.choice": "lost"},
    "employer": {"answer.text": "Quay Bakery"},
    "fullName": {"answer.text": "Marigold Example"},
    "address": {"answer.text": "27 Ropewalk"},
    "kind": {"answer.choice": "rest"},
    "people": {"answer.text": "3"},
    "birthDate": BORN,
    "privacyPolicyAccepted": {"answer.choice": "true"},
}


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RunningTown]:
    with running_town(tmp_path) as running:
        yield running


def found_by_words(robot: Robot, service: str, language: str) -> None:
    robot.press(f"language.{language}")
    robot.reach(p.Home)
    robot.until(lambda: bool(robot.known.catalogue.services), "for the catalogue")
    wanted = next(one for one in robot.known.catalogue.services.values() if one.id.endswith(f"/{service}"))
    assert wanted.api is not None
    form = (wanted.api.endpoint, wanted.api.form)
    robot.until(lambda: form in robot.known.forms, "for the form")
    robot.press("home.search")
    robot.write("search.field", wanted.name.best(Language(language)).text)
    row = f"service.{wanted.id}"
    robot.until(lambda: any(robot.find(name) for name in (row, "foot.show")), "for what was found")
    if robot.find(row) is None:
        robot.press("foot.show")
    robot.press(row)
    robot.reach(p.AboutService)
    robot.press("foot.primary")
    robot.reach(p.Question)


def answered(robot: Robot) -> None:
    while isinstance(robot.page, p.Question):
        before = robot.page
        for part, text in ANSWERS[before.path.rpartition("/")[2]].items():
            if part == "answer.choice":
                # Forms in JSON Schema number their choices.
                shown = robot.names()
                robot.press(next(one for one in (f"{part}.{text}", f"{part}.1") if one in shown))
            else:
                robot.write(part, text)
        robot.press("foot.primary")
        robot.until(partial(has_left, robot, before), f"to go on from {before}")


def has_left(robot: Robot, page: p.Page) -> bool:
    return robot.page != page


@pytest.mark.parametrize(
    ("service", "language"),
    [
        pytest.param(service, language, marks=() if (service, language) == IN_SHORT else pytest.mark.long)
        for service in SERVICES
        for language in LANGUAGES
    ],
)
def test_a_citizen_gets_a_service_by_json_done(
    qtbot: QtBot, tmp_path: Path, town: RunningTown, service: str, language: str
) -> None:
    machine = Machine(tmp_path / "store", town.url)
    with running_courier(machine, tmp_path / "log"), at_the_window(machine) as robot:
        found_by_words(robot, service, language)
        answered(robot)
        robot.reach(p.Check)
        robot.press("foot.primary")
        robot.reach(p.Sent)
        robot.until(partial(is_received, robot), "for the agency's answer")
        assert robot.visit.delivery is not None
        (record,) = town.applications()
        kept = record["content"].get("_id", record["reference"])
        assert robot.visit.delivery.reference == kept
        assert "Marigold Example" in str(record["content"])
