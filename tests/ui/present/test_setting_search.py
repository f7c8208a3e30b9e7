# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A setting of a profile is found by any words of its name, its hint and its group, in every script."""

from dataclasses import replace

import pytest

from core.ids import Language, QuestionPath
from core.visit import pages as p
from i18n.messages import Messages
from ui.present.profile_find import FindContents, present_find
from ui.registry import screens
from ui.registry_setting import a_kiosk


def looked_for(words: str, language: str = "en") -> FindContents:
    visit = screens(Language(language))["profile"]
    page = p.ProfileFind(words)
    return present_find(replace(visit, page=page), page, Messages.load(language), a_kiosk())


def found(words: str, language: str = "en") -> list[str]:
    return [one.path.removeprefix("/data/") for one in looked_for(words, language).settings]


@pytest.mark.parametrize(
    ("words", "language", "setting"),
    [
        ("PHONE", "en", "town/phone"),
        ("help pho", "en", "town/phone"),
        ("teléfono", "es", "town/phone"),
        ("telefono", "es", "town/phone"),
        ("numero", "fr", "town/phone"),
        ("电话", "zh-Hans", "town/phone"),
        ("多久", "zh-Hans", "delays/idle"),
        ("هاتف", "ar", "town/phone"),
        ("هَاتِف", "ar", "town/phone"),
        ("السوال", "ar", "delays/idle"),
    ],
)
def test_case_accents_vowel_marks_and_spaces_between_words_do_not_matter(
    words: str, language: str, setting: str
) -> None:
    assert setting in found(words, language)


def test_what_is_called_so_comes_before_what_only_has_to_do_with_it() -> None:
    assert found("question")[0] in ("delays/idle", "delays/warning")
    assert set(found("waiting times")) == {"delays/idle", "delays/warning"}
    name, *others = found("name")
    assert name == "town/name"
    assert "town/name" not in others


def test_every_word_has_to_be_there() -> None:
    assert "town/phone" in found("phone")
    assert found("phone question") == []


@pytest.mark.parametrize("words", ["", "   ", "?!"])
def test_no_word_finds_nothing(words: str) -> None:
    assert found(words) == []


def test_a_setting_that_was_found_says_where_it_stands_and_its_value() -> None:
    door = next(one for one in looked_for("quiet").settings if one.path == "/data/delays/idle")
    assert door.title.text == "Quiet time until the question"
    assert door.note == "Waiting times · 180 seconds"


def test_what_nobody_finds_leads_back_to_all_settings() -> None:
    contents = looked_for("qwertz")
    assert contents.settings == ()
    assert contents.groups in contents.hint


def test_a_setting_with_something_to_mend_says_so_where_it_is_found() -> None:
    page = p.ProfileFind("question")
    visit = replace(screens()["profile-unsafe"], page=page)
    contents = present_find(visit, page, Messages.load("en"), a_kiosk())
    notes = {one.path: one.note for one in contents.settings}
    assert notes[QuestionPath("/data/delays/warning")] == "Something to mend here"
