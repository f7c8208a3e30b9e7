# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys in use stay under the hand, whatever the page says about what is written."""

import pytest

from accessibility.preferences import Preferences
from core.visit import events as e
from core.visit.state import Visit
from core.visit.step import step as after
from tests.support.filling_on_screen import button, key, live, press, screen, texts
from tests.support.measuring import place
from tests.support.showing import Shown, show
from ui.registry_filling import path

pytestmark = pytest.mark.usefixtures("qapp")

LOOKS = [("K2", 3, True), ("K1", 2, False)]
"""Where the longest of the sentences about a date is one line more than the page has room for."""


def in_numbers(size: str, step: int, assisted: bool) -> tuple[Shown, Visit]:
    visit = after(screen("question-date"), e.AnswerGiven(path("day"), "")).visit
    return show(visit, size, step, Preferences(assisted=assisted)), visit


@pytest.mark.parametrize(("size", "step", "assisted"), LOOKS)
def test_the_pad_stays_in_its_place_while_a_date_is_written(size: str, step: int, assisted: bool) -> None:
    shown, visit = in_numbers(size, step, assisted)
    page = shown.shell.page
    assert page is not None
    before = place(key(shown, "5"))
    said = []
    for sign in "01022026":
        press(key(shown, sign))
        visit = live(shown, visit)
        assert shown.shell.page is page
        assert page.page_count == 1
        assert place(key(shown, "5")).contains(before.center()), "it is another key that lies there now"
        said.append(texts(shown))
    assert len(set(said)) >= 4, "the page has said other things meanwhile"
    shown.shell.close()


def test_what_gave_its_room_to_the_keys_comes_back_with_the_next_change() -> None:
    shown, visit = in_numbers("K2", 3, assisted=True)
    assert button(shown, "answer.shortcut").isVisible()
    press(key(shown, "1"))
    visit = live(shown, visit)
    assert "Today" not in texts(shown)
    press(key(shown, "Delete"))
    live(shown, visit)
    assert "Today" in texts(shown)
    shown.shell.close()
