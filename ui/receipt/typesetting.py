# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets one paragraph for paper: the right letters for its language, from its own side, with real text."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPdfWriter, QTextLayout, QTextOption

from accessibility.qt.fonts import families
from core.text import Phrase
from i18n.languages import Script, language_info

_LINE = {Script.LATIN: 1.38, Script.ARABIC: 1.6, Script.CJK: 1.5, Script.DEVANAGARI: 1.55}
_TITLE_LINE = {Script.LATIN: 1.2, Script.ARABIC: 1.4, Script.CJK: 1.3, Script.DEVANAGARI: 1.4}
_ARABIC_GROWTH = 1.08
"""Arabic is set 8 % larger, so that its letters look as big as Latin beside them (look.md section 3)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, broken into lines. All lengths are in device units."""

    layout: QTextLayout
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top at `y` and its box's left edge at `x`."""
        self.layout.draw(painter, QPointF(x, y), [], QRectF())


def set_paragraph(
    device: QPdfWriter, phrase: Phrase, em: float, width: float, *, bold: bool, right: bool
) -> Paragraph:
    """Break a paragraph into lines of `width`. `em` is the size of its letters; both in device units.

    Its letters run in its own language's direction; `right` says on which side its lines begin.
    """
    info = language_info(phrase.language)
    font = paper_font(phrase, em, bold=bold)
    text = phrase.text.replace("\n", "\u2028")
    layout = QTextLayout(text, font, device)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if info.is_right_to_left else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = font.pixelSize() * (_TITLE_LINE if bold else _LINE)[info.script]
    height = 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + (step - line.height()) / 2))
        height += step
        line = layout.createLine()
    layout.endLayout()
    return Paragraph(layout, height)


def paper_font(phrase: Phrase, em: float, *, bold: bool) -> QFont:
    """The letters for a paragraph, `em` device units high."""
    script = language_info(phrase.language).script
    font = QFont()
    font.setFamilies(families(phrase.language))
    font.setPixelSize(max(1, round(em * (_ARABIC_GROWTH if script is Script.ARABIC else 1))))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if script is not Script.ARABIC:
        # Joined letters such as ffi cannot be searched for or copied out of the PDF.
        font.setFeature(QFont.Tag.fromString("liga"), 0)
    return font
