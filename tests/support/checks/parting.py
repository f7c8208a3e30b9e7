# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parting: a word is broken only where it is wider than its line, and every part has room for all languages' words.

The words of all catalogues are tried in every kind of part of that width by tests/ui/parts/test_words_have_room.py.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named
from ui.keyboard.key import Key
from ui.parts.choice import ChoiceCard
from ui.parts.mark import Notice
from ui.parts.part import least_width_of
from ui.parts.rows import ResultRow
from ui.parts.search import SearchBand
from ui.parts.tiles import TileButton
from ui.shell_bar import BarButton

ROOM: Final = {1: 11.5, 2: 11.0, 3: 9.0, 4: 8.0, 5: 7.8}
"""By text step, the width of the narrowest part whose words go on in a second line, in letters' sizes: in it every word
of every catalogue has room or is parted. A part that is narrower has to have room for all that stands in it now."""

BESIDE_A_MARK: Final = 13.0
"""The same below the largest step for a result, which has a mark at its end."""

PICTURED: Final = (ChoiceCard, Notice, ResultRow, SearchBand, TileButton)
"""They give a share of their width to a picture or mark as large as their letters. In all others the sizes are those of
Latin letters, also where a language's own are larger, as in Arabic: its words have room there too."""

MEASURED: Final = (BarButton, Key)
"""They are made as wide as the longest of all the words that they may ever show."""


def words_parted(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-04: no line ends within a word but at a visible hyphen, and only where the word is wider than the line."""
    for text in screen.painted():
        for wrong in text.wrong_ends:
            yield f"{wrong} in {named(text.owner)}"


def room_for_words(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-04: what stands on several lines stands in a part that is wide enough for any word of any language."""
    for text in screen.painted():
        if text.block is None or len(text.lines) < 2 or isinstance(text.owner, MEASURED):
            continue
        least = min(least_room(screen.look, text.owner), least_width_of(text.owner))
        if text.owner.width() < least:
            yield f"{text.owner.width()} px wide, not {least}: {text.text!r} in {named(text.owner)}"


def least_room(look: Look, part: QWidget) -> int:
    """The least width of a part with several lines, in pixels."""
    step = look.preferences.text_step
    room = max(ROOM[step], BESIDE_A_MARK) if isinstance(part, ResultRow) and step < max(ROOM) else ROOM[step]
    return round(room * (look.body_px if isinstance(part, PICTURED) else latin_px(look)))


def latin_px(look: Look) -> int:
    """The size of Latin letters in running text, in pixels, whatever the look's own language is."""
    return look.font("body", "en").pixelSize()
