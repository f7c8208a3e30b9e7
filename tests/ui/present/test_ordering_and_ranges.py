# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders are made by pressing one after the other; scales are buttons while they are short."""

import pytest

from core.visit import pages as p
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.fields import ChoiceContents, FieldContents, SteppedContents, TextContents
from ui.present.ordering import RankContents
from ui.present.question import present_question
from ui.registry import screens
from ui.registry_setting import a_kiosk

SCREENS = screens()


def field(name: str, visit: Visit | None = None) -> FieldContents:
    shown = visit or SCREENS[name]
    assert isinstance(shown.page, p.Question)
    return present_question(shown, shown.page, Messages.load("en"), a_kiosk()).field


def ranked(name: str) -> RankContents:
    found = field(name)
    assert isinstance(found, RankContents)
    return found


def test_press_gives_the_next_place_and_the_last_one_needs_none() -> None:
    begun = ranked("question-rank-problem")
    assert begun.raw == "trees walk"
    assert begun.pressed("park") == "trees walk park cycle"


def test_press_on_what_has_a_place_takes_it_back() -> None:
    assert ranked("question-rank-problem").pressed("trees") == "walk"


def test_answers_stay_where_they_are_and_say_their_place() -> None:
    labels = [one.label.text for one in ranked("question-rank-problem").options]
    assert labels == ["2. Room to walk", "1. Trees and shade", "A path for bicycles", "Places to park"]


def test_order_is_no_answer_before_everything_has_a_place() -> None:
    visit = SCREENS["question-rank-problem"]
    assert visit.filling is not None
    assert isinstance(visit.page, p.Question)
    entry, path = visit.filling.entry, visit.page.path
    problem = entry.problem(path)
    assert problem is not None
    assert problem.key == "problem.rank"
    assert entry.answer(path, "trees walk park cycle").problem(path) is None


def test_short_scale_is_shown_whole_beside_each_other() -> None:
    found = field("question-range")
    assert isinstance(found, ChoiceContents)
    assert found.columns == 5
    assert [one.value for one in found.options if one.chosen] == ["4"]
    assert [one.label.text for one in found.options] == ["1", "2", "3", "4", "5"]


def test_long_scale_is_typed_or_reached_step_by_step() -> None:
    found = field("question-range-stepped")
    assert isinstance(found, SteppedContents)
    assert (found.less.raw, found.more.raw) == ("25", "35")
    assert found.told == "From 10 to 60, in steps of 5"


@pytest.mark.parametrize("raw", ["33", "61"])
def test_number_off_the_scale_is_told_with_the_ends(raw: str) -> None:
    visit = SCREENS["question-range-problem"]
    assert visit.filling is not None
    assert isinstance(visit.page, p.Question)
    problem = visit.filling.entry.answer(visit.page.path, raw).problem(visit.page.path)
    assert problem is not None
    assert (problem.key, dict(problem.values)) == ("problem.range", {"least": "10", "most": "60"})


def test_bar_code_is_written_or_comes_from_a_hand_scanner() -> None:
    visit = SCREENS["question-barcode"]
    assert isinstance(visit.page, p.Question)
    page = present_question(visit, visit.page, Messages.load("en"), a_kiosk())
    assert isinstance(page.field, TextContents)
    assert page.hint.text.startswith("Hold the code before the scanner")
