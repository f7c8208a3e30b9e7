# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file in codes comes together in any order, says what is missing, and is never put together wrongly."""

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import signed_receipt
from core.base32 import packed
from core.code_set import BEGINS, MOST_BYTES, MOST_TYPED, NAME, Gathered, codes_of, is_code

FILE = random.Random(7).randbytes(1_500)
CODES = codes_of(FILE)


def read(codes: list[str] | tuple[str, ...]) -> Gathered:
    gathered = Gathered()
    for code in codes:
        gathered = gathered.with_code(code) or gathered
    return gathered


@given(st.binary(min_size=1, max_size=3_000), st.randoms(use_true_random=False))
def test_any_file_comes_back_from_its_codes_in_any_order(content: bytes, chance: random.Random) -> None:
    codes = [*codes_of(content), *codes_of(content)[:1]]
    chance.shuffle(codes)
    assert read(codes).whole() == content
    assert all(len(code) <= MOST_TYPED and code.startswith(BEGINS) and is_code(code) for code in codes)


def test_it_says_which_codes_are_missing_and_gives_nothing_before_all_are_there() -> None:
    assert len(CODES) == 5
    some = read([CODES[4], CODES[1], CODES[4]])
    assert (some.read, some.count, some.missing) == (2, 5, (1, 3, 4))
    assert some.whole() is None
    assert not some.complete
    assert read(CODES).missing == ()


@pytest.mark.parametrize(
    "typed", ["", "$", "$CKR1ABC", CODES[0][:-1], CODES[0][:20], CODES[0].replace("A", "B", 1), "x" * 9_999]
)
def test_what_is_torn_or_no_code_of_a_set_changes_nothing(typed: str) -> None:
    before = read(CODES[:2])
    assert before.with_code(typed) is None


def test_a_scanner_may_type_small_letters_and_spaces() -> None:
    assert read([f" {code.lower()} \n" for code in CODES]).whole() == FILE


def test_a_code_of_another_set_begins_that_one() -> None:
    other = codes_of(b"another file")
    assert read([*CODES[:4], *other]).whole() == b"another file"
    assert read([*CODES[:4], *other, CODES[4]]).missing == (1, 2, 3, 4)


def test_pieces_that_are_each_well_and_do_not_fit_together_give_nothing() -> None:
    mark = b"\x01" * 6
    wrong = BEGINS + NAME + packed(mark + bytes((1, 1)) + zlib.compress(b"something else"))
    huge = BEGINS + NAME + packed(mark + bytes((1, 1)) + zlib.compress(bytes(2 * MOST_BYTES))[:300])
    torn = BEGINS + NAME + packed(mark + bytes((1, 1)) + b"\xff\xff")
    for code in (wrong, huge, torn):
        gathered = read([code])
        assert gathered.complete
        assert gathered.whole() is None
    for numbers in ((0, 1), (2, 1), (1, 255)):
        assert Gathered().with_code(BEGINS + NAME + packed(mark + bytes(numbers) + b"x")) is None


def test_a_receipt_is_no_code_of_a_set_and_a_file_may_be_too_long_for_codes() -> None:
    assert not is_code(f"{signed_receipt.BEGINS}{signed_receipt.NAME}")
    assert not signed_receipt.is_code(CODES[0])
    with pytest.raises(ValueError, match="too many"):
        codes_of(random.Random(1).randbytes(30_000))
