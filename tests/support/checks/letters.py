# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters: how large they are on the glass, whether they grow with the text step, and whether each has its shape."""

from collections.abc import Iterator
from functools import cache

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessibility.qt import fonts
from tests.support.checks.painting import Painted
from tests.support.checks.screen import DISTANCE_MM, ScreenUnderTest
from tests.support.measuring import named

CAP_MM = 4.8
"""SEE-01: 508 402.4 and VVSG 7.1-G."""

ANGLE = 0.012217
"""SEE-02: the tangent of 0.7 degrees."""

ASSISTED_STEP = 3
LATIN = "en"
WITHIN = 0.02
MOMENTS, MOMENT_MS = 3, 60


@cache
def _cap_rows(families: str, px: int, bold: bool) -> int:
    """How many rows of pixels a drawn 'H' has in a font."""
    font = QFont()
    font.setFamilies(families.split("|"))
    font.setPixelSize(px)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    image = QImage(2 * px, 2 * px, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, "H")
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return int(np.count_nonzero(raw[:, : image.width()].min(axis=1) < 128))


def cap_mm(screen: ScreenUnderTest, text: Painted) -> float:
    """The height of capital letters as drawn, in mm."""
    font = text.font
    return screen.mm(_cap_rows("|".join(font.families()), font.pixelSize(), font.bold()))


def large_enough(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-01: 4.8 mm at the usual size and above."""
    for text in screen.painted():
        if (mm := cap_mm(screen, text)) < CAP_MM:
            yield f"capitals of {mm:.1f} mm, not {CAP_MM}: {text.text!r} in {named(text.owner)}"


def seen_from_where_people_stand(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-02: from the third step on, and whenever assisted."""
    if screen.case.step < ASSISTED_STEP:
        return
    least = ANGLE * DISTANCE_MM[screen.case.glass]
    for text in screen.painted():
        if (mm := cap_mm(screen, text)) < least:
            yield f"capitals of {mm:.1f} mm, not {least:.1f}: {text.text!r} in {named(text.owner)}"


def growing(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-03: nothing is smaller than the step's body text. Arabic letters are set larger to look as big as Latin ones:
    a foreign word beside them has its own size."""
    body = min(screen.look.font("body", tag).pixelSize() for tag in (screen.look.language, LATIN))
    for text in screen.painted():
        if text.font.pixelSize() < body * (1 - WITHIN):
            share = text.font.pixelSize() / body
            yield f"letters of {share:.0%} of this step's body text: {text.text!r} in {named(text.owner)}"


def every_letter_has_its_shape(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-12: no missing letter, and none from a font that is not the language's own."""
    allowed = set(fonts.families(screen.look.language)) | set(fonts.FAMILIES)
    for text in screen.painted():
        if text.block is None:
            continue
        for run in text.block._layout.glyphRuns():
            family = run.rawFont().familyName()
            if 0 in run.glyphIndexes():
                yield f"a letter without a shape: {text.text!r} in {named(text.owner)}"
            if family not in allowed:
                yield f"letters of {family!r}: {text.text!r} in {named(text.owner)}"


def still(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-13: nothing on the screen changes while nobody does anything, and nothing is set to do so."""
    if screen.case.theme != "standard":
        return
    before = screen.shell.grab().toImage()
    for _ in range(MOMENTS):
        QTest.qWait(MOMENT_MS)
        if screen.shell.grab().toImage() != before:
            yield "the screen looks different though nobody did anything"
            break
    if QApplication.cursorFlashTime() > 0 and QApplication.cursorFlashTime() < 334:
        yield f"the caret flashes every {QApplication.cursorFlashTime()} ms"
