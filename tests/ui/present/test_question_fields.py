# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the field of a question for every kind of answer, and what an answer joins to."""

import pytest

from core.ids import Language
from tests.support.question_pages import at, begun
from ui.present.fields import (
    LETTERS,
    NUMBERS,
    BoxesContents,
    ChoiceContents,
    NumberContents,
    Part,
    TextContents,
)
from ui.registry_filling import filled, path


def test_choices_show_what_is_chosen_and_only_a_needless_answer_can_be_taken_back() -> None:
    needed, free = at(begun(who="care"), "who").field, at(begun(tell="bins"), "tell").field
    assert isinstance(needed, ChoiceContents)
    assert isinstance(free, ChoiceContents)
    assert [option.value for option in needed.options if option.chosen] == ["care"]
    assert needed.pressed("care") == "care"
    assert needed.pressed("me") == "me"
    assert free.multiple
    assert free.pressed("bins") == ""
    assert free.pressed("school") == "school bins"


def test_an_answer_that_is_in_no_list_is_not_lost_by_choosing_another() -> None:
    field = at(begun(tell="bins gone"), "tell").field
    assert isinstance(field, ChoiceContents)
    assert field.pressed("library") == "bins library gone"


def test_only_a_text_of_several_lines_gets_several_lines() -> None:
    one, several = at(begun(), "street").field, at(begun(), "more").field
    assert isinstance(one, TextContents)
    assert isinstance(several, TextContents)
    assert (one.lines, several.lines) == (False, True)


def test_only_a_long_list_can_be_searched_and_then_needs_letters() -> None:
    short, long = at(begun(), "who"), at(begun(), "quarter")
    assert isinstance(short.field, ChoiceContents)
    assert isinstance(long.field, ChoiceContents)
    assert (short.field.search, short.keys) == ("", "")
    assert (bool(long.field.search), long.keys) == (True, LETTERS)


def test_keys_are_shown_on_a_kiosk_only() -> None:
    assert at(begun(), "street").keys == LETTERS
    assert at(begun(), "day").keys == NUMBERS
    assert at(begun(), "day", home=True).keys == ""


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("", ("Write it in numbers. The date comes here in words.",)),
        ("--14", ("So far: 14.", "Next, the month as a number from 1 to 12.")),
        ("-12-14", ("So far: 14 December.", "Next, the year. It has four numbers.")),
        ("202-12-14", ("So far: 14 December.", "Next, the year. It has four numbers.")),
        ("2026-12-14", ("That is Monday 14 December 2026.",)),
        ("2026-1-5", ("That is Monday 5 January 2026.",)),
        ("2026-2-31", ("This day is not in the calendar yet. Look at the three numbers again.",)),
        ("2026-13-1", ("This day is not in the calendar yet. Look at the three numbers again.",)),
        ("2026-Nov-1", ("This day is not in the calendar yet. Look at the three numbers again.",)),
        ("٢٠٢٦-١٢-١٤", ("That is Monday 14 December 2026.",)),
    ],
)
def test_a_date_is_said_in_words_while_it_is_written(raw: str, said: tuple[str, ...]) -> None:
    field = at(begun(day=raw), "day").field
    assert isinstance(field, BoxesContents)
    assert field.said == said
    assert field.raw == raw


@pytest.mark.parametrize("raw", ["2026-13-45", "1950--3", "--", "2026", "Nov", "12-", "2026-12-14"])
def test_what_stands_in_the_boxes_joins_to_what_was_typed(raw: str) -> None:
    field = at(begun(day=raw), "day").field
    assert isinstance(field, BoxesContents)
    again = at(begun(day=field.raw_of(box.text for box in field.boxes)), "day").field
    assert isinstance(again, BoxesContents)
    assert [box.text for box in again.boxes] == [box.text for box in field.boxes]


def test_boxes_stand_in_the_order_of_the_language() -> None:
    def parts(language: str) -> list[Part]:
        field = at(filled(Language(language)), "day", language).field
        assert isinstance(field, BoxesContents)
        return [box.part for box in field.boxes]

    assert parts("en") == [Part.DAY, Part.MONTH, Part.YEAR]
    assert parts("zh-Hans") == [Part.YEAR, Part.MONTH, Part.DAY]


def test_all_boxes_empty_is_no_answer() -> None:
    field = at(begun(), "keys").field
    assert isinstance(field, BoxesContents)
    assert field.raw_of(["", " ", "", "", ""]) == ""


def test_today_and_now_fill_in_what_the_form_accepts() -> None:
    day, time, both = (at(begun(), name).field for name in ("day", "bins", "keys"))
    raws = [
        field.shortcut.raw
        for field in (day, time, both)
        if isinstance(field, BoxesContents) and field.shortcut
    ]
    assert raws == ["2026-11-23", "10:30", "2026-11-23T10:30"]
    for name, raw in zip(("day", "bins", "keys"), raws, strict=True):
        assert begun(**{name: raw}).problem(path(name)) is None


def test_decimals_are_written_with_the_sign_of_the_language_and_kept_with_a_point() -> None:
    field = at(begun(size="62.5"), "size", "es").field
    assert isinstance(field, NumberContents)
    assert field.shown == "62,5"
    assert field.raw_of("62,5") == "62.5"
    assert field.raw_of("٦٢٫٥") == "62.5"
    assert field.raw_of("1,234,5") == "1,234,5"
    assert field.minus == ""


def test_what_was_typed_stays_in_a_field_although_it_does_not_fit() -> None:
    number = at(begun(who="family", children="two"), "children").field
    text = at(begun(street="x\u202ey"), "street").field
    assert isinstance(number, NumberContents)
    assert isinstance(text, TextContents)
    assert number.shown == "two"
    assert text.raw == "x\u202ey"
