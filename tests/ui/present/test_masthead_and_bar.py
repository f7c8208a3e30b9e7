# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The line on top and the bar: who speaks, what is true about the network, and the six words."""

from dataclasses import replace
from datetime import datetime

from core.errors import Trouble
from core.ids import Language, QuestionPath
from i18n.messages import Messages
from ui.present.bar import present_bar
from ui.present.masthead import present_masthead
from ui.registry import screens
from ui.registry_finding import finding_screens
from ui.registry_setting import HERE, a_kiosk

EN = Messages.load("en")
NAME = QuestionPath("/data/town/name")


def at(hour: int, day: int = 23) -> float:
    return datetime(2026, 11, day, hour, 5, tzinfo=HERE).timestamp()


def test_a_town_is_called_on_each_page_as_that_language_calls_it() -> None:
    visits = {tag: replace(finding_screens()["home"], language=Language(tag)) for tag in ("en", "ar", "es")}
    called = {tag: present_masthead(one, Messages.load(tag), a_kiosk()).town for tag, one in visits.items()}
    assert called == {"en": "Port Amity", "ar": "بورت أميتي", "es": "Port Amity"}


def test_a_lost_network_is_said_with_the_time_it_was_last_there() -> None:
    visit = replace(finding_screens()["home"], connected=False, as_of=at(9))
    assert present_masthead(visit, EN, a_kiosk()).state == "No network, last connected 9:05"


def test_a_network_lost_for_days_is_said_with_its_day() -> None:
    visit = replace(finding_screens()["home"], connected=False, as_of=at(9, day=20))
    assert present_masthead(visit, EN, a_kiosk()).state == "No network, last connected 20 November"


def test_a_network_that_was_never_there_has_no_time() -> None:
    visit = replace(finding_screens()["home"], connected=False, as_of=None)
    assert present_masthead(visit, EN, a_kiosk()).state == "No network"


def test_nothing_is_said_about_a_network_not_tried_yet() -> None:
    visit = replace(finding_screens()["home"], connected=None)
    assert present_masthead(visit, EN, a_kiosk()).state == ""


def test_a_trial_says_on_every_page_that_nothing_is_kept() -> None:
    trial = replace(a_kiosk(), trial_mode=True)
    for visit in finding_screens().values():
        assert present_masthead(visit, EN, trial).trial == "Trial: nothing is kept"


def test_back_and_finish_are_absent_only_where_nobody_is_here_yet() -> None:
    absent = {name for name, visit in finding_screens().items() if not present_bar(visit, EN).finish}
    assert absent == {"welcome", "finished", "finished-wiped"}


def test_while_the_voice_reads_its_button_stops_it() -> None:
    visit = replace(finding_screens()["home"], speaking=True)
    assert present_bar(visit, EN).read == "Stop reading"


def test_once_somebody_was_called_the_bar_says_so() -> None:
    visit = replace(finding_screens()["home"], called=True)
    assert present_bar(visit, EN).help == "Somebody is coming"


def test_a_voice_that_cannot_speak_is_said_in_words_on_the_page() -> None:
    visit = replace(finding_screens()["home"], speech_trouble=Trouble("trouble.no_voice"))
    assert present_masthead(visit, EN, a_kiosk()).notice == "The voice does not work now"
    assert present_masthead(finding_screens()["home"], EN, a_kiosk()).notice == ""


def test_a_set_up_speaks_in_the_name_of_the_town_that_is_set_up_and_of_nobody_before_there_is_one() -> None:
    visit = screens()["set-up-screen"]
    assert visit.filling is not None
    assert visit.editing is not None
    nameless = visit.filling.entry.answer(NAME, "")
    begun = replace(visit, filling=replace(visit.filling, entry=nameless))
    assert present_masthead(begun, EN, a_kiosk()).town == "Civic Kiosk"
    named = replace(visit.filling, entry=nameless.answer(NAME, "Marsh End"))
    given = replace(visit, filling=named)
    assert present_masthead(given, EN, a_kiosk()).town == "Marsh End"
    assert present_masthead(finding_screens()["home"], EN, a_kiosk()).town == a_kiosk().town


def test_a_name_that_is_being_written_stands_on_top_once_it_is_given() -> None:
    visit = screens()["set-up-screen"]
    assert visit.filling is not None
    assert visit.editing is not None
    before = visit.filling.entry.answer(NAME, "Marsh")
    editing = replace(visit.editing, opened=before)
    writing = replace(visit.filling, entry=before.answer(NAME, "Marsh E"))
    open_now = replace(visit, editing=editing, filling=writing)
    assert present_masthead(open_now, EN, a_kiosk()).town == "Marsh"
