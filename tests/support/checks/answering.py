# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers: a press is seen on what was pressed before anything else happens (VVSG 7.2-N; WCAG 4.1.3)."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.support.checks.hands import pressable
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named


def presses_are_seen(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-18: what is pressed looks otherwise while it is held, in the same turn of the event loop."""
    left = Qt.MouseButton.LeftButton
    for control in pressable(screen):
        before = control.grab().toImage()
        centre, away = control.rect().center(), QPoint(control.rect().center().x(), -3 * control.height())
        QTest.mousePress(control, left, pos=centre)
        held = control.grab().toImage()
        QTest.mouseMove(control, away)
        QTest.mouseRelease(control, left, pos=away)
        if before == held:
            yield f"a press is not seen: {named(control)}"
