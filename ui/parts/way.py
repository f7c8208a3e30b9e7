# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a submission as doors on a line: behind, here, and still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.boxes import Column
from ui.parts.part import Part
from ui.parts.shapes import dashed_door, door
from ui.parts.text import PlainText

DOOR_MM: Final = (19.0, 22.0)
SIDE_MM: Final = 3.6
LIFT_MM: Final = 2.6
LINE_MM: Final = 0.7
NOW_LINE_MM: Final = 1.0

When = Literal["past", "now", "later"]


@dataclass(frozen=True, slots=True)
class WayStep:
    """One door: a drawing, words, and whether it lies behind, is where things are, or is still to come."""

    picture: str
    title: str
    text: str
    when: When


class Way(Column):
    """Steps one under the other, joined by a line. Only the words carry the meaning; the doors confirm it."""

    def __init__(self, look: Look, steps: Sequence[WayStep], parent: QWidget | None = None) -> None:
        last = len(steps) - 1
        super().__init__(look, [_Step(look, step, n == last) for n, step in enumerate(steps)], parent=parent)
        self.gap = 0


class _Step(Part):
    """A door with its words, and the line down to the next one."""

    def __init__(self, look: Look, step: WayStep, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._step = step
        self._below = 0 if last else look.space("s4")
        color = "ink_soft" if step.when == "later" else "ink"
        self._title = PlainText(look, step.title, "strong", color=color, measured=False, parent=self)
        self._text = PlainText(look, step.text, color="ink_soft", measured=False, parent=self)
        self._text.setVisible(bool(step.text))

    def content_width(self) -> int:
        """See `Part`."""
        return self._left + max(self._title.sizeHint().width(), self._text.sizeHint().width())

    def least_width(self) -> int:
        """See `Part`."""
        return self._left + max(self._title.minimumSizeHint().width(), self._text.minimumSizeHint().width())

    def content_height(self, width: int) -> int:
        """See `Part`."""
        room = max(width - self._left, 1)
        words = self._title.heightForWidth(room) + self._text.heightForWidth(room)
        return max(words, self._door_height) + self._below

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        room = max(self.width() - self._left, 1)
        title, text = self._title.heightForWidth(room), self._text.heightForWidth(room)
        top = max((self._door_height - title - text) // 2, 0)
        for label, y, high in ((self._title, top, title), (self._text, top + title, text)):
            label.setGeometry(self.look.place(QRect(self._left, y, room, high), self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look = self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = look.place(QRect(0, 0, look.px(DOOR_MM[0]), self._door_height), self.width())
        line = look.px(LINE_MM)
        if self._below:
            middle = place.x() + (place.width() - line) // 2
            painter.fillRect(
                QRect(middle, self._door_height, line, self.height() - self._door_height), look.color("line")
            )
        ink, accent = self._door(painter, QRectF(place), line)
        side = place.width() - 2 * look.px(SIDE_MM)
        picture = QRect(
            place.x() + look.px(SIDE_MM), place.bottom() + 1 - look.px(LIFT_MM) - side, side, side
        )
        look.paint_picture(painter, picture, self._step.picture, ink, accent)
        painter.end()

    def _door(self, painter: QPainter, place: QRectF, line: int) -> tuple[QColor, QColor]:
        """Paint the door, and answer the colours of the drawing in it: line and lit part."""
        look = self.look
        match self._step.when:
            case "past":
                door(painter, place, look.color("primary"))
                return look.color("on_primary"), look.color("primary")
            case "now":
                lit = look.color("door")
                if lit == look.color("primary"):
                    # Dark colours light both alike: what is past would look like what is now.
                    door(painter, place, look.color("ground"), look.color("primary"), look.px(NOW_LINE_MM))
                    return look.color("ink"), look.color("accent")
                door(painter, place, lit, look.color("picture_ground"), look.px(NOW_LINE_MM))
                return look.color("picture"), look.color("accent")
            case "later":
                dashed_door(painter, place, look.color("ground"), look.color("line"), line)
                return look.color("ink_soft"), look.color("ground")

    @property
    def _left(self) -> int:
        return self.look.px(DOOR_MM[0]) + self.look.space("s4")

    @property
    def _door_height(self) -> int:
        return self.look.px(DOOR_MM[1])
