# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer stands on as many lines before it is chosen as after, and every stroke of it has its room."""

import pytest

from tests.support.checks.painting import Drawn, as_drawn
from tests.support.looks import look
from ui.parts.choice import ChoiceCard
from ui.parts.text_block import TextBlock
from ui.parts.text_options import stroke_ends, strokes

ANSWERS = {
    "en": "A certificate of residence that the town hall has signed and stamped within the last three months",
    "ar": "شهادة إقامة وقّعتها البلدية وختمتها خلال الأشهر الثلاثة الماضية مع صورة واضحة عن بطاقة الهوية",
    "ru": "Справка о месте жительства, которую городская администрация выдала за последние три месяца",
}


def painted_lines(card: ChoiceCard) -> tuple[int, list[int]]:
    """How many lines the answer's words are painted on, and where each of them begins on the card."""
    drawn: list[tuple[int, list[int]]] = []

    def seen(one: Drawn) -> None:
        if one.block.text == card.words:
            begins = (0, *one.block.breaks(one.block._width))
            drawn.append((len(one.lines), [one.down + begin for begin in begins]))

    as_drawn(card, seen)
    return drawn[0]


@pytest.mark.requirement("SEE-04")
@pytest.mark.parametrize("language", ANSWERS)
def test_a_press_moves_no_line_of_an_answer(language: str) -> None:
    made = look(5, language, glass="K1", assisted=True)
    counts = []
    for width in range(1000, 1900, 25):
        cards = [ChoiceCard(made, ANSWERS[language], chosen=chosen) for chosen in (False, True)]
        for card in cards:
            card.resize(width, card.heightForWidth(width))
        (before, plain), (after, bold) = (painted_lines(card) for card in cards)
        assert before <= after, width
        # A word that only bold letters part stays whole: then the last line is empty.
        counts.append((before, after))
        assert bold[1:] == list(cards[0].breaks(width)), "a page would end within a line"
        assert plain == pytest.approx(bold[:before], abs=made.body_px / 6), width
    assert len(set(counts)) > 2, "the widths asked for different numbers of lines"
    assert sum(before == after for before, after in counts) >= len(counts) * 0.8


@pytest.mark.requirement("SEE-04")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hant", "不是Port Amity出具的"),
        ("ja", "Port Amityの印鑑"),
        ("ko", "Port Amity의 접수증"),
        ("hi", "Port Amity की रसीद"),
    ],
)
def test_a_name_in_other_letters_has_room_for_its_tails(language: str, text: str) -> None:
    font = look(5, language).font("title", language)
    block = TextBlock(look(5, language), text, "title")
    block._lay(1_000_000)
    line = block._layout.lineAt(0)
    baseline = line.y() + line.ascent()
    top, bottom = stroke_ends(line)
    assert strokes(text, font) == pytest.approx((top - baseline, bottom - baseline), abs=1)
