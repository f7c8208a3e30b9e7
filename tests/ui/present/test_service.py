# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The service page says what is true now: whether it works here, who does it, and what it needs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.catalogue import Cost, PublicService
from core.ids import Language
from core.text import LocalisedText
from core.visit.pages import AboutService
from core.visit.state import Printing, Visit
from i18n.messages import Messages
from ui.present.service import ServiceContents, present_service
from ui.present.service_rows import ALONE, IN_LINE, answer_time, cost
from ui.registry_finding import finding_screens
from ui.registry_setting import a_kiosk
from ui.registry_town import service_id, town


def about(screen: str, language: str = "en") -> ServiceContents:
    visit = finding_screens(Language(language))[screen]
    return present_service(visit, page_of(visit), Messages.load(language), a_kiosk())


def page_of(visit: Visit) -> AboutService:
    assert isinstance(visit.page, AboutService)
    return visit.page


def fact(contents: ServiceContents, title: str) -> str:
    return next(one.text.text for one in contents.facts if one.title == title)


def a_service(**changes: object) -> PublicService:
    return replace(town().services[service_id("moved")], **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("screen", "mark", "start"),
    [
        ("service", "Works here now", "Start"),
        ("service-later", "Fill in now, leaves later", "Start"),
        ("service-not-yet", "Not on this machine yet", ""),
        ("service-counter", "Only at a counter", ""),
    ],
)
def test_the_mark_and_the_way_in_agree(screen: str, mark: str, start: str) -> None:
    contents = about(screen)
    assert contents.mark is not None
    assert contents.mark.text == mark
    assert contents.start == start
    assert bool(contents.other) is not bool(contents.start)


def test_the_six_facts_of_a_whole_catalogue_entry() -> None:
    contents = about("service")
    assert [one.title for one in contents.facts] == [
        "Cost",
        "Answer",
        "Bring",
        "Who decides",
        "You get",
        "Or go there",
    ]
    assert fact(contents, "Cost") == "Free"
    assert fact(contents, "Answer") == "Within 5 days"
    assert fact(contents, "Or go there") == "2 Quay Street\nMonday to Friday, 9:00 to 16:00"


def test_what_the_catalogue_does_not_say_is_left_out() -> None:
    titles = [one.title for one in about("service-later").facts]
    assert titles == ["Cost", "Answer", "Who decides"]


def test_the_partner_who_carries_it_out_is_named_as_a_partner() -> None:
    said = fact(about("service-partner"), "Who decides")
    assert said == "Pension Fund. Carried out by Helping Hands, a partner of the town"


def test_an_office_that_does_not_answer_is_named_with_the_way_on() -> None:
    notes = about("service-later").notes
    assert any(note.text.text.startswith("Pension Fund does not answer now.") for note in notes)


def test_a_service_that_left_the_catalogue_says_so() -> None:
    contents = about("service-gone")
    assert contents.name.text == "This service is no longer offered"
    assert contents.start == ""


def test_while_the_form_opens_the_button_keeps_its_word_and_the_page_says_wait() -> None:
    contents = about("service-opening")
    assert contents.start == "Start"
    assert contents.waiting.startswith("Please wait.")


def test_a_name_that_the_catalogue_has_only_in_english_says_that_it_is_english() -> None:
    visit = finding_screens(Language("ar"))["service"]
    only = a_service(name=LocalisedText.of({"en": "Tell us you have moved"}))
    visit = replace(visit, catalogue=replace(visit.catalogue, services={only.id: only}))
    contents = present_service(visit, page_of(visit), Messages.load("ar"), a_kiosk())
    assert contents.name.text == "Tell us you have moved"
    assert contents.name.language == "en"


@pytest.mark.parametrize(
    ("costs", "in_line", "alone"),
    [
        ((), "", ""),
        ((Cost(Decimal(0)),), "free", "Free"),
        ((Cost(Decimal("12.50")),), "12.50 euros", "12.50 euros"),
        ((Cost(Decimal(20)), Cost(Decimal("12.50"))), "from 12.50 euros", "From 12.50 euros"),
        ((Cost(Decimal(50), "", LocalisedText.of({"en": "50 crowns"})),), "50 crowns", "50 crowns"),
        ((Cost(Decimal(5), description=LocalisedText.of({"en": "Extra copy"})),), "5 euros", "5 euros"),
        ((Cost(None, description=LocalisedText.of({"en": "By income"})),), "By income", "By income"),
    ],
)
def test_cost_in_words(costs: tuple[Cost, ...], in_line: str, alone: str) -> None:
    texts = Messages.load("en")
    assert cost(a_service(costs=costs), texts, IN_LINE) == in_line
    assert cost(a_service(costs=costs), texts, ALONE) == alone


@pytest.mark.parametrize(
    ("days", "said"), [(None, ""), (0, "At once"), (1, "Within 1 day"), (30, "Within 30 days")]
)
def test_time_to_the_answer_in_words(days: int | None, said: str) -> None:
    assert answer_time(a_service(processing_days=days), Messages.load("en"), ALONE) == said


def test_text_from_the_catalogue_is_cut_and_carries_no_controls() -> None:
    visit = finding_screens()["service"]
    evil = a_service(name=LocalisedText.of({"en": "\u202eevil\x00 " + "x" * 10_000}))
    visit = replace(visit, catalogue=replace(visit.catalogue, services={evil.id: evil}))
    name = present_service(visit, page_of(visit), Messages.load("en"), a_kiosk()).name.text
    assert len(name) <= 120
    assert "\u202e" not in name
    assert "\x00" not in name


def test_what_to_bring_is_printed_where_there_is_paper() -> None:
    visit = finding_screens(Language("en"))["service"]
    page, texts = page_of(visit), Messages.load("en")
    asked = present_service(visit, page, texts, a_kiosk()).paper
    assert (asked.text, asked.state) == ("Print what to bring", "")
    printed = replace(visit, printing=Printing.DONE)
    told = present_service(printed, page, texts, a_kiosk())
    assert told.paper.state in [one.phrase.text for one in told.items()]
    bare = replace(a_kiosk(), can_print=False)
    assert not present_service(printed, page, texts, bare).paper.text
