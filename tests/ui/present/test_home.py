# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Home: the profile's doors first, everything else behind one door, and honest words when there is nothing."""

from dataclasses import replace

import pytest

from core.catalogue import Catalogue, Event, EventKind
from core.ids import EventId, Language
from core.text import LocalisedText
from core.visit.state import Visit
from i18n.direction import left_to_right
from i18n.messages import Messages
from ui.present.drawings import PLAIN
from ui.present.events import present_events
from ui.present.home import HomeContents, present_home
from ui.registry_finding import finding_screens
from ui.registry_setting import a_kiosk


def home(visit: Visit | None = None) -> HomeContents:
    return present_home(visit or finding_screens()["home"], Messages.load("en"), a_kiosk())


def with_events(count: int) -> Visit:
    events = {
        EventId(str(n)): Event(EventId(str(n)), EventKind.LIFE, LocalisedText.of({"en": f"Event {n}"}))
        for n in range(count)
    }
    return replace(finding_screens()["home"], catalogue=Catalogue(events=events))


def test_the_five_doors_are_those_the_profile_puts_first_in_its_order() -> None:
    assert [door.picture for door in home().doors] == list(a_kiosk().featured)


def test_the_open_door_counts_the_life_events_that_have_no_door() -> None:
    assert home().more_count == left_to_right("+11")
    assert home().more_note == "All 16, by name"


def test_everything_to_press_is_seven_things_and_the_way_to_check_an_application() -> None:
    contents = home()
    assert 1 + len(contents.doors) + bool(contents.more) == 7
    assert contents.check == "Check an application"


def test_assisted_shows_three_doors() -> None:
    setting = replace(a_kiosk(), preferences=a_kiosk().preferences.with_assisted(True))
    contents = present_home(finding_screens()["home"], Messages.load("en"), setting)
    assert len(contents.doors) == 3
    assert contents.more_count == left_to_right("+13")


def test_no_door_to_the_rest_when_it_would_lead_to_one_event_only() -> None:
    contents = home(with_events(6))
    assert len(contents.doors) == 6
    assert contents.more == ""


def test_a_machine_without_a_catalogue_says_so_and_shows_no_doors() -> None:
    contents = home(finding_screens()["home-empty"])
    assert contents.doors == ()
    assert "as soon as it is connected" in contents.nothing


def test_an_event_that_we_have_no_drawing_for_gets_the_plain_papers() -> None:
    assert home(with_events(3)).doors[0].picture == PLAIN


def test_all_events_have_a_door_on_the_page_of_all_events() -> None:
    contents = present_events(finding_screens()["events"], Messages.load("en"))
    assert len(contents.doors) == 16


def test_the_emergency_number_is_said_only_where_the_profile_has_one() -> None:
    setting = replace(a_kiosk(), emergency="")
    assert ("112", True) in home().danger
    assert present_home(finding_screens()["home"], Messages.load("en"), setting).danger == ()


@pytest.mark.parametrize("language", ["en", "es", "ar", "zh-Hans"])
def test_the_words_of_the_bar_stand_out_in_the_line_about_danger(language: str) -> None:
    texts = Messages.load(language)
    contents = present_home(finding_screens(Language(language))["home"], texts, a_kiosk())
    assert (texts.text("bar.help"), True) in contents.danger
