# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every field on its own: contents in, the raw answer out, and what stands in it never rewritten while typing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from core.ids import Language
from core.text import Phrase
from ui.fields.factory import field_for
from ui.fields.field import Field
from ui.present.fields import (
    LETTERS,
    NO_KEYS,
    NUMBERS,
    Box,
    BoxesContents,
    ChoiceContents,
    FieldContents,
    NothingToAnswer,
    NumberContents,
    Option,
    Part,
    Shape,
    TextContents,
    keys_for,
    parts_of,
)

EN = Language("en")


@pytest.fixture
def holder(qapp: QObject) -> QWidget:
    return QWidget()


def look(step: int = 1) -> Look:
    return Look(Preferences().with_text_step(step), ScreenMeasure(1920, 1080, 102), "en")


def made(holder: QWidget, contents: FieldContents, step: int = 1) -> tuple[Field, list[str]]:
    field = field_for(look(step), contents, problem=False, parent=holder)
    for block in field.blocks:
        block.setParent(holder)
    answers: list[str] = []
    field.answered.connect(answers.append)
    return field, answers


def a_date(year: str = "", month: str = "", day: str = "") -> BoxesContents:
    texts = {Part.DAY: day, Part.MONTH: month, Part.YEAR: year}
    boxes = tuple(Box(part, part.value, text) for part, text in texts.items())
    made_up = BoxesContents("", Shape.DATE, boxes, ("Said.",), None)
    return replace(made_up, raw=made_up.raw_of(box.text for box in boxes))


def choices(*chosen: str, multiple: bool = False) -> ChoiceContents:
    options = tuple(Option(value, Phrase(value.upper(), EN), value in chosen) for value in "abc")
    return ChoiceContents(" ".join(chosen), multiple, clearable=False, options=options, chosen="Chosen")


ALL: list[FieldContents] = [
    choices("a"),
    TextContents("x", "Your answer", lines=False),
    TextContents("x", "Your answer", lines=True),
    NumberContents("1", "Your answer", ".", "-"),
    a_date("2026", "2", "3"),
    NothingToAnswer(Phrase("Fixed", EN)),
]


@pytest.mark.parametrize("contents", ALL, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("step", [1, 5])
def test_the_same_contents_change_nothing_and_report_nothing(
    holder: QWidget, contents: FieldContents, step: int
) -> None:
    field, answers = made(holder, contents, step)
    assert field.refresh(contents)
    assert answers == []
    assert field.blocks


@pytest.mark.parametrize("contents", ALL, ids=lambda one: type(one).__name__)
def test_contents_of_another_kind_need_another_field(holder: QWidget, contents: FieldContents) -> None:
    field, _ = made(holder, contents)
    other = ALL[0] if not isinstance(contents, ChoiceContents) else ALL[1]
    assert not field.refresh(other)


def test_a_text_that_is_being_written_is_not_written_over(holder: QWidget) -> None:
    field, answers = made(holder, TextContents("", "Your answer", lines=False))
    line = field.written[0]
    assert isinstance(line, QLineEdit)
    line.insert("ab")
    line.setCursorPosition(1)
    assert answers == ["ab"]
    assert field.refresh(TextContents("ab", "Your answer", lines=False))
    assert line.cursorPosition() == 1


def test_a_number_keeps_the_sign_that_was_typed_while_its_meaning_is_the_same(holder: QWidget) -> None:
    contents = NumberContents("", "Your answer", ",", "")
    field, answers = made(holder, contents)
    for sign in "1,5":
        field.written[0].type_in(sign)
        assert field.refresh(replace(contents, raw=answers[-1]))
    assert answers == ["1", "1.", "1.5"]
    assert field.written[0].text() == "1,5"


def test_boxes_report_the_date_as_far_as_it_is_written(holder: QWidget) -> None:
    field, answers = made(holder, a_date())
    day, month, year = field.written
    day.type_in("3")
    month.type_in("x")
    year.type_in("٢٠")
    assert answers == ["--3", "-x-3", "20-x-3"]
    assert year.text() == "٢٠"


def test_a_pad_goes_on_in_the_next_box_and_back_again(holder: QWidget) -> None:
    field, answers = made(holder, a_date())
    for digit in "311":
        field.type_in(digit)
    assert [one.text() for one in field.written] == ["31", "1", ""]
    for _ in range(3):
        field.delete_back()
    assert [one.text() for one in field.written] == ["", "", ""]
    assert answers[-1] == ""


def test_a_date_from_elsewhere_replaces_what_stands_in_the_boxes(holder: QWidget) -> None:
    field, answers = made(holder, a_date("2026", "2", "3"))
    assert field.refresh(a_date("2027", "11", "23"))
    assert [one.text() for one in field.written] == ["23", "11", "2027"]
    assert answers == []


def test_other_choices_need_other_cards(holder: QWidget) -> None:
    field, _ = made(holder, choices("a"))
    assert field.refresh(choices("b"))
    assert not field.refresh(replace(choices("b"), options=choices("b").options[:2]))


@pytest.mark.parametrize(
    ("contents", "keys"),
    list(zip(ALL, [NO_KEYS, LETTERS, LETTERS, NUMBERS, NUMBERS, NO_KEYS], strict=True)),
    ids=lambda one: type(one).__name__,
)
def test_each_kind_of_answer_has_its_keys(contents: FieldContents, keys: str) -> None:
    assert keys_for(contents) == keys


def test_a_number_pad_has_the_signs_that_the_number_may_have(holder: QWidget) -> None:
    assert made(holder, NumberContents("1", "Your answer", ",", "-"))[0].signs == ("-", ",")
    assert made(holder, NumberContents("1", "Your answer", "", ""))[0].signs == ("", "")
    assert made(holder, a_date())[0].signs == ("", "")


@pytest.mark.parametrize(
    ("raw", "shape", "parts"),
    [
        ("2026-11-23", Shape.DATE, ("2026", "11", "23", "", "")),
        ("1950--3", Shape.DATE, ("1950", "", "3", "", "")),
        ("nonsense", Shape.DATE, ("nonsense", "", "", "", "")),
        ("14:30:00.000+01:00", Shape.TIME, ("", "", "", "14", "30")),
        (":5", Shape.TIME, ("", "", "", "", "5")),
        ("2026-11-23T9:05", Shape.DATE_TIME, ("2026", "11", "23", "9", "05")),
        ("T", Shape.DATE_TIME, ("", "", "", "", "")),
        ("", Shape.DATE_TIME, ("", "", "", "", "")),
    ],
)
def test_a_raw_answer_is_shared_out_to_its_boxes_whole_or_not(
    raw: str, shape: Shape, parts: tuple[str, ...]
) -> None:
    order = (Part.YEAR, Part.MONTH, Part.DAY, Part.HOUR, Part.MINUTE)
    found = parts_of(raw, shape)
    assert tuple(found[part] for part in order) == parts
