# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page has help of its own, in every language; covered answers stand nowhere on a page, nor in the voice."""

from dataclasses import replace

import pytest

from core.ids import Language
from core.visit.pages import Question
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from tests.support.json_forms import opened
from ui.present.page_help import page_help
from ui.present.reading import spoken
from ui.present.screen import present
from ui.registry import screens
from ui.registry_setting import a_kiosk

MOST_SENTENCES = 3
EN = Messages.load("en")


@pytest.mark.requirement("UND-10", part="each page has help of its own before a person is called")
@pytest.mark.parametrize("language", [info.tag for info in LANGUAGES])
def test_every_page_has_help_of_its_own_in_one_to_three_sentences(language: str) -> None:
    texts = Messages.load(language)
    said = {name: page_help(visit, texts) for name, visit in screens().items()}
    ends = ".。।．"
    for name, help_ in said.items():
        assert 1 <= sum(help_.count(end) for end in ends) <= MOST_SENTENCES, name
    assert len(set(said.values())) >= 18


@pytest.mark.parametrize(
    ("screen", "here"),
    [
        ("question-text", "question_written"),
        ("question-sign", "question_written"),
        ("question-choice", "question_one"),
        ("question-range", "question_one"),
        ("question-range-stepped", "question_number"),
        ("question-rank", "question_order"),
        ("question-file", "question_file"),
        ("receipt-check", "receipt_check"),
    ],
)
def test_help_tells_how_this_kind_of_answer_is_given(screen: str, here: str) -> None:
    assert page_help(screens()[screen], EN) == EN.text(f"helping.here.{here}")


def test_help_of_yes_and_no_asks_for_no_writing() -> None:
    asked = opened({"new": {"type": "boolean"}})
    visit = screens()["question-text"]
    assert visit.filling is not None
    visit = replace(visit, filling=replace(visit.filling, entry=asked))
    here = page_help(visit.go(Question(asked.pages()[0].path)), EN)
    assert here == EN.text("helping.here.question_one")


def test_the_voice_says_the_help_that_is_shown() -> None:
    visit = screens()["help-question"]
    said = [part.text for part in spoken(present(visit, EN, a_kiosk()), EN)]
    assert page_help(visit, EN) in said


@pytest.mark.parametrize("name", ["question-covered", "check-covered", "said-back-covered"])
def test_a_covered_answer_is_neither_shown_nor_said(name: str) -> None:
    visit = screens(Language("en"))[name]
    assert visit.filling is not None
    answers = [visit.filling.entry.raw(one.path) for one in visit.filling.entry.pages()]
    long = [raw for raw in answers if len(raw) > 5 and raw != "Port Amity"]
    assert long
    said = " ".join(part.text for part in spoken(present(visit, EN, a_kiosk()), EN))
    assert "Your answer is covered" in said
    assert not [raw for raw in long if raw in said]
