# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's own services in words: on the home page, on a service's page, in the list, and about the machine."""

from dataclasses import replace

import pytest

from core.catalogue import Catalogue
from core.ids import Language
from core.own_services import OwnServices
from core.visit import pages as p
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.home import HomeContents, present_home
from ui.present.machine import present_machine
from ui.present.own_list import OwnListContents, present_own_list
from ui.present.service import ServiceContents, present_service
from ui.registry_finding import finding_screens
from ui.registry_own import EVERY, own_screens
from ui.registry_setting import a_kiosk, at_home
from ui.registry_town import service_id

ENGLISH = Messages.load("en")


def screen(name: str, language: str = "en") -> Visit:
    return own_screens(finding_screens(Language(language))["home"])[name]


def home(visit: Visit, *, assisted: bool = False) -> HomeContents:
    setting = replace(at_home(), preferences=at_home().preferences.with_assisted(assisted))
    return present_home(visit, ENGLISH, setting)


def listed(visit: Visit) -> OwnListContents:
    assert isinstance(visit.page, p.OwnList)
    return present_own_list(visit, visit.page, ENGLISH, at_home())


def about(visit: Visit) -> ServiceContents:
    assert isinstance(visit.page, p.AboutService)
    return present_service(visit, visit.page, ENGLISH, a_kiosk())


def to_press(contents: HomeContents) -> int:
    own = len(contents.own) + bool(contents.all_mine)
    return 2 + own + len(contents.doors) + bool(contents.more) + bool(contents.go_on)


def test_home_shows_what_was_used_last_and_what_was_added_last() -> None:
    contents = home(screen("your-home"))

    assert [one.name.text for one in contents.own] == [
        "Tell us you have moved",
        "Pension for a widow or widower",
    ]
    assert (contents.mine, contents.all_mine) == ("My services", "All my services")


@pytest.mark.parametrize("name", ["your-home-one", "your-home", "your-home-many", "your-home-begun"])
def test_home_never_holds_more_than_seven_things_to_press_and_always_a_life_event(name: str) -> None:
    contents = home(screen(name))

    assert to_press(contents) == 7
    assert contents.doors
    assert to_press(home(screen(name), assisted=True)) == 6, "as many as without own services"


def test_a_form_that_waits_has_its_own_way_on_and_no_second_one() -> None:
    contents = home(screen("your-home-begun"))

    assert "Tell us you have moved" in contents.go_on
    assert [one.service for one in contents.own] == [service_id("pension")]


def test_a_kiosk_and_a_home_without_own_services_say_nothing_of_them() -> None:
    for visit in (finding_screens()["home"], replace(finding_screens()["home"], own=OwnServices())):
        contents = present_home(visit, ENGLISH, a_kiosk())
        assert (contents.mine, contents.own, contents.all_mine) == ("", (), "")
        assert len(contents.doors) == 5


def test_the_list_says_of_each_why_it_is_there() -> None:
    rows = listed(screen("your-services")).rows

    assert [row.facts for row in rows] == ["Added by you", "Used 23 November 2026"]


def test_what_was_added_stands_before_what_was_only_used() -> None:
    rows = listed(screen("your-services-many")).rows

    assert [row.service for row in rows] == [service_id(name) for name in (*EVERY[2:], *EVERY[:2])]
    assert rows[0].facts == "Added by you · Used 9 November 2026"


def test_a_service_that_left_the_catalogue_is_not_shown_and_can_still_be_emptied_out() -> None:
    contents = listed(replace(screen("your-services"), catalogue=Catalogue()))

    assert contents.rows == ()
    assert contents.nothing
    assert contents.empty == "Empty this list"
    assert home(replace(screen("your-home"), catalogue=Catalogue())).own == ()


def test_an_emptied_list_says_so_and_offers_to_bring_it_back() -> None:
    contents = listed(screen("your-services-emptied"))

    assert (contents.nothing, contents.undo, contents.empty) == ("The list is empty now.", "Undo", "")
    never = listed(screen("your-services-none"))
    assert (never.undo, never.other) == ("", "Find another service")


def test_a_service_page_says_whether_it_is_ones_own_and_what_the_button_does() -> None:
    assert about(screen("your-service-to-add")).own == "Add to my services"
    assert about(screen("your-service-to-add")).mine == ""
    own = about(screen("your-service"))
    assert (own.mine, own.own) == ("One of your services", "Remove from my services")
    assert about(finding_screens()["service"]).own == ""


def test_a_service_that_is_gone_cannot_be_added() -> None:
    gone = screen("your-service").go(p.AboutService(service_id("gone")))

    assert about(gone).own == ""


def test_about_this_machine_says_how_many_and_never_which() -> None:
    visit = screen("your-machine")
    assert isinstance(visit.page, p.AboutMachine)

    said = [item.phrase.text for item in present_machine(visit, visit.page, ENGLISH, at_home()).items()]

    assert "My services" in said
    assert "On this computer, encrypted: 6" in said
    assert not any("Tell us you have moved" in one for one in said)
    kiosk = finding_screens()["machine"]
    assert isinstance(kiosk.page, p.AboutMachine)
    facts = present_machine(kiosk, kiosk.page, ENGLISH, a_kiosk()).facts
    assert "My services" not in [fact.title for fact in facts]


@pytest.mark.parametrize("language", ["ar", "zh-Hans", "fr", "hi", "uk"])
def test_the_words_are_the_languages_own(language: str) -> None:
    texts, visit = Messages.load(language), screen("your-home", language)
    contents = present_home(visit, texts, at_home())

    assert contents.mine == texts.text("own.heading") != "My services"
    assert contents.all_mine == texts.text("own.all") != "All my services"
