# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text has no line more than it needs, and no lonely last one where its lines can be made even."""

from itertools import pairwise

import pytest

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
