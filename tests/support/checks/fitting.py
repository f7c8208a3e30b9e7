# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fitting: nothing cut, covered, off the screen or out of reach; nothing scrolls."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QScrollBar

from tests.support import measuring
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import SLACK, named, place, visible


def whole(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-04: nothing is clipped, overlapped or outside, and no painted line leaves its own widget."""
    yield from measuring.outside(screen.shell)
    yield from measuring.clipped(screen.shell)
    yield from measuring.overlapping(screen.shell)
    for text in screen.painted():
        if text.block is None:
            continue
        room = place(text.owner).adjusted(-SLACK, 0, SLACK, 0)
        for line in text.lines:
            middle = line.center()
            if (
                line.left() < room.left()
                or line.right() > room.right()
                or not room.top() <= middle.y() <= room.bottom()
            ):
                yield f"words run out of their place: {text.text!r} in {named(text.owner)}"
                break


def paged(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-05: nothing scrolls; where there is more, a button says so, and how much."""
    for bar in screen.shell.findChildren(QScrollBar):
        if bar.isVisible() and bar.maximum() > bar.minimum():
            yield f"it scrolls: {named(bar)}"
    more = screen.page.findChild(QAbstractButton, "foot.more")
    if screen.page.page_count > 1:
        if more is None or not more.isVisible() or not more.isEnabled():
            yield f"{screen.page.page_count} parts and no button to turn them"
        elif not more.accessibleName().strip():
            yield "the button that turns the parts says nothing"
    elif more is not None and more.isVisible():
        yield "a button for more where there is nothing more"


def all_parts_come(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-05: turning shows everything that the page holds, and comes back to the first part."""
    pages = screen.page._frame_pages
    if len(pages) < 2:
        return
    wanted = {widget for part in pages for unit in part for widget in unit.widgets}
    start = screen.page._frame_page
    seen = set()
    for _ in range(len(pages)):
        seen |= {widget for widget in wanted if widget.isVisibleTo(screen.shell)}
        screen.page.turn()
    screen.changed()
    for widget in wanted - seen:
        yield f"never shown by turning: {named(widget)}"
    if screen.page._frame_page != start:
        yield f"turning {len(pages)} times does not come back to the same part"


BOXES = {"answer.day", "answer.month", "answer.year", "answer.hour", "answer.minute"}


def counted(screen: ScreenUnderTest) -> list[str]:
    """The names of everything to press on the page, without the letters of a keyboard.

    The boxes of one answer, for example day, month and year, are one thing to write in.
    """
    from ui.fields.number_rows import NumberRows
    from ui.keyboard.keyboard import Keyboard
    from ui.keyboard.number_pad import NumberPad

    kinds = (Keyboard, NumberPad, NumberRows)
    letters = [pad for kind in kinds for pad in screen.page.findChildren(kind)]
    names = [
        widget.objectName()
        for widget in visible(screen.page)
        if measuring.is_control(widget) and not any(pad.isAncestorOf(widget) for pad in letters)
    ]
    counted: dict[str, str] = {}
    for name in names:
        kind, _, question = name.partition("@")
        counted.setdefault(f"boxes@{question}" if kind in BOXES else name, name)
    return list(counted.values())
