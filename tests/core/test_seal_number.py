# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seal numbers: sayable, forgiving to the reader, strict about slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.seal_number import ALPHABET, RANDOM_BYTES, SealProblem, fold, make, normalise

RANDOM = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES)


def test_known_bytes_give_a_known_number() -> None:
    assert make(bytes(5)) == "000000000"
    assert make(bytes([0, 0, 0, 0, 1])) == "000000012"


@given(RANDOM)
def test_number_is_found_again_and_holds_no_ambiguous_letter(random: bytes) -> None:
    number = make(random)

    assert len(number) == 9
    assert not set(number) & set("ILOU")
    assert normalise(number) == number


@given(RANDOM, RANDOM)
def test_different_bytes_give_different_numbers(first: bytes, second: bytes) -> None:
    assert (make(first) == make(second)) == (first == second)


@given(RANDOM, st.integers(0, 8), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(random: bytes, place: int, character: str) -> None:
    number = make(random)
    typed = number[:place] + character + number[place + 1 :]

    assert normalise(typed) == (number if typed == number else SealProblem("seal.check"))


@given(RANDOM, st.integers(0, 8), st.integers(0, 8))
def test_two_swapped_characters_are_always_noticed(random: bytes, first: int, second: int) -> None:
    number = make(random)
    swapped = list(number)
    swapped[first], swapped[second] = swapped[second], swapped[first]
    typed = "".join(swapped)

    assert normalise(typed) == (number if typed == number else SealProblem("seal.check"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("000000012", "000000012"),
        ("oOo ooo-oi2", "000000012"),
        ("  0000 – 0001 2\n", "000000012"),
        ("\u2066000000012\u2069", "000000012"),
        ("٠٠٠٠٠٠٠١٢", "000000012"),
        ("００００００012", "000000012"),
        ("OOOOOOOL2", "000000012"),
        ("OOOOOOOL3", SealProblem("seal.check")),
        ("00000001", SealProblem("seal.length")),
        ("0000000123", SealProblem("seal.length")),
        ("", SealProblem("seal.empty")),
        (" - ", SealProblem("seal.empty")),
        ("00000001U", SealProblem("seal.character")),
        ("الميلاد", SealProblem("seal.character")),
        ("😀" * 9, SealProblem("seal.character")),
        ("0" * 10_000, SealProblem("seal.length")),
    ],
)
def test_what_people_type_is_understood_or_named(typed: str, meant: str | SealProblem) -> None:
    assert normalise(typed) == meant


@pytest.mark.parametrize("random", [b"", bytes(4), bytes(6)])
def test_another_number_of_random_bytes_is_a_bug(random: bytes) -> None:
    with pytest.raises(ValueError, match="5 random bytes"):
        make(random)


@given(st.text())
def test_anything_typed_is_understood_or_named(typed: str) -> None:
    found = normalise(typed)

    assert isinstance(found, SealProblem) or found == normalise(found)


@given(st.text())
def test_folding_twice_is_folding_once(typed: str) -> None:
    assert fold(fold(typed)) == fold(typed)
