# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The head and the foot of a page: what it is about, and the buttons that lead on."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.boxes import Box
from ui.parts.doors import DoorPicture
from ui.parts.part import height_of, least_width_of, width_of
from ui.parts.text import Heading, PlainText


class Head(Box):
    """Eyebrow, mark, heading and hint, one under the other; a door stands before them and a line under it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (), "s1", parent)
        self.door: DoorPicture | None = None
        self.heading: Heading | None = None
        self.hint: PlainText | None = None
        self.eyebrow: QWidget | None = None
        self.above: QWidget | None = None
        self.with_door = True

    def renew(self) -> None:
        """Take the parts that were set, in the order of reading."""
        parts = (self.eyebrow, self.above, self.heading, self.hint)
        self.widgets = tuple(part for part in parts if part is not None)
        for widget in (*self.widgets, *((self.door,) if self.door is not None else ())):
            widget.setParent(self)

    def _before(self, width: int) -> int:
        if self.door is None or not self._door_fits(width):
            return 0
        return self.door.content_width() + self.look.sizes.scaled(9)

    def _door_fits(self, width: int) -> bool:
        door = self.door
        return (
            self.with_door
            and door is not None
            and width >= 3 * door.content_width()
            and self.look.preferences.text_step < 4
        )

    def content_width(self) -> int:
        """See `Part`."""
        return max((width_of(widget) for widget in self.shown), default=0)

    def least_width(self) -> int:
        """See `Part`."""
        return max((least_width_of(widget) for widget in self.shown), default=0)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        words = self._words_height(width)
        if self._before(width) and self.door is not None:
            return max(words, self.door.content_height(0)) + self.look.line_width
        return words

    def _words_height(self, width: int) -> int:
        room = max(width - self._before(width), 1)
        shown = self.shown
        heights = sum(height_of(widget, min(room, widget.maximumWidth())) for widget in shown)
        return heights + sum(self._gap_after(widget) for widget in shown[:-1])

    def _gap_after(self, widget: QWidget) -> int:
        eyebrow = widget is self.eyebrow and self.look.preferences.text_step < 4
        return self.look.sizes.scaled(4 if eyebrow else 1.4)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        found: list[tuple[QWidget, QRect]] = []
        before = self._before(width)
        room = max(width - before, 1)
        top = 0
        if self.door is not None:
            self.door.setVisible(bool(before))
        if before and self.door is not None:
            high = self.door.content_height(0)
            line = self.look.line_width
            found.append((self.door, QRect(0, height - line - high, self.door.content_width(), high)))
            top = max(height - line - self.look.space("s2") - self._words_height(width), 0)
        for widget in self.shown:
            wide = min(room, widget.maximumWidth())
            high = height_of(widget, wide)
            found.append((widget, QRect(before, top, wide, high)))
            top += high + self._gap_after(widget)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        if not self._before(self.width()):
            return
        line = self.look.line_width
        painter = QPainter(self)
        painter.fillRect(0, self.height() - line, self.width(), line, self.look.color("line_soft"))
        painter.end()


class Foot(Box):
    """The buttons of a page: in one row, or under each other, the primary action first."""

    def __init__(self, look: Look, buttons: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(look, buttons, "s4", parent)
        self.extra: QWidget | None = None

    @property
    def shown(self) -> list[QWidget]:
        """See `Box`. The button that turns the page comes after the first one."""
        shown = [widget for widget in self.widgets if not widget.isHidden()]
        return shown if self.extra is None else [*shown[:1], self.extra, *shown[1:]]

    def in_a_row(self, width: int) -> bool:
        """Whether all of them stand in one row without wrapping their words."""
        shown = self.shown
        needed = sum(width_of(widget) for widget in shown) + self._gap_px() * max(len(shown) - 1, 0)
        return needed <= width

    def _gap_px(self) -> int:
        return max(self.look.space("s3"), self.look.target("gap"))

    def content_width(self) -> int:
        """See `Part`."""
        return sum(width_of(widget) for widget in self.shown)

    def least_width(self) -> int:
        """See `Part`."""
        return max((least_width_of(widget) for widget in self.shown), default=0)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return max((rect.bottom() + 1 for _, rect in self.places(width, 0)), default=0)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        del height
        found: list[tuple[QWidget, QRect]] = []
        if self.look.layout.portrait and not self.in_a_row(width):
            top = 0
            for widget in self.shown:
                high = height_of(widget, width)
                found.append((widget, QRect(0, top, width, high)))
                top += high + self._gap_px()
            return found
        left = top = 0
        row: list[tuple[QWidget, int]] = []
        for widget in self.shown:
            wide = min(width_of(widget), width)
            if row and left + wide > width:
                top += self._place_row(found, row, top) + self._gap_px()
                row, left = [], 0
            row.append((widget, wide))
            left += wide + self._gap_px()
        if row:
            self._place_row(found, row, top)
        return found

    def _place_row(
        self, found: list[tuple[QWidget, QRect]], row: Sequence[tuple[QWidget, int]], top: int
    ) -> int:
        heights = [height_of(widget, wide) for widget, wide in row]
        high, left = max(heights), 0
        for (widget, wide), own in zip(row, heights, strict=True):
            found.append((widget, QRect(left, top + (high - own) // 2, wide, own)))
            left += wide + self._gap_px()
        return high
