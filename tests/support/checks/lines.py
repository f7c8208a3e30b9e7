# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of text: short, far enough apart, never justified, and neither capitals nor italics to shout with."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named
from ui.parts.text import Heading

LONGEST, LONGEST_ASSISTED = 80, 60
"""SEE-11: letters in a line (WCAG 1.4.8); half of them in Chinese, whatever language the page around it is in."""

WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""A letter that is as wide as two of ours."""

APART, APART_ASSISTED = 1.3, 1.5
"""SEE-11: the distance of two lines, in letters' sizes."""

ROUNDING = 0.03
SHOUTING = re.compile(r"\b[A-ZÀ-Þ]{2,}(?:\s+[A-ZÀ-Þ]{2,}){3,}\b")


def easy_to_follow(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-11: of running text. What stands on a button is a label and no text to follow; nor is a heading."""
    assisted = screen.case.assisted
    apart = APART_ASSISTED if assisted else APART
    body = screen.look.font("body").pixelSize()
    for text in screen.painted():
        block = text.block
        if text.font.italic():
            yield f"italics: {text.text!r}"
        if SHOUTING.search(text.text):
            yield f"capitals: {text.text!r}"
        if block is None or isinstance(text.owner, QAbstractButton | Heading):
            continue
        layout = block._layout
        if layout.textOption().alignment() & Qt.AlignmentFlag.AlignJustify:
            yield f"justified: {text.text!r}"
        if layout.lineCount() < 2 or block._font.pixelSize() > body:
            continue
        wide = 2 * len(WIDE.findall(text.text)) > len(text.text)
        longest = (LONGEST_ASSISTED if assisted else LONGEST) // (2 if wide else 1)
        letters = max(layout.lineAt(number).textLength() for number in range(layout.lineCount()))
        if letters > longest:
            yield f"{letters} letters in a line, not {longest}: {text.text!r} in {named(text.owner)}"
        if block.line_px < (apart - ROUNDING) * block._font.pixelSize():
            share = block.line_px / block._font.pixelSize()
            yield f"lines are {share:.2f} apart, not {apart}: {text.text!r} in {named(text.owner)}"
