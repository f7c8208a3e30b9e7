# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text has no line more than it needs, and no lonely last one where its lines can be made even."""

from itertools import pairwise

import pytest

from accessibility.tokens import Role
from tests.support.looks import look
from ui.parts.text_block import TextBlock

WORDS = "Choose one answer. You can change it later, as often as you like."


def laid(text: str, width: int) -> tuple[int, list[float]]:
    """How many lines a text has at a width, and how wide each is."""
    block = TextBlock(look(), text)
    lines = block.lines(width)
    return lines, [block._layout.lineAt(number).naturalTextWidth() for number in range(lines)]


def test_lines_are_as_few_as_at_any_smaller_width() -> None:
    counts = [laid(WORDS, width)[0] for width in range(200, 1000, 25)]
    assert all(after <= before for before, after in pairwise(counts))


@pytest.mark.parametrize("width", range(300, 900, 50))
def test_no_line_of_a_short_text_is_half_as_long_as_another(width: int) -> None:
    lines, widths = laid(WORDS, width)
    assert lines == 1 or lines > 4 or min(widths) > max(widths) * 0.35


@pytest.mark.parametrize("width", range(300, 900, 50))
def test_running_text_fills_its_place_where_a_heading_is_set_in_even_lines(width: int) -> None:
    body, strong = (TextBlock(look(), WORDS, role) for role in ("body", "strong"))
    for block in (body, strong):
        # The same letters, so that only the way of breaking differs.
        block._layout.setFont(strong._font)
        block._longest = strong.longest_word()
    assert body.lines(width) == strong.lines(width)
    lines = range(body.lines(width))
    widest = [max(one._layout.lineAt(n).naturalTextWidth() for n in lines) for one in (body, strong)]
    assert widest[0] >= widest[1]


def test_a_last_word_gets_company_also_where_the_lines_cannot_be_quite_even() -> None:
    words = "Danger now? Press Help from a person, or call 112."
    block = TextBlock(look(), words)
    narrow = next(w for w in range(200, 700) if laid(words, w)[0] == 3)
    widths = [laid(words, width)[1] for width in range(narrow, narrow + 120) if laid(words, width)[0] == 3]
    assert all(one[-1] > block.longest_word() for one in widths)


@pytest.mark.parametrize("role", ["body", "strong", "title"])
def test_a_text_that_is_asked_for_widths_in_turn_answers_as_one_that_was_asked_once(role: Role) -> None:
    words = "Tell the town that you have moved, and who lives with you now in Northumberlandshire"
    asked = TextBlock(look(3), words, role)
    widths = (900, 90, 400, 900, 90, 1_000_000, 400)
    for width in widths:
        once = TextBlock(look(3), words, role)
        assert (asked.lines(width), asked.height(width)) == (once.lines(width), once.height(width))
        assert asked.breaks(width) == once.breaks(width)
        assert asked.where("you now", width) == once.where("you now", width)
        assert asked.natural_width() == once.natural_width()
