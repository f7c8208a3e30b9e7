# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which answers of a long list fit the letters that were written, in four scripts."""

import pytest

from ui.fields.list_search import fits


@pytest.mark.parametrize(
    ("label", "letters"),
    [
        ("Quarter 24", ""),
        ("Quarter 24", "qua"),
        ("Quarter 24", "24 QUARTER"),
        ("Málaga", "mala"),
        ("Malaga", "Mála"),
        ("أحمد", "احم"),
        ("مدرسة", "مدرسه"),
        ("海港巷", "港"),
        ("第24区", "24"),
        ("Straße", "strass"),
    ],
)
def test_beginnings_of_words_fit_whatever_their_case_accents_or_vowel_marks(label: str, letters: str) -> None:
    assert fits(label, letters)


@pytest.mark.parametrize(
    ("label", "letters"), [("Quarter 24", "arter"), ("Quarter 24", "quarter 3"), ("海港巷", "山"), ("", "a")]
)
def test_other_letters_do_not_fit(label: str, letters: str) -> None:
    assert not fits(label, letters)
