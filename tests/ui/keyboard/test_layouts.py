# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters of a language are all there, once."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.languages import LANGUAGES
from ui.keyboard.arrangement import spread
from ui.keyboard.layouts import alphabet, letter_sheets, other_sheets, pieces, wrapped

TAGS = [info.tag for info in LANGUAGES]


@pytest.mark.parametrize("language", TAGS)
def test_both_orders_hold_the_same_letters(language: str) -> None:
    letters = alphabet(language)
    assert sorted("".join(letters.local)) == sorted(letters.alphabetical)


@pytest.mark.parametrize("language", TAGS)
def test_no_sheet_holds_a_sign_twice(language: str) -> None:
    for sheet in (*letter_sheets(language, "local", 1), *other_sheets(language, True)):
        assert [sign for sign, times in Counter(sheet.signs).items() if times > 1] == []


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("parts", [1, 2, 3])
def test_parts_hold_all_letters_in_order(language: str, parts: int) -> None:
    sheets = letter_sheets(language, "alphabetical", parts)
    assert len(sheets) == parts
    assert "".join(sheet.signs for sheet in sheets) == alphabet(language).alphabetical


@pytest.mark.parametrize("language", TAGS)
def test_numbers_are_a_sheet_only_where_they_are_not_beside_the_letters(language: str) -> None:
    assert set("1234567890") <= set(other_sheets(language, True)[0].signs)
    assert "1" not in "".join(sheet.signs for sheet in other_sheets(language, False))


@given(
    st.text(st.characters(categories=["Lu"]), min_size=1, max_size=60), st.integers(5, 20), st.integers(0, 4)
)
def test_wrapped_rows_hold_all_signs_and_leave_room_in_the_last(signs: str, longest: int, less: int) -> None:
    rows = wrapped(signs, longest, less)
    assert "".join(rows) == signs
    assert max(map(len, rows)) <= longest


@given(st.integers(4, 40))
def test_pieces_hold_all_signs(most: int) -> None:
    for sheet in other_sheets("en", True):
        found = pieces(sheet, most)
        assert "".join(piece.signs for piece in found) == sheet.signs
        assert all(len(piece.signs) <= most for piece in found)
        assert len({piece.label for piece in found}) == len(found)


@given(
    st.lists(st.tuples(st.floats(0.1, 5), st.integers(0, 100)), min_size=1, max_size=14),
    st.integers(0, 20),
    st.integers(0, 900),
)
def test_spread_keys_keep_their_least_width_and_fill_the_row(
    keys: list[tuple[float, int]], gap: int, spare: int
) -> None:
    least = [width for _, width in keys]
    width = sum(least) + gap * (len(keys) - 1) + spare
    spans = spread([weight for weight, _ in keys], least, width, gap)
    assert spans[0][0] == 0
    assert abs(spans[-1][0] + spans[-1][1] - width) <= 1
    for (_, wide), needed in zip(spans, least, strict=True):
        assert wide >= needed - 1
    for before, after in pairwise(spans):
        assert abs(after[0] - before[0] - before[1] - gap) <= 1
