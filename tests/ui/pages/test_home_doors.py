# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""On a low glass every door of the home page is seen at once, in each language whose words leave room for that."""

import pytest

from tests.support.checks.screen import Case, screen
from ui.parts.doors import DoorCard
from ui.parts.mark import Notice
from ui.parts.text import PlainText


@pytest.mark.parametrize("language", ["en", "es", "ru", "vi", "hi", "ar", "zh-Hans"])
def test_every_door_stands_on_the_first_part_and_says_its_line(language: str) -> None:
    with screen("home", Case(language=language, glass="H1")) as shown:
        doors = shown.page.findChildren(DoorCard)
        assert len(doors) == 6
        assert all(door.isVisible() for door in doors)
        assert shown.page.page_count == 1


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
@pytest.mark.parametrize("step", [1, 2])
def test_a_long_notice_of_the_town_leaves_life_events_on_the_first_part(language: str, step: int) -> None:
    with screen("home-notice-long", Case(language=language, glass="H1", step=step)) as shown:
        notice = shown.visit.notice.best(shown.visit.language).text
        seen = [one for one in shown.page.findChildren(DoorCard) if one.isVisible()]
        assert len(seen) >= 2
        told = [" ".join(text.text.split()) for text in shown.painted() if isinstance(text.owner, PlainText)]
        assert shown.page.heading.isVisible()
        while shown.turn():
            told += [
                " ".join(text.text.split()) for text in shown.painted() if isinstance(text.owner, PlainText)
            ]
        # The first sentence comes before the doors, the others after them, and each is said once.
        first, *others = [one for one in told if one in " ".join(notice.split())]
        assert len(others) == 1
        assert "".join((first, *others)).replace(" ", "") == "".join(notice.split())


def test_a_long_notice_stays_in_one_piece_where_all_of_it_has_room() -> None:
    with screen("home-notice-long", Case(glass="K2")) as shown:
        assert shown.page.page_count == 1
        assert len([one for one in shown.page.findChildren(Notice) if one.isVisible()]) == 1


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
def test_with_the_largest_letters_one_sentence_of_the_town_comes_before_the_doors(language: str) -> None:
    with screen("home-notice-long", Case(language=language, glass="H1", step=5)) as shown:
        order = [unit.widgets[0] for part in shown.page._frame_pages for unit in part]
        doors = [number for number, one in enumerate(order) if isinstance(one, DoorCard)]
        told = [number for number, one in enumerate(order) if isinstance(one, PlainText) and not one.explains]
        before = {order[number] for number in told if number < doors[0]}
        after = {order[number] for number in told if number > doors[-1]}
        assert shown.page.heading in before
        assert len(before) == 2
        assert after
