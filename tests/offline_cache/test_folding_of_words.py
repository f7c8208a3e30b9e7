# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The folding of words behind the search: letters that people type for each other, pairs of signs, bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline_cache.words import fold, pairs, runs


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Straße", "strasse"),
        ("ÁÉÍÓÚ Ñ ü", "aeiou n u"),
        ("Ærø Łódź", "aero lodz"),
        ("آأإٱا", "ااااا"),
        ("مُؤَسَّسَة", "موسسه"),
        ("على", "علي"),
        ("كـــتاب", "كتاب"),
        ("کتابی", "كتابي"),
        ("ＡＢＣ１２３", "abc123"),
        ("ﻻ", "لا"),
        ("٣", "٣"),
    ],
)
def test_letters_that_people_type_for_each_other_are_the_same(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_chinese_is_cut_into_overlapping_pairs_and_latin_inside_it_stays_whole() -> None:
    assert [run.text for run in runs("办理ETC通行卡2号")] == ["办理", "etc", "通行卡", "2", "号"]
    assert pairs("通行卡") == ("通行", "行卡")
    assert pairs("卡") == ("卡",)


@given(st.text(max_size=300))
def test_words_are_bounded_and_hold_nothing_that_the_index_would_read_as_syntax(text: str) -> None:
    for run in runs(text):
        assert 0 < len(run.text) <= 40
        assert not set(run.text) & set(" \"'()*:^-+{}")
