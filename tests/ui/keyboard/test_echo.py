# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of a sign that was typed: the sign where one person listens, and where others do only that it was."""

import pytest

from i18n.languages import LANGUAGES
from i18n.messages import Messages
from ui.keyboard.composing import Change, deleted, typed
from ui.keyboard.echo import echoed
from ui.keyboard.layouts import alphabet, letter_sheets, other_sheets
from ui.keyboard.sign_names import spoken_name

EN = Messages.load("en")
TAGS = tuple(one.tag for one in LANGUAGES)


def said(before: str, now: str, texts: Messages = EN, *, aloud: bool = True) -> list[str]:
    return [part.text for part in echoed(before, now, texts, aloud=aloud)]


def signs_of(language: str) -> list[str]:
    """Every sign that the keyboard of a language can type."""
    sheets = (*letter_sheets(language, "local", 1), *other_sheets(language, "local", numbers=True))
    return [*alphabet(language).letters, *(sign for sheet in sheets for sign in sheet.signs)]


def changed(before: str, change: Change) -> str:
    return before[: len(before) - change.deleted] + change.text


@pytest.mark.requirement("OPR-17")
@pytest.mark.requirement("SPK-06", part="each letter typed, in every language")
@pytest.mark.parametrize("language", TAGS)
def test_every_sign_of_every_keyboard_is_said_to_its_person_and_to_nobody_else(language: str) -> None:
    texts = Messages.load(language)
    for sign in signs_of(language):
        (heard,) = echoed("", sign, texts, aloud=True)
        assert heard.text == spoken_name(sign, texts.text)
        assert heard.private
        assert heard.language == texts.language
        assert said("", sign, texts, aloud=False) == [texts.text("keyboard.echo.written")]
        assert not any(part.private for part in echoed("", sign, texts, aloud=False))


@pytest.mark.parametrize(
    ("language", "before", "sign", "heard"),
    [
        ("vi", "ma", "\u0301", "á"),
        ("vi", "mả", "\u0309", "a"),
        ("ko", "하", "ㄴ", "한"),
        ("ja", "か", "゛", "が"),
        ("hi", "क", "ि", "इ की मात्रा"),
        ("ar", "مرح", "ب", "ب"),
        ("en", "a", ".", "full stop"),
        ("en", "a", " ", "Space"),
    ],
)
def test_what_is_said_is_what_came_of_the_key(language: str, before: str, sign: str, heard: str) -> None:
    texts = Messages.load(language)
    now = changed(before, typed(language, before, sign, reading=False, going_on=True))

    assert [one.casefold() for one in said(before, now, texts)] == [heard.casefold()]


def test_what_is_chosen_for_a_reading_is_said_whole() -> None:
    assert said("wo xiang nihao", "wo xiang 你好", Messages.load("zh-Hans")) == ["你好"]


def test_a_sign_in_the_midst_of_others_is_said_alone() -> None:
    assert said("Ropwalk", "Ropewalk") == ["e"]
    assert said("aa", "aaa") == ["a"]


def test_what_is_taken_away_is_said_to_its_person_and_to_others_only_that_it_was() -> None:
    assert said("27b", "27") == ["Deleted", "b"]
    assert said("27b", "27", aloud=False) == ["Deleted"]
    shorter = changed("한", deleted("ko", "한", going_on=True))
    assert said("한", shorter, Messages.load("ko")) == ["하"]


def test_a_new_line_has_a_name_and_nothing_new_is_not_said() -> None:
    assert said("a", "a\n") == ["New line"]
    assert said("a", "a") == []
