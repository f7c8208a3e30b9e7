# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large keys have to be, measured from their letters and words without making a single key."""

import math
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from accessibility.qt.look import Look
from accessibility.tokens import Role
from i18n.languages import Script, language_info
from ui.keyboard.sheets import capital, shown
from ui.parts.text_block import TextBlock

SIGN_SIDE_MM: Final = 0.5
WORD_SIDE_MM: Final = 2.0
"""Free room between what stands on a key and its edge."""

LINE: Final = 1.3
"""A key's line, of its letters' size: as high as marks above and below need."""

LOW_LINE: Final = 1.0
"""The same in low rows, where what reaches above and below takes room only if it is there."""

SLACK: Final = 3
"""Pixels that rounding may take from a word."""

ROW_MM: Final = {"wide": 19.5, "narrow": 15.0, "portrait": 17.0}
LOW_ROW_MM: Final = 13.0
DEEP_AND_HIGH: Final = "آ أ ج إ ع پ"
WORD_ROLE: Final[Role] = "strong"


def key_block(look: Look, text: str, role: Role, language: str | None, *, low: bool = False) -> TextBlock:
    """What stands on a key, in the middle and bold; in a `low` row its lines are closer."""
    line = round(look.font(role, language).pixelSize() * (LOW_LINE if low else LINE))
    return TextBlock(look, text, role, language=language, align="centre", bold=True, line_px=line)


def lift_px(look: Look, role: Role, language: str | None) -> int:
    """How far letters are moved up so that what is drawn of them, and not their line, is in the middle.

    Letters of Arabic reach far below their line: the line's own middle would cut them at the key's edge.
    """
    if language_info(language or look.language).script is not Script.ARABIC:
        return 0
    metrics = QFontMetricsF(_bold(look.font(role, language)))
    return max(_below_middle(metrics, metrics.tightBoundingRect(DEEP_AND_HIGH)), 0)


def least_low_px(look: Look) -> int:
    """How high a key of a low row is at the least: what a finger needs."""
    return max(look.px(LOW_ROW_MM), look.target("min"))


def side_px(look: Look, role: Role) -> int:
    """The free room at each side of a key's letter or words."""
    return look.px(WORD_SIDE_MM if role == WORD_ROLE else SIGN_SIDE_MM)


class KeyMeasure:
    """Widths and heights in pixels for the letters of one language, beside words in the look's language."""

    def __init__(self, look: Look, language: str) -> None:
        self._look, self._language = look, language
        self._signs = QFontMetricsF(_bold(look.font("key", language)))
        self._words = QFontMetricsF(_bold(look.font(WORD_ROLE)))
        self._lowest = max(look.px(ROW_MM[look.layout.kind]), look.target("key"))
        self._least_low = least_low_px(look)
        letters = max(look.font("key", language).pixelSize(), look.font(WORD_ROLE).pixelSize())
        self.row = max(self._lowest, round(letters * LINE) + look.px(1))
        self.least = look.target("key")

    def widest_sign(self, signs: Iterable[str]) -> int:
        """The width of a key that holds any of these, small or capital."""
        forms = {form for sign in signs for form in (shown(sign), capital(sign))}
        widths = [self._signs.horizontalAdvance(form) for form in forms if len(form) == 1]
        # Several letters in one change their order and shape: only what draws them knows their width.
        look, language = self._look, self._language
        widths += [key_block(look, form, "key", language).natural_width() for form in forms if len(form) > 1]
        return max(self.least, round(max(widths) + 0.5) + 2 * side_px(self._look, "key"))

    def word(self, words: str) -> int:
        """The width of a key whose words stand on one line."""
        advance = math.ceil(self._words.horizontalAdvance(words))
        # Joined letters are wider when they are drawn than when they are measured one by one.
        drawn = advance if words.isascii() else key_block(self._look, words, WORD_ROLE, None).natural_width()
        room = max(advance, drawn) + SLACK
        return max(self.least, room + 2 * side_px(self._look, WORD_ROLE))

    def words(self, texts: Iterable[str]) -> int:
        """The width of a key that shows one of these at a time."""
        return max(self.word(text) for text in texts)

    def row_of_words(self, words: Iterable[str], width: int) -> int:
        """The height of a row in which each of these words alone has `width` to wrap in."""
        room = max(width - 2 * side_px(self._look, WORD_ROLE), 1)
        heights = (key_block(self._look, one, WORD_ROLE, None).height(room) for one in set(words))
        return max([self._lowest, *(height + self._look.px(1) for height in heights)])

    def low_row(self, texts: Iterable[str], role: Role, width: int) -> tuple[int, int]:
        """A row no higher than what is drawn of these: its height, and how far they are moved up to be in it."""
        language = None if role == WORD_ROLE else self._language
        high, lift = drawn(self._look, texts, role, language)
        room = max(width - 2 * side_px(self._look, role), 1)
        blocks = [key_block(self._look, one, role, language, low=True) for one in texts]
        more = max(((block.lines(room) - 1) * block.line_px for block in blocks), default=0)
        return max(self._least_low, high + more + self._look.px(1)), lift


def drawn(look: Look, texts: Iterable[str], role: Role, language: str | None) -> tuple[int, int]:
    """How high what is drawn of all these is, and how far its middle lies below that of a line."""
    metrics = QFontMetricsF(_bold(look.font(role, language)))
    whole = QRectF()
    for text in texts:
        ink = metrics.tightBoundingRect(text)
        # Only heights count: all stand on one line. What nothing is drawn of has no sensible place.
        if ink.height() > 0:
            whole = whole.united(QRectF(0, ink.top(), 1, ink.height()))
    return math.ceil(whole.height()), _below_middle(metrics, whole)


def _below_middle(metrics: QFontMetricsF, ink: QRectF) -> int:
    return round(ink.center().y() - (metrics.descent() - metrics.ascent()) / 2)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made
