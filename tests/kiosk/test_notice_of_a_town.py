# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a town tells everybody: on the home page, in the person's language or with the name of the one it is in."""

from dataclasses import replace
from pathlib import Path

import pytest

from accessibility.preferences import Preferences
from core.ids import Language
from core.text import LocalisedText
from i18n.messages import Messages
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import Profile
from kiosk.session.runner import first_visit
from tests.support.edited_profile import copied
from ui.present.home import HomeContents, present_home
from ui.registry import screens
from ui.registry_setting import a_kiosk

CLOSED = "The town hall is closed on 24 December."
CERRADO = "El ayuntamiento cierra el 24 de diciembre."


def profile(folder: Path, lines: str) -> Profile | BadProfile:
    file = copied(folder)
    file.write_text(file.read_text("utf-8").replace('notice = ""\n', f"{lines}\n"), "utf-8")
    return load(str(file))


def home(notice: LocalisedText, language: str) -> HomeContents:
    visit = replace(screens(Language(language))["home"], notice=notice)
    return present_home(visit, Messages.load(language), a_kiosk())


def test_it_is_in_the_language_of_the_office_and_in_those_that_somebody_has_written(tmp_path: Path) -> None:
    read = profile(tmp_path, f'notice = "{CLOSED}"\nnotices = {{ es = "{CERRADO}" }}')
    assert isinstance(read, Profile)
    notice = first_visit(read, Language("es"), Preferences()).notice
    assert notice.best(Language("en")).text == CLOSED
    assert notice.best(Language("es")).text == CERRADO
    assert notice.best(Language("ko")).language == read.office_language


def test_one_for_the_office_own_language_takes_the_place_of_the_first(tmp_path: Path) -> None:
    read = profile(tmp_path, f'notice = "Old."\nnotices = {{ en = "{CLOSED}" }}')
    assert isinstance(read, Profile)
    assert read.town.notice == LocalisedText.of({"en": CLOSED})


def test_a_town_says_nothing_by_itself() -> None:
    usual = load("town-hall-kiosk")
    assert isinstance(usual, Profile)
    assert usual.town.notice == LocalisedText()
    assert home(LocalisedText(), "en").notice.text == ""


@pytest.mark.parametrize("text", ["x" * 201, r"one\ntwo", r"a\u0007b"])
def test_what_is_too_long_or_no_plain_line_is_refused(tmp_path: Path, text: str) -> None:
    for lines in (f'notice = "{text}"', f'notices = {{ en = "{text}" }}'):
        assert isinstance(profile(tmp_path, lines), BadProfile)


def test_it_is_read_aloud_after_the_heading_in_its_own_language() -> None:
    contents = home(LocalisedText.of({"es": CERRADO, "en": CLOSED}), "es")
    items = contents.items()
    assert (items[1].phrase.text, items[1].phrase.language) == (CERRADO, "es")
    assert contents.notice_language == ""


def test_one_in_another_language_says_which_and_keeps_its_own_voice() -> None:
    contents = home(LocalisedText.of({"en": CLOSED}), "es")
    assert contents.notice.language == "en"
    said = [one.phrase.text for one in contents.items()]
    assert said[1:3] == [CLOSED, "Este aviso está en inglés."]
