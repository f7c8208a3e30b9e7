# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The glass in squares, each to be touched once: over the whole page, its words too, down to the button at its foot."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit.self_test_events import SquareFelt
from core.visit.self_test_pages import Square
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.buttons import PrimaryButton
from ui.parts.text import PlainText
from ui.present.self_test import TouchContents

SIDE_MM: Final = 26.0
"""A square is no smaller: more of them would be tiring, and a strip of dead glass is wider than a finger anyway."""

AROUND_MM: Final = 3.0
"""The ground around the words, on which no line runs through a letter."""

SIGN: Final = 0.4
"""The check mark's part of a square."""


class TouchTestPage(PageFrame):
    """Squares are no controls: no key comes to them, and a finger that slides over the glass is felt in each."""

    def __init__(
        self, look: Look, contents: TouchContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents, self._send = contents, send
        own = contents.language
        hint = Phrase("" if large.is_large(look) else contents.text, own)
        large.plain_head(self, look, Phrase(contents.heading, own), hint)
        self._told = self.add(PlainText(look, contents.told, "strong"))
        if not hint.text:
            # What changes stands first where there is no room for both.
            self.add(PlainText(look, contents.text, color="ink_soft"))
        self._end = PrimaryButton(look, contents.foot.title, contents.foot.picture)
        self.set_foot([reports(self._end, contents.foot.name, contents.foot.event, send)])

    def refresh(self, contents: object) -> bool:
        """Show one more square that was felt, and say how many."""
        if not isinstance(contents, TouchContents) or _frame(contents) != _frame(self._contents):
            return False
        self._contents = contents
        self._told.set_text(contents.told)
        self.arrange()
        self.update()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        self._feel(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._feel(event.position().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget. Where words stand, the squares lie under them: they are told, not seen."""
        del event
        look, (columns, rows) = self.look, self._counts()
        painter = QPainter(self)
        felt = self._contents.state.felt if self._is_counted(columns, rows) else frozenset()
        around = look.px(AROUND_MM)
        words = self._words().adjusted(-around, -around, around, around)
        for column in range(1, columns + 1):
            for row in range(1, rows + 1):
                place = self._square((column, row))
                self._paint(painter, place, words, felt=(column, row) in felt)
        painter.fillRect(words, look.color("ground"))
        painter.end()

    def _paint(self, painter: QPainter, place: QRect, words: QRect, *, felt: bool) -> None:
        look, line = self.look, self.look.line_width
        inner = place.adjusted(0, 0, -line, -line)
        painter.fillRect(place, look.color("line"))
        painter.fillRect(inner, look.color("done_fill" if felt else "surface"))
        if felt:
            side = round(min(inner.width(), inner.height()) * SIGN)
            sign = QRect(0, 0, side, side)
            sign.moveCenter(inner.center())
            if sign.intersects(words):
                return
            look.paint_picture(painter, sign, "check", look.color("done"), look.color("done"))

    def _words(self) -> QRect:
        """Where something is to be read."""
        words = QRect()
        for one in (self._frame_head, *self._frame_blocks):
            if one.isVisibleTo(self):
                words = words.united(one.geometry())
        return words

    @property
    def _board(self) -> QRect:
        """What is parted into squares."""
        foot = self._frame_foot
        low = foot.y() if foot.isVisibleTo(self) and foot.height() else self.height()
        return QRect(0, 0, self.width(), low - self.look.line_width)

    def _counts(self) -> tuple[int, int]:
        board, side = self._board, max(self.look.px(SIDE_MM), self.look.target("button"))
        return max(board.width() // side, 1), max(board.height() // side, 1)

    def _is_counted(self, columns: int, rows: int) -> bool:
        state = self._contents.state
        return (state.columns, state.rows) == (columns, rows)

    def _square(self, square: Square) -> QRect:
        """Where a square lies. They fill the board whatever its size."""
        (columns, rows), board = self._counts(), self._board
        column, row = square
        left, right = (board.width() * n // columns for n in (column - 1, column))
        top, low = (board.height() * n // rows for n in (row - 1, row))
        return QRect(left, top, right - left, low - top)

    def _feel(self, at: QPoint) -> None:
        board, (columns, rows) = self._board, self._counts()
        if not board.contains(at):
            return
        column = min(at.x() * columns // board.width(), columns - 1) + 1
        row = min(at.y() * rows // board.height(), rows - 1) + 1
        if not self._is_counted(columns, rows) or (column, row) not in self._contents.state.felt:
            self._send(SquareFelt((column, row), columns, rows))


def _frame(contents: TouchContents) -> tuple[object, ...]:
    """Everything that a touch does not change."""
    return (contents.language, contents.heading, contents.text, contents.foot)
