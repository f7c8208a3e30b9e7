# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts are written as Form.io's window writes them, once their person goes on; what is checked stays what it was.

The capitals are those that the Inputmask library (5.0.9) makes of the same letters.
"""

from dataclasses import replace

import pytest

from core.forms.entry import Entry
from core.forms.formio.masks import capitals_mask
from core.forms.writing import Case, Writing
from core.ids import Language, QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from core.visit.step import step
from tests.support.formio_forms import Component, one, opened
from ui.registry import screens

PATH = QuestionPath("/data/a")


@pytest.mark.parametrize(
    ("mask", "typed", "written"),
    [
        ("A9", "a1", "A1"),
        ("A9", "é1", "É1"),
        ("A9", "ж1", "Ж1"),
        ("A9", "ß1", "ß1"),
        ("&&", "a1", "A1"),
        ("&&", "1z", "1Z"),
        ("##", "ff", "FF"),
        ("##", "1a", "1A"),
        ("##", "gg", "gg"),
        ("A-9{2}", "b-12", "B-12"),
        ("A{2,4}9", "abc1", "ABC1"),
        ("aA", "ab", "aB"),
        ("[A]9", "a1", "A1"),
        ("[A]9", "1", "1"),
        ("(A|9)9", "a1", "A1"),
        (r"\a9", "a1", "a1"),
        ("9999 AA", "1234 ab", "1234 AB"),
        ("9999 AA", "1234ab", "1234ab"),
        ("aa", "ab", "ab"),
    ],
)
def test_a_mask_makes_the_capitals_that_the_library_makes(mask: str, typed: str, written: str) -> None:
    assert Writing(capitals=capitals_mask(mask)).of(typed) == written


def test_a_mask_without_capitals_wants_nothing() -> None:
    assert not Writing(capitals=capitals_mask("aa*9")).is_wanted
    assert capitals_mask("A" * 201) == ""


@pytest.mark.parametrize(
    ("writing", "typed", "written"),
    [
        (Writing(case=Case.UPPER), "ab 12 é", "AB 12 É"),
        (Writing(case=Case.LOWER), "AB 12 É", "ab 12 é"),
        (Writing(one_space=True), "  a   b \n c ", "a b c"),
        (Writing(), "  a   B ", "  a   B "),
    ],
)
def test_case_and_spaces_are_those_of_the_component(writing: Writing, typed: str, written: str) -> None:
    assert writing.of(typed) == written


def test_a_mask_that_takes_too_long_leaves_the_text_as_it_is() -> None:
    slow = Writing(capitals=r"(?:(?:(?P<c>[a-z])+)+)+!")
    assert slow.of("a" * 60) == "a" * 60


def asked(component: Component) -> Visit:
    """The question of one component on the page."""
    begun = screens(Language("en"))["question-text"]
    assert begun.filling is not None
    entry = opened(component, one("textfield", "b"))
    return replace(begun, filling=replace(begun.filling, entry=entry)).go(p.Question(PATH))


@pytest.mark.parametrize("press", [e.ContinuePressed(), e.BackPressed(), e.LaterPressed()])
@pytest.mark.parametrize(
    ("component", "typed", "written"),
    [
        (one("textfield", inputMask="A9"), "a1", "A1"),
        (one("textfield", case="uppercase"), "ab", "AB"),
        (one("textarea", truncateMultipleSpaces=True), " a  b ", "a b"),
        (one("textfield"), " a  b ", " a  b "),
        (one("phoneNumber", inputMask="A9"), "a1", "a1"),
    ],
)
def test_whoever_goes_on_has_it_written(
    component: Component, typed: str, written: str, press: e.ByPerson
) -> None:
    visit = step(asked(component), e.AnswerGiven(PATH, typed)).visit
    assert _entry(visit).raw(PATH) == typed
    assert _entry(step(visit, press).visit).raw(PATH) == written


def test_what_fits_once_it_is_written_is_no_mistake() -> None:
    visit = step(asked(one("textfield", inputMask="A9")), e.AnswerGiven(PATH, "a1")).visit
    assert _entry(visit).problem(PATH) is not None
    gone_on = step(visit, e.ContinuePressed()).visit
    assert gone_on.page == p.Question(QuestionPath("/data/b"))
    assert _entry(gone_on).problem(PATH) is None


def _entry(visit: Visit) -> Entry:
    assert visit.filling is not None
    return visit.filling.entry
