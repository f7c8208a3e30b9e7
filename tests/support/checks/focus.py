# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The focus: marked in pixels, in reading order, wholly visible, never lost."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.support.checks.colours import luminance
from tests.support.checks.screen import ScreenUnderTest, inside
from tests.support.measuring import SLACK, named, place
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.number_pad import NumberPad
from ui.parts.text import Heading

CHANGE = 3.0
PERIMETER_PX = 2
MOST_STOPS = 150


def stops(screen: ScreenUnderTest) -> list[QWidget]:
    """Where a real Tab key leads, from the heading on, once around; once more where that brought up letters."""
    before = screen.page.focus_order()
    found = _around(screen)
    if screen.page.focus_order() == before:
        return found
    screen.changed()
    return _around(screen)


def _around(screen: ScreenUnderTest) -> list[QWidget]:
    found: list[QWidget] = []
    screen.page.heading.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(MOST_STOPS):
        here = screen.shell.focusWidget()
        if here is None or here in found:
            break
        found.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    QApplication.processEvents()
    return found


def _light(screen: ScreenUnderTest, where: QRect) -> NDArray[np.float64]:
    image = QImage(where.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    screen.shell.render(image, QPoint(0, 0), QRegion(where))
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return luminance(raw[:, : image.width(), 2::-1].reshape(-1, 3))


def marked(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-13: a real Tab changes at least a 2 px outline by 3:1. A heading is read, not pressed, and has no ring."""
    whole = screen.shell.rect()
    before_it: QWidget = screen.page.heading
    for stop in _one_of_each(stops(screen)):
        around = getattr(stop, "ring_around", None) or stop
        edge = 2 * screen.look.ring_width + 6
        where = place(around).adjusted(-edge, -edge, edge, edge).intersected(whole)
        before_it.setFocus(Qt.FocusReason.OtherFocusReason)
        if screen.shell.focusWidget() is stop:
            screen.shell.bar.buttons["settings"].setFocus()  # type: ignore[union-attr]
        without = _light(screen, where)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        with_it = _light(screen, where)
        changed = (np.maximum(without, with_it) + 0.05) / (np.minimum(without, with_it) + 0.05) >= CHANGE
        needed = 2 * PERIMETER_PX * (around.width() + around.height())
        if int(changed.sum()) < needed:
            yield f"{int(changed.sum())} px change by {CHANGE:.0f}:1, not {needed}: {named(stop)}"


def _one_of_each(found: list[QWidget]) -> list[QWidget]:
    """Three stops of each class: the ring is drawn by one widget for all."""
    chosen: list[QWidget] = []
    for stop in found:
        if isinstance(stop, Heading):
            continue
        if sum(type(other) is type(stop) for other in chosen) < 3:
            chosen.append(stop)
    return chosen


def in_reading_order(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-14: no stop stands above the one before it in the same column, or before it in the same line."""
    start = Qt.LayoutDirection.RightToLeft == screen.look.direction
    pads = [*screen.page.findChildren(Keyboard), *screen.page.findChildren(NumberPad)]
    found = [
        stop
        for stop in stops(screen)
        if inside(screen.page, stop) and not any(inside(pad, stop) for pad in pads)
    ]
    for one, other in pairwise(found):
        first, second = place(one), place(other)
        beside = (
            min(first.bottom(), second.bottom()) - max(first.top(), second.top())
            > min(first.height(), second.height()) / 2
        )
        across = min(first.right(), second.right()) - max(first.left(), second.left()) > 0
        backward = first.left() < second.left() if start else first.left() > second.left()
        if beside and not across and backward:
            yield f"goes back in the line: {named(one)} before {named(other)}"
        if across and second.bottom() <= first.top():
            yield f"goes up: {named(one)} before {named(other)}"


def wholly_visible(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-15: each stop lies in the window and under nothing that it is not a part of."""
    whole = screen.shell.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for stop in stops(screen):
        where = place(stop)
        if not stop.isVisible() or not whole.contains(where):
            yield f"has the focus and is not whole: {named(stop)} {where.getRect()}"
            continue
        for corner in (where.topLeft() + QPoint(3, 3), where.center(), where.bottomRight() - QPoint(3, 3)):
            over = screen.shell.childAt(corner)
            if over is not None and not inside(stop, over) and not inside(over, stop):
                yield f"has the focus and lies under {named(over)}: {named(stop)}"
                break


def keeps_a_place(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-16: a new page has the focus on its heading, or on the field that its letters write into."""
    here = screen.shell.focusWidget()
    proxies: list[QWidget] = [screen.page.heading]
    while (proxy := proxies[-1].focusProxy()) is not None:
        proxies.append(proxy)
    if here is None:
        yield "nothing has the focus"
    elif here not in proxies:
        yield f"the focus is not on the heading: {named(here)}"
    elif not here.isEnabled() or not here.isVisible():
        yield f"the focus is on what cannot be used: {named(here)}"


def no_trap(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-08: Tab leaves every stop, comes to every control, and comes around."""
    from tests.support.checks.hands import controls

    found = stops(screen)
    if len(found) >= MOST_STOPS:
        yield f"{MOST_STOPS} presses of Tab do not come around"
    for stop in found:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        if screen.shell.focusWidget() is stop and len(found) > 1:
            yield f"Tab stays: {named(stop)}"
    for control in controls(screen):
        if control not in found:
            yield f"Tab does not come to {named(control)}"


def wheel_changes_nothing(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-16: neither a field's text nor what the screen reports."""
    reported = len(screen.shown.reported)
    for field in screen.shell.findChildren(QWidget):
        if not field.isVisible() or not (
            isinstance(field, QLineEdit) or field.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            continue
        before = field.text() if isinstance(field, QLineEdit) else ""
        centre = QPointF(field.rect().center())
        turn = QWheelEvent(
            centre,
            QPointF(field.mapToGlobal(field.rect().center())),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turn)
        if isinstance(field, QLineEdit) and field.text() != before:
            yield f"a wheel changes what was written: {named(field)}"
    if len(screen.shown.reported) != reported:
        yield f"a wheel acts: {screen.shown.reported[reported:]}"
