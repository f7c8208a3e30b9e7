# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The line on top: the town's emblem or our door, its name, and whether the machine is connected."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from ui.parts.shapes import door
from ui.parts.text import PlainText
from ui.parts.text_block import TextBlock
from ui.present.masthead import MastheadContents

WIDE = 1.1
HIGH = 1.35
"""The mark at the start, in the size of the letters. An emblem has room as wide as it is high."""


class Masthead(QWidget):
    """Who speaks at the start, the machine's state at the end. What does not fit goes: first 'Public services',
    then the long words of the state; then the state stands on a line of its own."""

    def __init__(self, look: Look, contents: MastheadContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName("masthead")
        self.contents = contents
        self._town = PlainText(look, contents.town, "strong", measured=False, parent=self)
        self._services = PlainText(look, contents.services, color="ink_soft", measured=False, parent=self)
        self._trial = PlainText(look, contents.trial, "strong", color="wait", measured=False, parent=self)
        self._calm = contents.connected is not False and not contents.notice
        role: Role
        color, role = ("ink_soft", "body") if self._calm else ("wait", "strong")
        self._long = contents.notice or contents.state
        self._short = contents.notice or contents.state_short
        self._picture = "problem" if contents.notice else "network" if self._calm else "offline"
        self._state = PlainText(look, self._long, role, color=color, measured=False, parent=self)
        self._reserved = max((self._width_of(text) for text in contents.states_short), default=0)
        self._emblem = self._drawn_emblem()
        self._mark = QRect()
        self._sign = QRect()

    def height_px(self, width: int) -> int:
        """The height that the line needs at a width."""
        return self._arrange(width)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        self._arrange(self.width())
        self.update()

    def _arrange(self, width: int) -> int:
        look = self.look
        margin = look.sizes.scaled(look.layout.margin)
        room = width - 2 * margin
        line = self._town.block.line_px
        wide = HIGH if self.contents.emblem_room else WIDE
        mark = QRect(margin, 0, round(look.body_px * wide), round(look.body_px * HIGH))
        gap, above = look.sizes.scaled(3), look.sizes.scaled(3.6)
        sign = round(look.body_px * 1.05) if self._long else 0
        start = mark.width() + gap + self._town.sizeHint().width()
        services = self._services.sizeHint().width() + gap
        trial = self._trial.sizeHint().width() + 2 * gap if self.contents.trial else 0
        self._state.set_text(self._long)
        end = self._end_width(sign, gap)
        with_services = look.layout.masthead_services and start + services + trial + end + 2 * gap <= room
        if not with_services and start + trial + end + 2 * gap > room:
            self._state.set_text(self._short)
            end = self._end_width(sign, gap)
        self._services.setVisible(with_services)
        self._trial.setVisible(bool(trial))
        self._state.setVisible(bool(self._long))
        # Whatever the state becomes while a page stands, the line keeps its height and the page its place.
        kept = max(end, self._reserved + sign + gap) if self._long else 0
        two = start + trial + kept + 2 * gap > room
        high = max(line, mark.height())
        row = above + (high - line) // 2
        self._mark = look.place(mark.translated(0, above + (high - mark.height()) // 2), width)
        if self._emblem is not None:
            self._emblem.setGeometry(self._mark)
        left = margin + mark.width() + gap
        town = min(self._town.sizeHint().width(), max(room - mark.width() - gap, 1))
        lines = self._town.heightForWidth(town) // line
        self._put(self._town, QRect(left, row, town, lines * line), width)
        if with_services:
            self._put(self._services, QRect(left + town + gap, row, services, line), width)
        bottom = row + max(lines * line, high)
        end_row = row
        if two:
            end_row = row + max(lines * line, high)
            bottom = end_row + line
        right = margin + room
        if self._long:
            words = min(self._state.sizeHint().width(), max(room - sign, 1))
            right -= words
            self._put(self._state, QRect(right, end_row, words, line), width)
            right -= sign + gap
            self._sign = look.place(QRect(right, end_row + (line - sign) // 2, sign, sign), width)
        if trial:
            words = min(self._trial.sizeHint().width(), room)
            if two and words + 2 * gap > room - kept:
                end_row = bottom
                right = margin + words + 2 * gap
            high = self._trial.heightForWidth(words)
            bottom = max(bottom, end_row + high)
            self._put(self._trial, QRect(max(right - 2 * gap - words, margin), end_row, words, high), width)
        return bottom + look.sizes.scaled(3.2)

    def _drawn_emblem(self) -> QWidget | None:
        if not self.contents.emblem:
            return None
        from ui.parts.form_picture import FormPicture  # few machines have one

        says = self.contents.emblem_says
        return FormPicture(self.look, self.contents.emblem, says, grow=True, parent=self)

    def _width_of(self, text: str) -> int:
        """How wide a state is, in the larger of the two ranks that it is drawn in."""
        return TextBlock(self.look, text, "strong").natural_width()

    def _end_width(self, sign: int, gap: int) -> int:
        return self._state.sizeHint().width() + sign + gap if self._long else 0

    def _put(self, widget: QWidget, rect: QRect, width: int) -> None:
        widget.setGeometry(self.look.place(rect, width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look = self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = look.line_width
        painter.fillRect(0, self.height() - line, self.width(), line, look.color("line_soft"))
        if self._emblem is None:
            self._paint_door(painter)
        if self._long:
            ink = look.color("ink_soft" if self._calm else "wait")
            accent = look.color("ground") if self._picture == "problem" else ink
            look.paint_picture(painter, self._sign, self._picture, ink, accent)
        painter.end()

    def _paint_door(self, painter: QPainter) -> None:
        """Our own mark, as wide as it always is, at the start of its place."""
        look, place = self.look, QRectF(self._mark)
        wide = look.body_px * WIDE
        left = place.right() - wide if look.rtl else place.left()
        whole = QRectF(left, place.top(), wide, place.height())
        door(painter, whole, look.color("picture_ground"))
        side = whole.width() * 0.24
        lit = whole.adjusted(side, whole.height() * 0.34, -side, 0)
        door(painter, lit, look.color("mark_lamp"))
