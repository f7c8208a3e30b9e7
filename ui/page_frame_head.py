# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a page: what it is about."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.page_frame_paging import PAGED_OUT
from ui.parts.box import Box
from ui.parts.doors import DoorPicture
from ui.parts.part import height_of, least_width_of, whole_height_of, width_of
from ui.parts.text import Heading, PlainText

Measure = Callable[[QWidget, int], int]
"""How high a part of the head is at a width: as it is shown now, or the whole of it."""


class Head(Box):
    """Eyebrow, mark, heading and hint, one under the other; a door stands before them and a line under it."""

    paints = False

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (), "s1", parent)
        self.gap = look.sizes.scaled(4 if look.preferences.text_step < 4 else 1.4)
        self.door: DoorPicture | None = None
        self.heading: Heading | None = None
        self.hint: PlainText | None = None
        self.eyebrow: QWidget | None = None
        self.above: QWidget | None = None
        self.with_door = True
        self.heading_first = False

    @property
    def shown(self) -> list[QWidget]:
        """See `Box`; the heading before its eyebrow where both do not fit on one part of a page."""
        found = super().shown
        return sorted(found, key=lambda part: part is not self.heading) if self.heading_first else found

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
        return self._height(width, self.shown, height_of)

    def whole_height(self, width: int) -> int:
        """The height with everything in it, also what is hidden because another part of the page is shown."""
        held = [one for one in self.widgets if not one.isHidden() or one.property(PAGED_OUT)]
        return self._height(width, held, whole_height_of)

    def _height(self, width: int, shown: Sequence[QWidget], measure: Measure) -> int:
        words = self._words_height(width, shown, measure)
        if self._before(width) and self.door is not None:
            words += self.look.space("s2")
            return max(words, self.door.content_height(0)) + self.look.line_width
        return words

    def _words_height(self, width: int, shown: Sequence[QWidget], measure: Measure) -> int:
        room = max(width - self._before(width), 1)
        heights = sum(measure(widget, min(room, widget.maximumWidth())) for widget in shown)
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
            top = max(
                height - line - self.look.space("s2") - self._words_height(width, self.shown, height_of), 0
            )
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
