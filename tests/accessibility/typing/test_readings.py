# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reading is found at the end of what was typed, and Latin names are left alone."""

import pytest

from accessibility.typing.converter import Answer, Missing, NoConverter
from accessibility.typing.readings import LONGEST, family, reading_at_end, space_means


@pytest.mark.parametrize(
    ("language", "text", "reading"),
    [
        ("zh-Hans", "我shi", "shi"),
        ("zh-Hans", "wo shi", "shi"),
        ("zh-Hans", "xi'an", "xi'an"),
        ("zh-Hans", "Marigold", ""),
        ("zh-Hans", "27", ""),
        ("zh-Hans", "lu27", ""),
        ("zh-Hans", "", ""),
        ("zh-Hant", "我ㄕˋ", "ㄕˋ"),
        ("zh-Hant", "我shi", "shi"),
        ("zh-Hant", "shiㄕˋ", "ㄕˋ"),
        ("ja", "私はたなか", "はたなか"),
        ("ja", "ほn", "ほn"),
        ("ja", "カー", ""),
        ("ja", "Marigold", ""),
        ("ko", "hangug", ""),
        ("en", "house", ""),
    ],
)
def test_reading_at_end(language: str, text: str, reading: str) -> None:
    assert reading_at_end(language, text) == reading


def test_only_the_end_of_a_very_long_reading_is_converted() -> None:
    assert reading_at_end("zh", "a" * 500) == "a" * LONGEST


@pytest.mark.parametrize(
    ("language", "reading", "sign"),
    [
        ("zh-Hant", "ㄕ", "ˉ"),
        ("zh-TW", "ㄕㄨ", "ˉ"),
        ("zh-Hant", "ㄕˋ", ""),
        ("zh-Hans", "shi", ""),
        ("ja", "し", ""),
        ("zh-Hant", "", ""),
    ],
)
def test_space_finishes_a_syllable_of_bopomofo(language: str, reading: str, sign: str) -> None:
    assert space_means(language, reading) == sign


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("zh", "zh-hans"),
        ("zh-CN", "zh-hans"),
        ("zh-Hant-HK", "zh-hant"),
        ("zh-TW", "zh-hant"),
        ("ja-JP", "ja"),
        ("ko", ""),
    ],
)
def test_regions_are_typed_as_their_writing(tag: str, found: str) -> None:
    assert family(tag) == found


def test_no_converter_says_so() -> None:
    answers: list[Answer] = []
    NoConverter().ask("ja", "に", answers.append)
    assert answers == [Missing()]
    assert not NoConverter().serves("ja")
