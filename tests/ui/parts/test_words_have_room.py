# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word of every catalogue has room in every kind of part, or is parted there as its language does it (SEE-04).

That no part on a screen is narrower than these is seen to by the check 'parts have room for any word', in whatever
language the screen is drawn.
"""

import re
from collections.abc import Iterable
from functools import cache
from unittest.mock import patch

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from i18n.languages import LANGUAGES
from tests.support.catalogues import entries
from tests.support.checks.line_ends import wrong_ends
from tests.support.checks.painting import Drawn, as_drawn
from tests.support.checks.parting import ROOM, least_room
from tests.support.looks import look
from tests.support.parts import PARTS
from ui.parts.long_words import LongWords
from ui.parts.text_block import TextBlock

SURE = 5.4
"""In letters' sizes: the least that a part of that width leaves to its words, beside every picture and every mark."""

LONGEST = ("fr", "ru", "uk", "ar", "fa", "hi")
"""The languages whose longest word is tried in all kinds of parts: long words, or letters larger than Latin ones."""

PX = 100
SPACE = re.compile("[ \u3040-\u30ff\u4e00-\u9fff]")
PLACEHOLDER = re.compile(r"\{\w*\}")
NAMES = re.compile("`|Documents|Downloads|systemd|usbguard")
"""Folders, files, programs and values of settings stand as they are called, and in running text only."""


@cache
def long_words(language: str) -> tuple[str, ...]:
    """The words of a catalogue for which a line might be too narrow, each once, without the signs around it."""
    bold = QFont(look(5, language).font("strong", language))
    bold.setPixelSize(PX)
    metrics = QFontMetricsF(bold)
    texts = (PLACEHOLDER.sub("", form) for entry in entries(language) for form in entry.forms)
    words = {word for text in texts for word in SPACE.split(text) if word}
    wide = {word: metrics.horizontalAdvance(word) for word in words}
    return tuple(sorted((word for word in words if wide[word] > SURE * PX), key=lambda word: -wide[word]))


def wrong_in(part: QWidget, made: Look) -> list[str]:
    """What is wrong with the ends of all lines that a part paints, or with the room that it has for them."""
    found: list[str] = []

    def seen(one: Drawn) -> None:
        found.extend(wrong_ends(one.block, one.lines, made.language))
        if len(one.lines) > 1 and one.block._width < SURE * made.body_px:
            found.append(f"{one.block.text!r} has {one.block._width} px only")

    as_drawn(part, seen)
    return found


def wrong(name: str, made: Look, words: Iterable[str]) -> list[str]:
    """What is wrong where these words stand in the narrowest part of this kind that a screen has."""
    found = []
    for word in words:
        part = PARTS[name](made, word)
        width = least_room(made, part)
        part.resize(width, part.heightForWidth(width))
        found += wrong_in(part, made)
        part.deleteLater()
    return found


def ends_of(word: str, made: Look, room: float) -> list[str]:
    """What is wrong with the ends of the lines of a word in bold letters, so many letters' sizes wide."""
    block = TextBlock(made, word, "strong")
    block._lay(round(room * made.body_px))
    lines = [block._layout.lineAt(number) for number in range(block._layout.lineCount())]
    return list(wrong_ends(block, lines, made.language))


@pytest.mark.requirement("SEE-04", part="every word of all fourteen catalogues")
@pytest.mark.parametrize("language", [info.tag for info in LANGUAGES])
def test_no_word_of_a_catalogue_is_broken_in_the_least_room(language: str) -> None:
    made = look(5, language, glass="K1")
    rooms = {word: ROOM[5] if NAMES.search(word) else SURE for word in long_words(language)}
    assert [one for word, room in rooms.items() for one in ends_of(word, made, room)] == []


@pytest.mark.requirement("SEE-04", part="every kind of part leaves room for words")
@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("step", ROOM)
def test_a_part_leaves_that_room_to_its_words(name: str, step: int) -> None:
    found = []
    for language in LONGEST:
        words = [word for word in long_words(language) if not (NAMES.search(word) or "example" in word)]
        for assisted in {False, step == max(ROOM)}:
            found += wrong(name, look(step, language, glass="K1", assisted=assisted), words[:1])
    assert found == []


def test_a_word_without_room_is_found_in_a_part_and_alone() -> None:
    made = look(5, "ru", glass="K1")
    with patch.object(LongWords, "part", lambda self, lines, again: lines):
        assert wrong("text", made, ["фотографировать:"]) == ["'фотографировать:' is broken"]
        assert ends_of("фотографировать:", made, ROOM[5]) == ["'фотографировать:' is broken"]
