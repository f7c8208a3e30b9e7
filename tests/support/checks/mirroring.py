# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mirroring and spacing: the same screen shown once more, from right to left or with everything set wider apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont

from accessibility.qt import fonts
from accessibility.qt.look import Look
from accessibility.sizes import Sizes
from accessibility.tokens import Role
from tests.support import measuring
from tests.support.checks.screen import ScreenUnderTest, inside, screen
from tests.support.measuring import leaves, place
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.number_pad import NumberPad

APART = 2
PARTS = 3
LETTERS, WORDS, LINES = 0.12, 0.16, 1.5
"""WCAG 1.4.12: shares of the letters' size."""


def _sides(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()


def mirrored(shown: ScreenUnderTest) -> Iterator[str]:
    """SEE-14: the same words, run from right to left, stand where a mirror would show them.

    The keys stay: one, two, three runs from the left everywhere, and letters run as their own language does.
    """
    if shown.case.language != "en":
        return
    wide = shown.shell.width()
    here = _places(shown)
    with screen(shown.name, shown.case, mirrored=True) as other:
        there = _places(other)
    if [name for name, _ in here] != [name for name, _ in there]:
        yield f"shows other things in a mirror: {set(here) ^ set(there)}"
        return
    for (name, one), (_, two) in zip(here, there, strict=True):
        expected = QRect(wide - one.x() - one.width(), one.y(), one.width(), one.height())
        far = max(abs(a - b) for a, b in zip(_sides(expected), _sides(two), strict=True))
        if far > APART:
            yield f"{far} px from its mirrored place: {name} {two.getRect()}, not {expected.getRect()}"


def _places(shown: ScreenUnderTest) -> list[tuple[str, QRect]]:
    pads = [*shown.page.findChildren(NumberPad), *shown.page.findChildren(Keyboard)]
    return [
        (f"{type(leaf).__name__} {leaf.objectName()}", place(leaf))
        for leaf in leaves(shown.shell)
        if not any(inside(pad, leaf) for pad in pads)
    ]


@contextmanager
def _wider() -> Iterator[None]:
    font, line = fonts.font, Sizes.line

    def spaced(sizes: Sizes, role: Role, language: str) -> QFont:
        made = font(sizes, role, language)
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, LETTERS * made.pixelSize())
        made.setWordSpacing(WORDS * made.pixelSize())
        return made

    def higher(sizes: Sizes, role: Role, script: object) -> int:
        return max(line(sizes, role, script), round(sizes.em(role, script) * LINES))  # type: ignore[arg-type]

    with patch.object(fonts, "font", spaced), patch.object(Sizes, "line", higher):
        yield


def wider_apart(shown: ScreenUnderTest) -> Iterator[str]:
    """SEE-10: with the spacing that WCAG 1.4.12 names, nothing is cut or covered on any part."""
    if shown.case.theme != "standard" or shown.case.language not in ("en", "ar"):
        return
    with _wider(), screen(shown.name, shown.case) as other:
        assert isinstance(other.look, Look)
        for _ in range(PARTS):
            yield from measuring.outside(other.shell)
            yield from measuring.clipped(other.shell)
            yield from measuring.overlapping(other.shell)
            if not other.turn():
                break
