# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets to take along as a reader of the PDF sees them: what to bring, and a form to go on with by pen."""

from dataclasses import replace
from pathlib import Path

import pytest

from accessibility.preferences import Preferences
from core.forms.entry import Entry
from core.ids import Language
from core.visit.state import Visit
from i18n.messages import Messages
from tests.support import small_forms
from tests.support.printed_paper import read
from tests.support.question_pages import begun
from tests.support.small_forms import at
from ui.present.form_paper import present_form_paper
from ui.present.help import present_help, ways_to_a_person
from ui.present.leaflet_paper import present_leaflet
from ui.present.numbers_paper import present_numbers
from ui.present.sheet_paper import SheetPaper
from ui.receipt.blocks import Rule, Tick, Together
from ui.receipt.pdf import sheet_pdf
from ui.receipt.sheet_blocks import sheet_blocks
from ui.receipt.sheets import Paper
from ui.registry import screens
from ui.registry_finding import visit_in_town
from ui.registry_setting import a_kiosk
from ui.registry_town import service_id, town

pytestmark = pytest.mark.usefixtures("qapp")


def in_town(language: str) -> Visit:
    return visit_in_town(Language(language))


def leaflet(language: str = "en") -> SheetPaper:
    visit = in_town(language)
    service = visit.catalogue.services[service_id("moved")]
    return present_leaflet(service, visit.catalogue, Messages.load(language), a_kiosk())


def form(entry: Entry, language: str = "en") -> SheetPaper:
    visit = in_town(language)
    service = visit.catalogue.services[service_id("moved")]
    return present_form_paper(entry, service, visit.catalogue, Messages.load(language), a_kiosk())


@pytest.mark.parametrize("paper", Paper)
def test_the_sheet_says_what_to_bring_where_and_whom_to_call(paper: Paper, tmp_path: Path) -> None:
    text = " ".join(read(sheet_pdf(leaflet(), paper), tmp_path).split())
    assert "Tell us you have moved" in text
    for words in ("Bring Your identity card", "2 Quay Street", "555 0142"):
        assert words in text


@pytest.mark.parametrize("paper", Paper)
def test_a_form_on_paper_has_the_answers_given_and_room_for_the_others(paper: Paper, tmp_path: Path) -> None:
    made = form(begun(street="14 Harbour Lane"))
    text = " ".join(read(sheet_pdf(made, paper), tmp_path).split())
    assert "Nothing is sent yet." in text
    assert "What is your new street and house number? 14 Harbour Lane" in text
    assert "Who is moving with you? Tick one. Only me" in text
    assert "Date and signature" in text


def test_what_is_chosen_has_a_box_each_and_what_is_written_has_lines() -> None:
    made = form(begun(street="14 Harbour Lane"))
    parts = [one.blocks for one in sheet_blocks(made) if isinstance(one, Together)]
    by_title = {
        part.title.text: blocks for part, blocks in zip((*made.parts, *made.about), parts, strict=True)
    }
    who = by_title["Who is moving with you?"]
    assert [block.phrase.text for block in who if isinstance(block, Tick)][:2] == [
        "Only me",
        "My partner and I",
    ]
    assert not any(isinstance(block, Rule) for block in by_title["What is your new street and house number?"])
    assert any(isinstance(block, Rule) for block in by_title["Date and signature"])


def test_a_secret_is_not_put_on_paper() -> None:
    body = (
        '<secret ref="/data/a"><label>Word</label></secret><input ref="/data/b"><label>Name</label></input>'
    )
    entry = small_forms.entry("<a/><b/>", "", body)
    made = form(entry.answer(at("a"), "opensesame").answer(at("b"), "Ana"))
    word, name, _ = made.parts
    assert (word.text.text, word.lines, name.text.text) == ("", 1, "Ana")
    assert "opensesame" not in str(made)


def test_town_sheets_are_in_the_persons_language_and_large_for_who_reads_large(tmp_path: Path) -> None:
    arabic = leaflet("ar")
    assert arabic.language == "ar"
    text = read(sheet_pdf(arabic, Paper.A4), tmp_path)
    assert all(word in text for word in Messages.load("ar").text("fact.bring").split())
    large = replace(a_kiosk(), preferences=a_kiosk().preferences.with_text_step(4))
    service = town().services[service_id("moved")]
    assert present_leaflet(service, town(), Messages.load("en"), large).large
    assert not leaflet().large


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
def test_a_slip_says_whom_to_call_and_nothing_of_a_person(
    paper: Paper, language: str, tmp_path: Path
) -> None:
    made = present_numbers(Messages.load(language), a_kiosk())
    text = "".join(read(sheet_pdf(made, paper), tmp_path).split())
    assert "5550142" in text
    assert "112" in text
    assert not made.parts
    assert [part.text.text for part in made.about] == [
        way.text.text for way in ways_to_a_person(Language(language), Messages.load(language), a_kiosk())
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_slip_is_offered_where_everything_is_larger_and_slower(language: str) -> None:
    texts, visit = Messages.load(language), screens(Language(language))["help"]
    slow = replace(a_kiosk(), preferences=Preferences(assisted=True))
    assert present_help(visit, texts, slow).paper.text == texts.text("help.print_numbers")
    assert present_help(visit, texts, a_kiosk()).paper.text == ""
    assert present_help(visit, texts, replace(slow, can_print=False)).paper.text == ""
    over_form = screens(Language(language))["help-question"]
    assert present_help(over_form, texts, slow).paper.text == texts.text("help.on_paper")
