# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys typed one after the other give the words that people mean."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.keyboard.composing import deleted, typed
from ui.keyboard.hangul import APART, FIRST, LAST, MIDDLE, joined, shortened

ACUTE, GRAVE, HOOK, TILDE, BELOW = "\u0301\u0300\u0309\u0303\u0323"


def written(language: str, *signs: str, reading: bool = True) -> str:
    text = ""
    for number, sign in enumerate(signs):
        change = typed(language, text, sign, reading=reading, going_on=number > 0)
        text = text[: len(text) - change.deleted] + change.text
    return text


@pytest.mark.parametrize(
    ("signs", "word"),
    [
        ("Viêt" + BELOW, "Việt"),
        ("Nguyên" + TILDE, "Nguyễn"),
        ("hoa" + ACUTE + GRAVE, "hoà"),
        ("ba" + HOOK + HOOK, "ba"),
        ("12" + ACUTE, "12"),
        ("ma b" + ACUTE, "ma b"),
    ],
)
def test_tones_of_vietnamese_find_their_vowel(signs: str, word: str) -> None:
    found = written("vi", *signs)
    assert found == word
    assert unicodedata.normalize("NFC", found) == found


@pytest.mark.parametrize(
    ("signs", "word"),
    [
        ("ㅎㅏㄴㄱㅜㄱㅇㅓ", "한국어"),
        ("ㅇㅗㅏㄴ", "완"),
        ("ㄱㅏㅂㅅㅇㅡㄹ", "값을"),
        ("ㅇㅓㅂㅅㅓ", "업서"),
        ("ㅅㅓㅇㅜㄹ", "서울"),
        ("ㅁㅏㄸㅏ", "마따"),
    ],
)
def test_letters_of_korean_join(signs: str, word: str) -> None:
    assert written("ko", *signs) == word


def test_korean_does_not_join_what_stood_there_before() -> None:
    assert typed("ko", "각", "ㅏ", reading=False, going_on=False).text == "ㅏ"


@given(st.sampled_from(FIRST), st.sampled_from(MIDDLE), st.sampled_from(LAST))
def test_every_syllable_can_be_typed_and_taken_away(first: str, middle: str, last: str) -> None:
    letters = first + APART.get(middle, middle) + APART.get(last, last)
    if (last and last not in ("ㄲ", "ㅆ")) or not last:
        letters = first + APART.get(middle, middle) + (APART.get(last, last) if last else "")
    text = ""
    for letter in letters:
        text = text[:-1] + joined(text[-1], letter) if text else letter
    # The first 19 letters, 21 vowels and 27 ends make all syllables, in this order (Unicode 3.12).
    number = (FIRST.index(first) * 21 + MIDDLE.index(middle)) * 28 + LAST.index(last)
    assert text == chr(0xAC00 + number)
    for _ in letters:
        text = shortened(text)
    assert text == ""


def test_delete_takes_a_letter_only_while_it_is_being_typed() -> None:
    assert deleted("ko", "한", going_on=True).text == "하"
    assert deleted("ko", "한", going_on=False).text == ""
    assert deleted("en", "ab", going_on=True).text == ""


@pytest.mark.parametrize(
    ("signs", "word"),
    [
        ("toukyouto", "とうきょうと"),
        ("shinjuku", "しんじゅく"),
        ("sapporo", "さっぽろ"),
        ("konnichiha", "こんにちは"),
        ("kk", "っk"),
        ("か゛", "が"),
        ("は゜゛", "ば"),
        ("つ小", "っ"),
        ("ん゛", "ん"),
    ],
)
def test_kana(signs: str, word: str) -> None:
    assert written("ja", *signs) == word


def test_latin_sheet_of_japanese_stays_latin() -> None:
    assert written("ja", *"ka", reading=False) == "ka"
