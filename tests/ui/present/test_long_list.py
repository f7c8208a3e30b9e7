# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Of a list with thousands of answers a few are shown: the first, the chosen, or those that fit the letters."""

import time

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from core.visit.step import step
from i18n.messages import Messages
from tests.support.form_filling import begun
from ui.present.answering import field_of
from ui.present.fields import ChoiceContents
from ui.present.long_list import SHOWN
from ui.registry import screens
from ui.registry_setting import a_kiosk

VILLAGES = 20_000
MOST_MS = 100
NAMES = ("Árvíz", "São João", "محطة القطار", "海港村", "Lake End")


def entry_with(count: int = VILLAGES) -> Entry:
    items = "".join(f"<item><name>v{n}</name><label>{NAMES[n % 5]} {n}</label></item>" for n in range(count))
    form = load(
        (
            '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
            '<h:head><h:title>T</h:title><model><instance><data id="t"><a/></data></instance>'
            f'<instance id="l"><root>{items}</root></instance></model></h:head><h:body><select1 ref="/data/a">'
            "<label>Which village?</label><itemset nodeset=\"instance('l')/root/item\">"
            '<value ref="name"/><label ref="label"/></itemset></select1></h:body></h:html>'
        ).encode()
    )
    assert isinstance(form, Form)
    return begun(form)


def shown(entry: Entry, letters: str = "") -> ChoiceContents:
    field = field_of(entry, entry.pages()[0], Messages.load("en"), a_kiosk(), letters)
    assert isinstance(field, ChoiceContents)
    return field


def labels(field: ChoiceContents) -> list[str]:
    return [one.label.text for one in field.options]


def test_first_answers_are_shown_before_a_letter_is_written() -> None:
    field = shown(entry_with())
    assert len(field.options) == SHOWN
    assert field.told == "The list has 20,000 answers. Write the first letters of yours."


def test_letters_find_words_by_their_beginning_without_accents_and_marks() -> None:
    entry = entry_with(500)
    assert labels(shown(entry, "arv 10")) == ["Árvíz 10", *(f"Árvíz {n}" for n in (100, 105))]
    assert labels(shown(entry, "JOAO 11"))[0] == "São João 11"
    assert labels(shown(entry, "القطار"))[0] == "محطة القطار 2"
    assert labels(shown(entry, "港"))[0] == "海港村 3"
    assert labels(shown(entry, "海港村 13"))[0] == "海港村 13"
    assert labels(shown(entry, "oao")) == []


def test_what_nothing_fits_is_said() -> None:
    field = shown(entry_with(500), "zzz")
    assert field.told == Messages.load("en").text("field.search_none")


def test_what_is_chosen_stands_first() -> None:
    entry = entry_with()
    chosen = entry.answer(entry.pages()[0].path, "v19999")
    assert [one.chosen for one in shown(chosen).options] == [True, False, False, False]


def test_letters_are_kept_on_the_page_and_change_no_answer() -> None:
    visit: Visit = screens()["question-choice"]
    after = step(visit, e.ListSearched("har")).visit
    assert isinstance(after.page, p.Question)
    assert after.page.letters == "har"
    assert after.filling == visit.filling


@pytest.mark.long
def test_a_letter_in_a_list_of_twenty_thousand_is_answered_at_once() -> None:
    entry = entry_with()
    took = []
    for letters in ("l", "la", "lak", "lake", "lake 1", "lake 19"):
        before = time.process_time()
        shown(entry, letters)
        took.append((time.process_time() - before) * 1_000)
    assert sorted(took)[len(took) // 2] < MOST_MS, took
