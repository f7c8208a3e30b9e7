# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures a shown window: what is cut off, what lies over something else, what is too small, what has no name."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from ui.parts.box import Box
from ui.parts.text_block import TextBlock

TARGET = 12.7
"""Millimetres, the least of a target's sides (accessibility.md OPR-01)."""

SLACK = 2
"""Pixels that rounding may take."""


def place(widget: QWidget) -> QRect:
    """Where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def visible(window: QWidget) -> Iterator[QWidget]:
    """Every widget that can be seen."""
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def is_control(widget: QWidget) -> bool:
    """Whether a person presses it or writes in it."""
    return isinstance(widget, QAbstractButton | QLineEdit)


def named(widget: QWidget) -> str:
    """How a failing test calls a widget."""
    return f"{type(widget).__name__} {widget.objectName()!r} {said(widget)[:40]!r}"


def said(widget: QWidget) -> str:
    """The name that assistive technology gets."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def leaves(window: QWidget) -> list[QWidget]:
    """What is really seen: controls and texts, not the boxes around them."""
    found = []
    for widget in visible(window):
        if widget.objectName() == "focus.ring":
            continue
        inside = [child for child in widget.findChildren(QWidget) if child.isVisible()]
        if is_control(widget) or (not inside and not isinstance(widget, Box)):
            parents = []
            parent = widget.parentWidget()
            while parent is not None and parent is not window:
                parents.append(parent)
                parent = parent.parentWidget()
            if not any(is_control(parent) for parent in parents):
                found.append(widget)
    return found


def faults(window: QWidget, ppi: float) -> list[str]:
    """Everything that is wrong with the window as it is shown; empty when nothing is."""
    return [
        *outside(window),
        *clipped(window),
        *overlapping(window),
        *too_small(window, ppi),
        *nameless(window),
    ]


def outside(window: QWidget) -> Iterator[str]:
    whole = window.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for widget in leaves(window):
        where = place(widget)
        if where.width() and where.height() and not whole.contains(where):
            yield f"outside the window: {named(widget)} {where.getRect()}"
        parent = widget.parentWidget()
        while parent is not None and parent is not window:
            if not place(parent).adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(where):
                yield f"cut off by {named(parent)}: {named(widget)}"
                break
            parent = parent.parentWidget()


def clipped(window: QWidget) -> Iterator[str]:
    for widget in leaves(window):
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else -1
        if needed > widget.height() + SLACK:
            yield f"needs {needed} px and has {widget.height()}: {named(widget)}"
        for block in _blocks(widget):
            if words := _cut_words(block):
                yield f"a word is cut in two ({words}): {named(widget)}"


def _blocks(widget: QWidget) -> Iterator[TextBlock]:
    for held in vars(widget).values():
        for one in held if isinstance(held, list | tuple) else (held,):
            if isinstance(one, TextBlock):
                yield one


def _cut_words(block: TextBlock) -> str:
    layout, text = block._layout, block._layout.text()
    starts = [layout.lineAt(number).textStart() for number in range(1, layout.lineCount())]
    for start in starts:
        before, after = text[start - 1], text[start]
        if before.isalpha() and after.isalpha() and before < "\u2e80" and after < "\u2e80":
            return text[max(start - 12, 0) : start + 12]
    return ""


def overlapping(window: QWidget) -> Iterator[str]:
    for one, other in combinations(leaves(window), 2):
        shared = place(one).intersected(place(other))
        if shared.width() > SLACK and shared.height() > SLACK:
            yield f"lie over each other: {named(one)} and {named(other)}"


def too_small(window: QWidget, ppi: float) -> Iterator[str]:
    for widget in visible(window):
        if is_control(widget):
            across, down = (side * 25.4 / ppi for side in (widget.width(), widget.height()))
            if min(across, down) < TARGET - 0.2:
                yield f"{across:.1f} x {down:.1f} mm: {named(widget)}"


def nameless(window: QWidget) -> Iterator[str]:
    for widget in visible(window):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not said(widget).strip():
            yield f"no name: {named(widget)}"
        if is_control(widget) and not widget.objectName():
            yield f"no object name: {named(widget)}"
