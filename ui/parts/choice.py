# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer to choose: a card whose chosen state shows by fill, line, weight, tick and word."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.control import Control
from ui.parts.form_picture import Photo
from ui.parts.shapes import box, picture_door
from ui.parts.text_block import TextBlock

LINE_SHARE = 1.25
LEAST_WORDS = 7
"""Heights of a letter that words need beside a photo."""
NARROWEST, TRIES = 0.75, 40
"""How much narrower plain words may be set to take as many lines as bold ones, and in which steps, of their room."""
WIDEST = 275
"""mm: a longer card would part the words from the sign at its end."""


class ChoiceCard(Control):
    """One of several answers (`multiple`: any of several). The state is what was set, never what was pressed.

    Assistive technology meets a radio button or a check box. A `whole` name takes no further line for the sake of the
    word 'Chosen'.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        chosen: bool,
        multiple: bool = False,
        picture: str | None = None,
        language: str | None = None,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._language = language
        self._whole = whole
        self.chosen = chosen
        self._multiple = multiple
        self._picture = picture or ""
        self.setCheckable(True)
        self._show_state()
        self.toggled.connect(self._on_toggled)
        self._line = max(round(look.body_px * LINE_SHARE), look.line_px("title", language) * 4 // 5)
        self._write(text)
        self._say = TextBlock(look, look.texts.text("part.chosen"), "strong", align="end", line_px=self._line)
        self._pad = look.sizes.scaled(5)
        self._gap = look.sizes.scaled(4.5)
        self._mark = round(look.body_px * 1.25)
        self._door = look.px(27) if self._picture else 0
        self._photo: Photo | None = None
        self.setMaximumWidth(look.sizes.scaled(WIDEST))

    def show_photo(self, content: bytes) -> None:
        """Show the picture that belongs to the answer, beside its words or, where those need the width, over them."""
        self._photo = Photo(self.look, content)
        self.updateGeometry()

    def set_words(self, text: str) -> None:
        """Say something else, in the same language."""
        if text != self.words:
            self._write(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def _write(self, text: str) -> None:
        self.words = text
        self._plain = TextBlock(self.look, text, "body", language=self._language, line_px=self._line)
        self._bold = TextBlock(self.look, text, "strong", language=self._language, line_px=self._line)

    def set_chosen(self, chosen: bool) -> None:
        """Show whether this is the answer."""
        if chosen != self.chosen:
            self.chosen = chosen
            self._show_state()
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the focus without what an exclusive button does then: it bars the Tab key from its neighbours."""
        QWidget.focusInEvent(self, event)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Pressing changes nothing by itself: whoever listens sets the state."""

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        """An assistive technology toggles where a finger presses: report it as the press that it means."""
        if checked == self.chosen or self.isDown():
            return
        self._show_state()
        # Of several where one holds, the one that another's press has let go was not pressed itself.
        if checked or self._multiple:
            self.activated.emit()

    def _show_state(self) -> None:
        # An exclusive button that is checked cannot be unchecked; exclusive is what makes it a radio button.
        silent = self.blockSignals(True)
        self.setAutoExclusive(False)
        self.setChecked(self.chosen)
        self.setAutoExclusive(not self._multiple)
        self.blockSignals(silent)

    def _before(self, width: int = 0) -> int:
        """The room before the words."""
        before = self._pad + (self._door or self._mark) + self._gap
        return before + self._photo_width() if self._photo_beside(width) else before

    def _photo_width(self) -> int:
        return self._photo.size.width() + self._gap if self._photo is not None else 0

    def _photo_beside(self, width: int) -> bool:
        """Whether the photo leaves room for words beside it."""
        before = self._pad + self._mark + self._gap + self._photo_width() + self._pad
        least = max(self._bold.longest_word(), LEAST_WORDS * self.look.body_px)
        return self._photo is not None and width - before >= least

    def _above(self, width: int) -> int:
        """What a photo over the words takes of the height."""
        if self._photo is None or self._photo_beside(width):
            return 0
        return self._photo.size.height() + self._gap

    def _word(self) -> int:
        """Room for the word 'Chosen', which gives way before an answer has to break."""
        return self._say.natural_width() + self._gap

    def content_width(self) -> int:
        """See `Control`."""
        words = self._bold.natural_width() + self._word()
        return self._before() + self._photo_width() + words + self._pad

    def least_width(self) -> int:
        """See `Control`."""
        return self._before() + self._bold.longest_word() + self._pad

    def _room(self, width: int) -> tuple[int, bool]:
        """The width of the words, and whether the word 'Chosen' stands beside them."""
        free = max(width - self._before(width) - self._pad, 1)
        beside = free - self._word()
        if beside >= self._bold.longest_word() and self._bold.lines(beside) <= self._bold.lines(free):
            return beside, True
        if self._whole:
            return free, False
        if self._picture or self.look.preferences.text_step < 4:
            return max(beside, min(free, self._bold.longest_word()), 1), beside >= self._bold.longest_word()
        return free, False

    def _plain_width(self, room: int) -> int:
        """The width in which the words take as many lines as when they are chosen.

        So a page may end between any two of them, and a press moves no word up or down.
        """
        lines, width, step = self._bold.lines(room), room, max(room // TRIES, 1)
        least = max(round(room * NARROWEST), self._plain.longest_word())
        while self._plain.lines(width) < lines and width - step >= least:
            width -= step
        return width if self._plain.lines(width) == lines else room

    def content_height(self, width: int) -> int:
        """See `Control`."""
        look = self.look
        room, _ = self._room(width)
        words = self._bold.height(room) + 2 * look.sizes.scaled(1.6)
        least = max(look.px(34.5) if self._door else look.target("choice"), round(1.85 * look.body_px))
        if self._photo is not None:
            photo = self._photo.size.height() + 2 * look.sizes.scaled(1.6)
            words = words + self._above(width) if self._above(width) else max(words, photo)
        return max(words, least, self._mark + 2 * look.sizes.scaled(1.6))

    def breaks(self, width: int) -> Sequence[int]:
        """See `Control`."""
        room = self._room(width)[0]
        first = (self.content_height(width) + self._above(width) - self._bold.height(room)) // 2
        return [first + place for place in self._bold.breaks(room)]

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look, width, height = self.look, rect.width(), rect.height()
        # Where chosen is inverse video already, a press turns it back.
        turned = self.chosen and look.color("select") == look.color("ink")
        if pressed and not turned:
            fill, ink, line, thick = "ink", "ground", "ink", look.line_width
        elif self.chosen and not pressed:
            strong = look.sizes.scaled(look.sizes.tokens.line_strong)
            fill, ink, line, thick = "select", "on_select", "select_line", strong
        else:
            fill, ink, line, thick = "surface", "ink", "line", look.line_width
        box(painter, rect, self.ring_radius, look.color(fill), look.color(line), thick)
        if self._door:
            high = min(look.px(31), height - look.px(2))
            place = QRect(self._pad, height - high - thick, self._door, high)
            picture_door(painter, look, look.place(place, width), self._picture)
        else:
            middle = (height + self._above(width)) // 2
            place = QRect(self._pad, middle - self._mark // 2, self._mark, self._mark)
            self._paint_mark(painter, look.place(place, width), pressed and not turned)
        if self._photo is not None:
            at = QPoint(self._before(), (height - self._photo.size.height()) // 2)
            if self._above(width):
                at = QPoint(self._pad, look.sizes.scaled(1.6))
            self._photo.paint(painter, look.place(QRect(at, self._photo.size), width))
        room, beside = self._room(width)
        words = self._bold.height(room)
        top = (height + self._above(width) - words) // 2
        block, wide = (self._bold, room) if self.chosen else (self._plain, self._plain_width(room))
        place = look.place(QRect(self._before(width), top, wide, words), width)
        self.write(painter, block, place, look.color(ink))
        if self.chosen and beside:
            said = self._say.natural_width()
            high = self._say.height(said)
            middle = (height + self._above(width)) // 2
            place = look.place(QRect(width - self._pad - said, middle - high // 2, said, high), width)
            self._say.draw(painter, place, look.color(ink))

    def _paint_mark(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        look = self.look
        width = max(look.px(0.7), look.line_width)
        filled = self.chosen and not pressed and not self.isDown()
        line = look.color("ground" if pressed else "select_line" if filled else "line")
        ground = look.color("ink" if pressed else "select_line" if filled else "surface")
        painter.setPen(QPen(line, width))
        painter.setBrush(ground)
        inner = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        if self._multiple:
            corner = look.px(1.4)
            painter.drawRoundedRect(inner, corner, corner)
        else:
            painter.drawEllipse(inner)
        if self.chosen:
            side = round(rect.width() * 0.72)
            tick = QRect(rect.center().x() - side // 2, rect.center().y() - side // 2, side, side)
            ink = look.color("ground" if pressed else "surface")
            if look.theme.two_colours and filled:
                ink = look.color("ground")
            look.paint_picture(painter, tick, "check", ink, ink, 6)
