# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A place is written, found and pressed on its page; a way grows by presses, and its last place goes by one."""

import pytest
from PySide6.QtTest import QTest

from core.visit.state import Visit
from tests.support.filling_on_screen import button, field, live, press, raw, texts
from tests.support.showing import Shown, show
from ui.registry import screens

HALL, STATION = "45.0012 -30.0021 0.0 0.0", "45.0068 -30.0102 0.0 0.0"


def write(shown: Shown, visit: Visit, letters: str) -> Visit:
    for letter in letters:
        QTest.keyClicks(field(shown, "answer.search"), letter)
        visit = live(shown, visit)
    return visit


def test_a_house_is_written_found_and_pressed(qapp: object) -> None:
    visit = screens()["where"]
    shown = show(visit)
    visit = write(shown, visit, "rope 27")
    assert "27 Ropewalk" in texts(shown)
    assert "Railway station" not in texts(shown)
    press(button(shown, "answer.found.0"))
    visit = live(shown, visit)
    assert raw(visit, "lamp") == "45.0082 -30.0034 0.0 0.0"
    assert field(shown, "answer.search").text() == "rope 27"


def test_a_way_grows_by_presses_and_the_field_is_empty_for_the_next_place(qapp: object) -> None:
    visit = screens()["where-way"]
    shown = show(visit)
    visit = write(shown, visit, "town")
    press(button(shown, "answer.found.0"))
    visit = live(shown, visit)
    assert field(shown, "answer.search").text() == ""
    press(button(shown, "answer.found.1"))
    visit = live(shown, visit)
    assert raw(visit, "way") == f"{HALL}; {STATION}"
    assert "Places so far: 2. The last one: Railway station." in texts(shown)
    press(button(shown, "answer.back"))
    visit = live(shown, visit)
    assert raw(visit, "way") == HALL
    press(button(shown, "answer.back"))
    visit = live(shown, visit)
    assert raw(visit, "way") == ""
    assert "Places so far" not in texts(shown)
    assert not button(shown, "answer.back").isVisible()


@pytest.mark.parametrize(("size", "text_step"), [("K2", 1), ("H1", 2), ("K1", 4)])
def test_nothing_is_taken_back_before_there_is_a_place(qapp: object, size: str, text_step: int) -> None:
    shown = show(screens()["where-way"], size, text_step)
    for _ in range(4):
        assert not button(shown, "answer.back").isVisible()
        more = button(shown, "foot.more")
        if more.isVisible():
            press(more)
