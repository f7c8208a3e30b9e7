# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets: whether a screen shows any piece of one, to an eye or to a program that asks (PRV-07)."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible

from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named, visible


def shown_secret(screen: ScreenUnderTest, secret: str) -> Iterator[str]:
    """Each place where a word of `secret` is painted, or told as a name, a value or a description."""
    pieces = secret.split()
    for text in screen.painted():
        if any(piece in text.text for piece in pieces):
            yield f"painted: {named(text.owner)}"
    for widget in visible(screen.shell):
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None:
            continue
        words = [
            told.text(kind)
            for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
        ]
        if any(piece in word for piece in pieces for word in words):
            yield f"told to a program: {named(widget)}"
