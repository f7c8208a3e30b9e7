# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sets text further apart gets the spacing of WCAG 1.4.12, and joined letters stay joined (SEE-10)."""

import pytest

from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from tests.support.looks import GLASS
from ui.parts.text_block import TextBlock


def look(language: str, *, wide: bool) -> Look:
    return Look(Preferences(wide_spacing=wide), GLASS["K2"], language)


@pytest.mark.requirement("SEE-10", part="spacing that a person chooses")
@pytest.mark.parametrize(("language", "letters"), [("en", 0.12), ("ru", 0.12), ("zh-Hans", 0.12), ("ar", 0)])
def test_letters_words_and_lines_are_set_apart(language: str, letters: float) -> None:
    wide, usual = look(language, wide=True), look(language, wide=False)
    font = wide.font("body")
    assert font.letterSpacing() == pytest.approx(letters * font.pixelSize(), abs=0.02 * font.pixelSize())
    assert font.wordSpacing() == pytest.approx(0.16 * font.pixelSize(), abs=0.02 * font.pixelSize())
    assert wide.line_px("body") >= 1.5 * font.pixelSize() - 1
    assert wide.line_px("body") >= usual.line_px("body")
    assert usual.font("body").wordSpacing() == 0


def test_larger_keys_are_as_large_as_for_who_goes_slowly() -> None:
    large = Look(Preferences(large_keys=True), GLASS["K2"], "en")
    assert large.target("key") == Look(Preferences(assisted=True), GLASS["K2"], "en").target("key")
    assert large.target("key") > look("en", wide=False).target("key")
    assert large.target("min") == look("en", wide=False).target("min")


@pytest.mark.requirement("SEE-10", part="a long word is not broken by its spacing")
def test_letters_stand_closer_where_their_word_would_be_broken_and_apart_again_where_there_is_room() -> None:
    block = TextBlock(look("en", wide=True), "Tell all administrations.")
    wished = block._font.letterSpacing()
    least = TextBlock(look("en", wide=False), "administrations.").longest_word()
    for place in range(least + 4, block.longest_word(), 5):
        block.height(place)
        assert 0 <= block._font.letterSpacing() < wished
        starts = [block._layout.lineAt(number).textStart() for number in range(block.lines(place))]
        assert all(block.text[start - 1] == " " for start in starts[1:])
    block.height(block.longest_word() + 1)
    assert block._font.letterSpacing() == wished
