# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The welcome page speaks to everybody: all languages weigh the same, and it says what it forgets."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.ids import Language
from core.visit.delays import Delays
from core.visit.pages import AboutMachine
from i18n.messages import Messages
from ui.present.machine import present_machine
from ui.present.reading import Role
from ui.present.welcome import LARGER, WelcomeContents, present_welcome
from ui.registry_finding import finding_screens
from ui.registry_setting import a_kiosk, at_home

ROOT = Path(__file__).parents[3]


def welcome(language: str = "en") -> WelcomeContents:
    visit = finding_screens(Language(language))["welcome"]
    return present_welcome(visit, Messages.load(language), a_kiosk())


def test_every_language_is_offered_in_its_own_script() -> None:
    names = [offer.name for offer in welcome().languages]
    assert [name.text for name in names] == ["English", "العربية", "简体中文", "Español"]
    assert [name.language for name in names] == ["en", "ar", "zh-Hans", "es"]


@pytest.mark.parametrize("language", ["en", "es", "ar", "zh-Hans"])
def test_the_greeting_has_one_word_for_each_script_and_begins_with_the_page_s_own(language: str) -> None:
    greetings = welcome(language).greetings
    assert greetings[0].language == language
    assert len(greetings) == 3


@pytest.mark.parametrize("language", ["en", "es", "ar", "zh-Hans"])
def test_larger_and_slower_is_also_said_in_the_scripts_the_page_is_not_in(language: str) -> None:
    others = welcome(language).larger_others
    assert {phrase.text for phrase in others} <= set(LARGER.values())
    assert len(others) == 2
    assert language not in {phrase.language for phrase in others}


def test_no_button_for_more_languages_where_all_are_shown() -> None:
    assert welcome().more == ""


def test_a_machine_of_five_languages_shows_four_and_a_button_for_the_rest() -> None:
    setting = replace(a_kiosk(), languages=(*a_kiosk().languages, Language("fr")))
    contents = present_welcome(finding_screens()["welcome"], Messages.load("en"), setting)
    assert len(contents.languages) == 4
    assert contents.more == "More languages"


def test_larger_and_slower_turns_itself_into_the_way_back() -> None:
    setting = a_kiosk()
    larger = replace(setting, preferences=welcome().wished)
    contents = present_welcome(finding_screens()["welcome"], Messages.load("en"), larger)
    assert welcome().wished.assisted
    assert contents.larger == "Usual size and pace"
    assert contents.wished.text_step == setting.defaults.text_step
    assert not contents.wished.assisted


def test_the_quiet_time_that_is_said_is_the_one_that_is_kept() -> None:
    visit = replace(finding_screens()["welcome"], delays=Delays(idle=300.0))
    assert "5 minutes" in present_welcome(visit, Messages.load("en"), a_kiosk()).forgets


def test_at_home_nobody_is_told_of_a_quiet_time() -> None:
    visit = replace(finding_screens()["welcome"], delays=Delays(idle=None))
    assert "minutes" not in present_welcome(visit, Messages.load("en"), at_home()).forgets


def test_reading_order_begins_with_the_greeting_and_names_every_language() -> None:
    items = welcome().items()
    buttons = [item.phrase.text for item in items if item.role is Role.BUTTON]
    assert items[0].phrase.text == "Welcome"
    assert buttons == ["English", "العربية", "简体中文", "Español", "Larger and slower", "About this machine"]


def test_the_first_page_does_not_wait_for_babel() -> None:
    """Its import and its tables take longer than the rest of the page."""
    code = (
        "import sys\n"
        "from core.ids import Language, VisitId\n"
        "from core.visit.state import Visit\n"
        "from i18n.messages import Messages\n"
        "from ui.registry_setting import a_kiosk\n"
        "from ui.present.welcome import present_welcome\n"
        "for tag in ('en', 'es', 'ar', 'zh-Hans'):\n"
        "    present_welcome(Visit(VisitId('v'), Language(tag)), Messages.load(tag), a_kiosk())\n"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_large_letters_have_the_languages_first_and_the_notes_behind_the_machine() -> None:
    texts, setting = Messages.load("en"), a_kiosk()
    visit = finding_screens()["welcome"]
    large = replace(setting, preferences=replace(setting.preferences, text_step=5))
    contents = present_welcome(visit, texts, large)
    assert contents.heading == "Choose your language to begin"
    said = [item.phrase.text for item in contents.items()]
    told = present_machine(visit, AboutMachine(), texts, large).notes
    assert told == (welcome().forgets, welcome().speaks)
    assert not set(told) & set(said)
    assert present_machine(visit, AboutMachine(), texts, setting).notes == ()
