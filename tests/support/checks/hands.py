# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands: targets that are large enough and far enough apart, and that act once, on release, inside."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import is_control, named, place, visible
from ui.input_gate import InputGate
from ui.keyboard.key import Key
from ui.parts.control import Control

SIDE_MM, GAP_MM = 12.7, 2.54
SIDE_ASSISTED_MM, GAP_ASSISTED_MM = 20.0, 6.4
MOUSE_PX = 44
"""OPR-01. At home a mouse points."""

ROUNDING_MM = 0.26
"""One pixel of the coarsest glass."""

HELD = 20


def controls(screen: ScreenUnderTest) -> list[QWidget]:
    """Everything to press or write in that shows and can be used."""
    return [widget for widget in visible(screen.shell) if is_control(widget) and widget.isEnabled()]


def _target(widget: QWidget) -> QWidget:
    """A field without a frame of its own is pressed on the box around it."""
    return getattr(widget, "ring_around", None) or widget


def large_targets(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-01: each side of everything to press."""
    for widget in controls(screen):
        target = _target(widget)
        least = min(target.width(), target.height())
        if screen.case.glass == "H1" and not screen.case.assisted:
            if least < MOUSE_PX:
                yield f"{least} px, not {MOUSE_PX}: {named(widget)}"
            continue
        side = SIDE_ASSISTED_MM if screen.case.assisted else SIDE_MM
        if screen.mm(least) < side - ROUNDING_MM:
            yield f"{screen.mm(least):.1f} mm, not {side}: {named(widget)}"


def targets_apart(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-01: the room between any two of them."""
    gap = GAP_ASSISTED_MM if screen.case.assisted else GAP_MM
    if screen.case.glass == "H1" and not screen.case.assisted:
        return
    targets = list(dict.fromkeys(_target(widget) for widget in controls(screen)))
    for one, other in combinations(targets, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        first, second = place(one), place(other)
        across = max(first.left() - second.right(), second.left() - first.right()) - 1
        down = max(first.top() - second.bottom(), second.top() - first.bottom()) - 1
        apart = max(across, down)
        if screen.mm(apart) < gap - ROUNDING_MM:
            yield f"{screen.mm(apart):.1f} mm between, not {gap}: {named(one)} and {named(other)}"


class Heard:
    """Counts what a screen does about presses."""

    def __init__(self, control: Control) -> None:
        self.times = 0
        control.activated.connect(self.on_activated)

    def on_activated(self) -> None:
        self.times += 1


def pressable(screen: ScreenUnderTest) -> list[Control]:
    """One of each kind of control; keys of a keyboard are all of one kind."""
    found: dict[tuple[type, str], Control] = {}
    for widget in controls(screen):
        if isinstance(widget, Control):
            found.setdefault((type(widget), "" if isinstance(widget, Key) else widget.objectName()), widget)
    return list(found.values())


def on_release_inside(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-03: slide off, slide on, and a whole press."""
    left = Qt.MouseButton.LeftButton
    for control in pressable(screen):
        heard, centre = Heard(control), control.rect().center()
        away = QPoint(centre.x(), -3 * control.height())
        QTest.mousePress(control, left, pos=centre)
        QTest.mouseMove(control, away)
        QTest.mouseRelease(control, left, pos=away)
        if heard.times:
            yield f"acts though the finger slid off: {named(control)}"
        QTest.mouseRelease(control, left, pos=centre)
        if heard.times:
            yield f"acts on a release without a press: {named(control)}"


def acts_once(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-05: a held key presses once and types once, behind the gate that the program has."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    gate = InputGate(application, steady=_Clock().later)
    try:
        yield from _held(screen)
    finally:
        application.removeEventFilter(gate)
        gate.setParent(None)


class _Clock:
    def __init__(self) -> None:
        self._now = 0.0

    def later(self) -> float:
        """Ten seconds after the last time that anybody asked."""
        self._now += 10
        return self._now


def _held(screen: ScreenUnderTest) -> Iterator[str]:
    for control in pressable(screen):
        heard = Heard(control)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            before = heard.times
            _hold(control, key, " " if key == Qt.Key.Key_Space else "\r")
            if heard.times - before > 1:
                yield f"a held key acts {heard.times - before} times: {named(control)}"
            if not control.isVisible():
                break
    for field in screen.shell.findChildren(QLineEdit):
        if not field.isVisible():
            continue
        field.setFocus(Qt.FocusReason.TabFocusReason)
        before = len(field.text())
        _hold(field, Qt.Key.Key_A, "a")
        if len(field.text()) - before > 1:
            yield f"a held letter is typed {len(field.text()) - before} times: {named(field)}"


def _hold(widget: QWidget, key: Qt.Key, text: str) -> None:
    nothing = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, nothing, text))
    for _ in range(HELD):
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, nothing, text, True))
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, nothing, text, True))
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, nothing, text))
