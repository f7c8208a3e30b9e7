# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader is told of what changes away from the focus, once, and interrupted only by what cannot wait."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.visit.pages import Question
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.announcing import Announcement, of_masthead, of_page
from ui.present.home import present_home
from ui.present.masthead import MastheadContents, present_masthead
from ui.present.reading import Readable
from ui.present.screen import present
from ui.registry import screens
from ui.registry_setting import a_kiosk

EN = Messages.load("en")
ALL = screens()


def contents(name: str) -> Readable:
    return present(ALL[name], EN, a_kiosk())


@pytest.mark.requirement("AT-05", part="which words, and whether they interrupt")
def test_a_mistake_interrupts_once() -> None:
    before, after = contents("question-number"), contents("question-number-problem")
    said = of_page(before, after, stays=True)
    assert said.interrupts
    assert said.text.startswith(EN.text("question.problem_title"))
    assert of_page(after, after, stays=True) == Announcement()
    assert of_page(after, before, stays=True) == Announcement()
    assert of_page(contents("home"), after, stays=False) == said


def test_a_letter_that_is_typed_says_nothing() -> None:
    visit = ALL["question-text"]
    page = visit.page
    assert isinstance(page, Question)
    filling = visit.filling
    assert filling is not None
    typed = replace(visit, filling=replace(filling, entry=filling.entry.answer(page.path, "Harbour Lane 1")))
    after = present(typed, EN, a_kiosk())
    assert after != contents("question-text")
    assert of_page(contents("question-text"), after, stays=True) == Announcement()
    assert of_page(contents("search-begin"), contents("search-found"), stays=True) == Announcement()


@pytest.mark.requirement("AT-05", part="which words, and whether they interrupt")
@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("sent-sealed", "sent-received", "has your form"),
        ("sent-leaving", "sent-refused", "The street is not in this town."),
        ("sent-received", "sent-printed", ""),
    ],
)
def test_a_delivery_that_goes_on_is_told_without_interrupting(before: str, after: str, word: str) -> None:
    said = of_page(contents(before), contents(after), stays=True)
    assert not said.interrupts
    assert word in said.text
    assert said.text
    still_there = {item.phrase.text for item in contents(before).items()}
    assert not [one for one in still_there if len(one) > 20 and one in said.text]


@pytest.mark.requirement("AT-05", part="which words, and whether they interrupt")
def test_the_end_of_the_time_interrupts_at_its_start_and_when_its_words_change() -> None:
    first, last = contents("still-there"), contents("still-there-last")
    assert of_page(contents("home"), first, stays=False).interrupts
    said = of_page(first, last, stays=True)
    assert said.interrupts
    assert EN.text("still.a_few_seconds") in said.text
    assert of_page(last, last, stays=True) == Announcement()


def test_a_new_page_says_nothing_of_its_own_because_its_heading_is_read() -> None:
    for name in ("home", "service", "question-choice", "check", "sent-received"):
        assert of_page(contents("welcome"), contents(name), stays=False) == Announcement(), name


@pytest.mark.requirement("AT-05", part="which words, and whether they interrupt")
def test_doors_that_come_to_the_home_page_are_not_told_but_that_there_are_none_is() -> None:
    full, empty = contents("home"), contents("home-empty")
    assert of_page(empty, full, stays=True) == Announcement()
    told = of_page(full, empty, stays=True)
    assert told.text == present_home(ALL["home-empty"], EN, a_kiosk()).nothing
    assert told.text
    assert not told.interrupts


@pytest.mark.requirement("AT-05", part="which words, and whether they interrupt")
def test_a_network_that_goes_or_comes_is_told_once() -> None:
    def line(visit: Visit) -> MastheadContents:
        return present_masthead(visit, EN, a_kiosk())

    there, gone = line(ALL["home"]), line(ALL["home-not-connected"])
    assert of_masthead(there, gone).text == gone.state
    assert of_masthead(gone, there) == Announcement(EN.text("masthead.connected"))
    assert of_masthead(gone, gone) == Announcement()
    assert of_masthead(None, gone) == Announcement()
    silent = line(replace(ALL["home"], speech_trouble=Trouble("trouble.no_voice")))
    assert of_masthead(there, silent).text == EN.text("masthead.no_voice")


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("question-barcode", "question-code-opening", "photo.opening"),
        ("question-code-opening", "question-code-looking", "code.ready"),
        ("question-code-looking", "question-code-hidden", "code.read_hidden"),
        ("question-code-looking", "question-code-gone", "trouble.code_camera_gone"),
    ],
)
def test_a_code_that_is_read_without_a_press_is_told(before: str, after: str, key: str) -> None:
    said = of_page(contents(before), contents(after), stays=True)
    assert said == Announcement(EN.text(key))
    assert of_page(contents(after), contents(after), stays=True) == Announcement()


def test_what_a_code_says_is_told_before_it_is_an_answer() -> None:
    said = of_page(contents("question-code-looking"), contents("question-code-found"), stays=True)
    assert "PORT-AMITY/LAMP/04417" in said.text
