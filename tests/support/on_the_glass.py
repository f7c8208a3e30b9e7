# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what a display shows, pixel by pixel: run as a program of its own on an X display, it writes JSON.

Nothing is asked of our own drawing here. What is measured went through the window system and was read back from there.
"""

import json
import sys

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.checks.colours import contrast, luminance, ratio
from tests.support.checks.painting import Pixels
from tests.support.checks.screen import STEPS, THEMES, Case, ScreenUnderTest, screen
from tests.support.measuring import is_control, visible
from ui.parts.buttons import PrimaryButton
from ui.parts.text import PlainText

MOMENT_MS = 60
READ = "machine"
PRESSED = "service"
BODY_STEP = 3
"""Strokes have solid cores from here on."""


def shown_pixels() -> Pixels:
    """All that the display shows."""
    QApplication.processEvents()
    QTest.qWait(MOMENT_MS)
    plain = QApplication.primaryScreen().grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].copy().reshape(plain.height(), plain.width(), 3)


def cut(pixels: Pixels, place: QRect) -> Pixels:
    """A rectangle of it."""
    return pixels[max(place.y(), 0) : place.bottom() + 1, max(place.x(), 0) : place.right() + 1]


def on_display(shown: ScreenUnderTest) -> Pixels:
    """The window in the corner of the display, and what is seen then."""
    shown.shell.move(0, 0)
    return shown_pixels()


def contrasts(theme: str) -> tuple[float, float]:
    """The least and the greatest contrast of running text."""
    with screen(READ, Case(theme=theme, step=BODY_STEP, glass="K2")) as shown:
        pixels, body = on_display(shown), shown.look.font("body").pixelSize()
        found = []
        for text in shown.painted():
            if text.font.bold() or text.font.pixelSize() != body or not isinstance(text.owner, PlainText):
                continue
            for line in text.lines:
                tall = max(line.height() // 6, 1)
                found.append(contrast(cut(pixels, line.adjusted(0, tall, 0, -tall))))
    return round(min(found), 2), round(max(found), 2)


def capitals(step: int) -> float:
    """The height of capital letters of running text, in mm of this glass."""
    with screen(READ, Case(step=step, glass="K2")) as shown:
        text = PlainText(shown.look, "HHHH", parent=shown.page)
        text.setAutoFillBackground(True)
        text.setGeometry(0, 0, 900, text.heightForWidth(900))
        text.show()
        text.raise_()
        pixels = on_display(shown)
        place = QRect(text.mapTo(shown.shell, QPoint(0, 0)), text.size())
        light = luminance(cut(pixels, place))
        ground = float(np.median(light))
        ink = float(np.min(light)) if ground > 0.5 else float(np.max(light))
        rows = np.abs(light - ground).max(axis=1) / abs(ink - ground)
        # A row that is partly covered counts as much as it is: its edge lies within it.
        return round(float(rows[rows > 0.1].sum()) * 25.4 / shown.look.screen.ppi, 2)


def least_target(*, assisted: bool) -> float:
    """The shortest side of what is pressed on a page, in mm."""
    mode = "assisted" if assisted else "standard"
    with screen(PRESSED, Case(glass="K2", mode=mode)) as shown:
        on_display(shown)
        sides = [min(one.width(), one.height()) for one in visible(shown.shell) if is_control(one)]
        return round(min(sides) * 25.4 / shown.look.screen.ppi, 2)


def ring(theme: str) -> tuple[int, float]:
    """How thick the ring of the focus is over a button, in pixels, and its greatest contrast with what was there."""
    with screen(PRESSED, Case(theme=theme, glass="K2")) as shown:
        button = shown.page.findChild(PrimaryButton)
        assert button is not None
        shown.page.heading.setFocus(Qt.FocusReason.TabFocusReason)
        before = on_display(shown)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        after = on_display(shown)
        place = QRect(button.mapTo(shown.shell, QPoint(0, 0)), button.size())
        column = place.center().x()
        top = place.y() - place.height() // 2
        old, new = (luminance(one[top : place.y() + 4, column]) for one in (before, after))
        changed = [ratio(float(a), float(b)) for a, b in zip(old, new, strict=True) if abs(a - b) > 0.01]
        return len(changed), round(max(changed, default=1.0), 2)


def main() -> None:
    """Measure everything."""
    QApplication(sys.argv[:1])
    found = {
        "platform": QApplication.platformName(),
        "contrasts": {theme: contrasts(theme) for theme in THEMES},
        "capitals": {step: capitals(step) for step in STEPS},
        "targets": {"standard": least_target(assisted=False), "assisted": least_target(assisted=True)},
        "rings": {theme: ring(theme) for theme in THEMES},
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
