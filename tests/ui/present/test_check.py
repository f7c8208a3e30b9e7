# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check page says of each answer, who gets it, and what happens on Send."""

from dataclasses import replace

import pytest

from core.ids import Language
from core.visit.pages import Check
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.check import CheckContents, CheckRow, present_check
from ui.registry_filling import filling_screens, path
from ui.registry_finding import visit_in_town
from ui.registry_setting import a_kiosk


def shown(screen: str = "check", language: str = "en", *, trial: bool = False) -> CheckContents:
    visit = filling_screens(visit_in_town(Language(language)))[screen]
    return present(visit, language, trial=trial)


def present(visit: Visit, language: str = "en", *, trial: bool = False) -> CheckContents:
    assert isinstance(visit.page, Check)
    return present_check(visit, visit.page, Messages.load(language), replace(a_kiosk(), trial_mode=trial))


def row(contents: CheckContents, name: str) -> CheckRow:
    return next(one for one in contents.rows if one.path == path(name))


@pytest.mark.requirement("UND-05")
def test_every_question_that_is_asked_has_a_row_and_notes_have_none() -> None:
    names = [one.path.removeprefix("/data/") for one in shown().rows]
    assert names == ["street", "who", "children", "day", "bins", "keys", "size", "tell", "quarter", "more"]


@pytest.mark.parametrize(
    ("language", "day", "tell", "size"),
    [
        ("en", "Monday 14 December 2026", "The school, The bin service", "62.5"),
        ("es", "lunes 14 de diciembre de 2026", "Al colegio, Al servicio de basuras", "62,5"),
        ("ar", "الاثنين، 14 ديسمبر 2026", "المدرسة، خدمة النظافة", "62.5"),
        ("zh-Hans", "2026年12月14日星期一", "学校、清运处", "62.5"),
    ],
)
def test_answers_are_said_as_people_say_them(language: str, day: str, tell: str, size: str) -> None:
    contents = shown(language=language)
    said = tuple(row(contents, name).answer.text for name in ("day", "tell", "size"))
    assert said == (day, tell, size)


def test_each_answer_says_where_it_came_from() -> None:
    contents = shown()
    sources = [row(contents, name).source for name in ("street", "who", "bins")]
    assert sources == ["You wrote this", "You chose this", ""]
    assert row(contents, "bins").answer.text == "Left empty"


@pytest.mark.requirement("UND-05")
def test_change_is_named_after_its_question_and_begins_with_its_words() -> None:
    one = row(shown(), "who")
    assert one.change_name == "Change: Who is moving with you?"
    assert one.change_name.startswith(one.change)


@pytest.mark.requirement("UND-05")
def test_the_button_names_who_gets_it() -> None:
    contents = shown()
    assert contents.send == "Send to Registry Office"
    assert contents.goes_to == "Goes to: Registry Office. To nobody else."


def test_it_says_beforehand_that_it_leaves_later() -> None:
    assert shown().later == ""
    assert "leave by themselves later" in shown("check-later").later
    assert "Keep this window open" in shown("check-later", trial=True).later


def test_while_it_is_being_sealed_it_says_please_wait() -> None:
    assert shown().waiting == ""
    assert shown("check-sealing").waiting.startswith("Please wait.")


def test_a_very_long_answer_is_shortened_in_its_row_only() -> None:
    visit = filling_screens(visit_in_town())["check"]
    assert visit.filling is not None
    long = "1 " + "a" * 3000
    entry = visit.filling.entry.answer(path("street"), long)
    contents = present(replace(visit, filling=replace(visit.filling, entry=entry)))
    assert len(row(contents, "street").answer.text) == 200
    assert entry.raw(path("street")) == long


def test_markup_and_overrides_in_an_answer_are_shown_as_text() -> None:
    visit = filling_screens(visit_in_town())["check"]
    assert visit.filling is not None
    entry = visit.filling.entry.answer(path("street"), "<b>7</b> & \u202ecba")
    contents = present(replace(visit, filling=replace(visit.filling, entry=entry)))
    assert row(contents, "street").answer.text == "<b>7</b> & cba"


def test_everything_visible_is_read_with_the_buttons_last() -> None:
    contents = shown()
    said = [item.phrase.text for item in contents.items()]
    assert said[-2:] == [contents.send, contents.hide]
    assert {one.answer.text for one in contents.rows} <= set(said)
