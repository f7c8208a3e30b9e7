# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contrast, measured in drawn pixels: of letters, of the edges of controls, and within each theme's own bounds."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.support.checks.painting import Painted, Pixels
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import is_control, named, place, visible

ANY_TEXT = 7.0
BODY_STANDARD = 10.0
EDGE = 3.0
BOUNDS = {
    "high-dark": (20.0, 21.0),
    "high-light": (20.0, 21.0),
    "yellow-on-black": (15.0, 21.0),
    "low-glare": (4.5, 8.0),
}
"""SEE-08: what each theme of its own kind promises for text."""

CORE = 0.0005
"""The least share of a crop's pixels that makes a colour a letter's own and not the edge of one."""

ROUNDING = 0.15

_PARTS = np.arange(256) / 255
_LIGHT: NDArray[np.float64] = np.where(_PARTS <= 0.04045, _PARTS / 12.92, ((_PARTS + 0.055) / 1.055) ** 2.4)
SHARES: NDArray[np.float64] = np.array([0.2126, 0.7152, 0.0722])
"""Of red, green and blue in the luminance (WCAG 2.2)."""


def linear(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    """How much light each of red, green and blue gives (WCAG 2.2, relative luminance), by a table of all 256."""
    light: NDArray[np.float64] = _LIGHT[rgb]
    return light


def luminance(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    """WCAG 2.2's relative luminance of colours."""
    found: NDArray[np.float64] = linear(rgb) @ SHARES
    return found


def ratio(one: float, other: float) -> float:
    """The contrast of two luminances."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def crop(screen: ScreenUnderTest, where: QRect) -> Pixels:
    """A rectangle of the window, of its drawing."""
    times = screen.times
    left, top = max(where.x(), 0) * times, max(where.y(), 0) * times
    bottom, right = (where.y() + where.height()) * times, (where.x() + where.width()) * times
    return screen.pixels()[top:bottom, left:right]


def contrast(pixels: Pixels) -> float:
    """The contrast of the colour that most of a crop has with the one of its letters' cores."""
    packed = pixels.reshape(-1, 3).astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    colours, counts = np.unique(packed, return_counts=True)
    light = luminance(np.stack([colours >> 16, (colours >> 8) & 255, colours & 255], axis=1).astype(np.uint8))
    ground = float(light[counts.argmax()])
    cores = light[counts >= max(8, CORE * counts.sum())]
    return max((ratio(float(one), ground) for one in cores), default=1.0)


def _texts(screen: ScreenUnderTest) -> Iterator[tuple[Painted, float]]:
    for text in screen.painted():
        for line in text.lines:
            # The middle of a line: above and below, another line or the edge of a box may reach in.
            tall = max(line.height() // 6, 1)
            part = crop(screen, line.adjusted(0, tall, 0, -tall))
            if part.size:
                yield text, contrast(part)


def readable(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-06: 7:1 for all text, 10:1 for running text in the standard colours; the calm theme has its own bounds."""
    theme = screen.case.theme
    if theme == "low-glare":
        return
    body = screen.look.font("body").pixelSize()
    for text, found in _texts(screen):
        least = (
            BODY_STANDARD
            if theme == "standard" and text.font.pixelSize() <= body and not text.font.bold()
            else ANY_TEXT
        )
        if found < least - ROUNDING:
            yield f"contrast of {found:.1f}:1, not {least:.0f}: {text.text!r} in {named(text.owner)}"


def within_the_theme(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-08: text has the contrast that its theme promises."""
    bounds = BOUNDS.get(screen.case.theme)
    if bounds is None:
        return
    least, most = bounds
    for text, found in _texts(screen):
        if not least - ROUNDING <= found <= most + ROUNDING:
            yield f"contrast of {found:.1f}:1, not {least} to {most}: {text.text!r} in {named(text.owner)}"


def edges(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-07: each control stands out from what is around it, by its edge or by all of its ground."""
    for widget in visible(screen.shell):
        if is_control(widget) and isinstance(widget, QAbstractButton | QLineEdit):
            found = edge(screen, widget)
            if found < EDGE:
                yield f"an edge of {found:.1f}:1, not {EDGE:.0f}: {named(widget)}"


def edge(screen: ScreenUnderTest, widget: QWidget) -> float:
    """The contrast at the middle of a widget's sides, going inward; the median of the four."""
    drawn, times = screen.pixels(), screen.times
    depth = max(screen.look.line_width * 3, 8) * times
    where = place(getattr(widget, "ring_around", None) or widget)
    left, top = where.x() * times, where.y() * times
    right, bottom = left + where.width() * times, top + where.height() * times
    middle, down = (left + right) // 2, (top + bottom) // 2
    lines = (
        drawn[top - 4 : top + depth, middle],
        drawn[bottom - depth : bottom + 4, middle][::-1],
        drawn[down, left - 4 : left + depth],
        drawn[down, right - depth : right + 4][::-1],
    )
    found = [_step(line) for line in lines if len(line) > 4]
    return float(np.median(found)) if found else EDGE


def _step(line: Pixels) -> float:
    """The greatest contrast of a line of pixels, going inward, with the first of them."""
    light = luminance(line)
    return max(ratio(float(one), float(light[0])) for one in light[2:])
