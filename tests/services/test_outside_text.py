# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What others wrote becomes plain, bounded text, and bodies are unpacked the same however they arrive in pieces."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.body_reader import BodyBrokenError, BodyTooLargeError, read_body
from services.outside_text import one_line, plain


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("  two\r\nlines \n\n", "two\nlines"),
        ("pay\u202eeerf\u202c now", "payeerf now"),
        ("a\x00b\x1b[31mc\x7f\x85", "ab[31mc"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("\u2066hidden\u2069", "hidden"),
        ("كلمة\u200f و孔 👍🏽", "كلمة\u200f و孔 👍🏽"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_only_what_can_be_seen_remains(written: str, shown: str) -> None:
    assert plain(written) == shown


@given(st.text(max_size=300), st.integers(min_value=1, max_value=60))
def test_text_is_bounded_encodable_and_settled(written: str, most: int) -> None:
    shown = plain(written, most)
    assert len(shown) <= most
    shown.encode()
    assert plain(shown, most) == shown
    assert "\n" not in one_line(written, most)


def test_a_long_text_ends_with_a_mark() -> None:
    assert plain("word " * 1000, 20) == "word word word word…"


@given(st.binary(max_size=3000), st.integers(min_value=1, max_value=700))
def test_pieces_do_not_matter(body: bytes, size: int) -> None:
    packed = gzip.compress(body)
    for wire, encoding in ((body, ""), (packed, "gzip"), (packed, " X-GZIP ")):
        pieces = [wire[start : start + size] for start in range(0, len(wire), size)]
        assert read_body(pieces, encoding, 5000) == body
    if body:
        with pytest.raises(BodyTooLargeError):
            read_body([packed], "gzip", len(body) - 1)
        with pytest.raises(BodyTooLargeError):
            read_body([body], "", len(body) - 1)


def test_damage_and_other_packings_are_told_apart_from_an_early_end() -> None:
    packed = gzip.compress(b"words" * 100)
    for wire, encoding, cut in (
        (packed[:-4], "gzip", True),
        (b"words", "gzip", False),
        (packed, "br", False),
    ):
        with pytest.raises(BodyBrokenError) as broken:
            read_body([wire], encoding, 5000)
        assert broken.value.cut is cut


def test_the_cap_itself_still_fits() -> None:
    assert read_body([b"ab", b"cd"], "", 4) == b"abcd"
    assert read_body([gzip.compress(b"abcd")], "gzip", 100) == b"abcd"
    with pytest.raises(BodyTooLargeError):
        read_body([gzip.compress(b"abcd" * 9)] + [b""] * 3, "gzip", 35)
