# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A place is found by what people call it, and said in words; a way and an area grow by one place at a time."""

from dataclasses import replace

import pytest

from core.forms.entry import Entry
from core.ids import Language
from core.places import points_of
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from core.visit.step import step
from i18n.messages import Messages
from ui.present.answer_words import answer_words
from ui.present.answering import field_of
from ui.present.check import present_check
from ui.present.fields import ChoiceContents
from ui.present.placing import PlacesContents
from ui.present.setting import nowhere
from ui.registry import screens
from ui.registry_setting import a_kiosk

NO_MAP = replace(a_kiosk(), maps=False)


def asked(name: str, language: str = "en") -> Visit:
    return screens(Language(language))[name]


def entry_of(visit: Visit) -> Entry:
    assert visit.filling is not None
    return visit.filling.entry


def one(visit: Visit, language: str = "en") -> ChoiceContents:
    field = contents(visit, language)
    assert isinstance(field, ChoiceContents)
    return field


def several(visit: Visit, language: str = "en") -> PlacesContents:
    field = contents(visit, language)
    assert isinstance(field, PlacesContents)
    return field


def contents(visit: Visit, language: str) -> object:
    assert isinstance(visit.page, p.Question)
    question = entry_of(visit).question(visit.page.path)
    return field_of(entry_of(visit), question, Messages.load(language), NO_MAP, visit.page.letters)


def labels(field: ChoiceContents) -> list[str]:
    return [option.label.text for option in field.options]


def written(visit: Visit, letters: str) -> Visit:
    return step(visit, e.ListSearched(letters)).visit


def pressed(visit: Visit, place: int) -> Visit:
    assert isinstance(visit.page, p.Question)
    field = contents(visit, "en")
    if isinstance(field, PlacesContents):
        raw = field.with_one_more(field.adding.options[place].value)
    else:
        assert isinstance(field, ChoiceContents)
        raw = field.pressed(field.options[place].value)
    return step(visit, e.AnswerGiven(visit.page.path, raw)).visit


def test_what_everybody_knows_stands_first() -> None:
    assert labels(one(asked("where"))) == ["Town Hall", "Railway station", "Harbour", "Library"]


@pytest.mark.parametrize("letters", ["ropew 27", "27 ropew", "ROPEWALK 27"])
def test_a_house_is_found_by_its_street_and_number_in_any_order(letters: str) -> None:
    assert labels(one(written(asked("where"), letters))) == ["27 Ropewalk"]


def test_a_whole_number_comes_before_those_that_only_begin_so() -> None:
    found = labels(one(written(asked("where"), "ropewalk 2")))
    assert found[:2] == ["2 Ropewalk", "20 Ropewalk"]


@pytest.mark.parametrize(
    ("language", "letters", "label"),
    [
        ("ar", "روب 27", "روب ووك 27"),
        ("zh-Hans", "绳索 27", "绳索街27号"),
        ("zh-Hans", "ropewalk 27", "绳索街27号"),
    ],
)
def test_a_street_is_found_in_the_readers_language_and_as_its_sign_has_it(
    language: str, letters: str, label: str
) -> None:
    assert labels(one(written(asked("where", language), letters), language)) == [label]


def test_a_place_that_was_pressed_is_the_answer_and_said_by_its_name() -> None:
    visit = pressed(written(asked("where"), "library"), 0)
    question = entry_of(visit).pages()[0]
    assert entry_of(visit).raw(question.path) == "45.0021 -30.0052 0.0 0.0"
    assert entry_of(visit).problem(question.path) is None
    assert answer_words(entry_of(visit), question, Messages.load("en"), a_kiosk().places).text == "Library"


def test_two_numbers_are_shown_back_in_words_before_they_are_pressed() -> None:
    visit = written(asked("where"), "45,00131 -30,00207")
    assert labels(one(visit)) == ["Near Town Hall: 45.00131° north, 30.00207° west"]
    assert isinstance(visit.page, p.Question)
    assert entry_of(pressed(visit, 0)).raw(visit.page.path) == "45.00131 -30.00207 0.0 0.0"


def test_two_numbers_that_no_place_has_are_refused_in_words() -> None:
    field = one(written(asked("where"), "145.5 30.5"))
    assert (field.options, field.told[:31]) == ((), "These two numbers are no place.")


def test_without_a_list_of_places_numbers_are_asked_for() -> None:
    visit = asked("where")
    alone = replace(NO_MAP, places=nowhere)
    field = field_of(entry_of(visit), entry_of(visit).pages()[0], Messages.load("en"), alone)
    assert isinstance(field, ChoiceContents)
    assert field.options == ()
    assert field.told.startswith("This machine knows no places. Write the two numbers")


def test_a_way_grows_by_what_is_pressed_and_loses_its_last_place() -> None:
    visit = pressed(pressed(asked("where-way"), 0), 1)
    field = several(visit)
    assert field.said == "Places so far: 2. The last one: Railway station."
    assert [option.chosen for option in field.adding.options] == [False, False, False]
    assert field.with_one_less == "45.0012 -30.0021 0.0 0.0"


def test_a_way_needs_two_places_and_an_area_three() -> None:
    way, area = pressed(asked("where-way"), 0), asked("where-area")
    paths = [question.path for question in entry_of(way).pages()]
    few = entry_of(way).problem(paths[1])
    assert few is not None
    assert (few.key, few.values) == ("problem.places", {"n": "2"})
    assert entry_of(pressed(way, 1)).problem(paths[1]) is None
    assert entry_of(area).problem(paths[2]) is None
    two = entry_of(area).answer(paths[2], several(area).with_one_less).problem(paths[2])
    assert two is not None
    assert two.values == {"n": "3"}


def test_an_area_is_closed_by_itself() -> None:
    points = points_of(entry_of(asked("where-area")).raw(entry_of(asked("where-area")).pages()[2].path))
    assert points is not None
    assert points[0] == points[-1]
    assert len(points) == 4


def test_the_check_page_says_every_place_in_its_order() -> None:
    visit = asked("where-check")
    assert isinstance(visit.page, p.Check)
    rows = present_check(visit, visit.page, Messages.load("en"), a_kiosk()).rows
    said = [row.answer.text.replace("\N{NO-BREAK SPACE}", " ") for row in rows]
    assert said[1:] == [
        "1. Town Hall · 2. Library · 3. Railway station",
        "1. Town Hall · 2. Library · 3. Harbour",
    ]
    assert {row.source for row in rows} == {"You chose this"}


@pytest.mark.parametrize("name", ["where", "where-way", "where-area"])
def test_a_map_is_one_more_way_beside_the_list_and_never_instead(name: str) -> None:
    visit = asked(name)
    assert isinstance(visit.page, p.Question)
    question = entry_of(visit).question(visit.page.path)
    shown = [
        field_of(entry_of(visit), question, Messages.load("en"), setting) for setting in (NO_MAP, a_kiosk())
    ]
    without, beside = (one.adding if isinstance(one, PlacesContents) else one for one in shown)
    assert isinstance(without, ChoiceContents)
    assert isinstance(beside, ChoiceContents)
    assert (without.on_map, beside.on_map) == ("", "Show the place on a map")
    assert beside.search == without.search
    assert beside.options == without.options[:-1]
    assert len(beside.options) > 1
