# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions and answers survive the pipe; anything else is a bug and is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.typing.converter import Choice, Missing, Offer
from kiosk.typing.wire import decode_answer, decode_question, encode_answer, encode_question

CHOICES = st.lists(st.builds(Choice, st.text(max_size=9), st.integers(0, 99)), max_size=5)


@given(st.text(max_size=9), st.text(max_size=50))
def test_a_question_is_one_line(language: str, reading: str) -> None:
    line = encode_question(language, reading)
    assert line.count(b"\n") == 1
    assert decode_question(line) == (language, reading)


@given(st.one_of(st.just(Missing()), st.builds(lambda found: Offer(tuple(found)), CHOICES)))
def test_an_answer_is_one_line(answer: Missing | Offer) -> None:
    line = encode_answer(answer)
    assert line.count(b"\n") == 1
    assert decode_answer(line) == answer


@pytest.mark.parametrize("line", [b"1", b'"x"', b"[1]", b'[["x"]]', b"{}"])
def test_anything_else_is_no_answer(line: bytes) -> None:
    with pytest.raises(ValueError, match="not a"):
        decode_answer(line)
