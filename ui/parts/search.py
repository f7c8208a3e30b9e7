# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two faces of the search: the band that leads to it, and its field with the button that empties it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from i18n.languages import Script, language_info
from ui.parts.control import Control
from ui.parts.field import TextField, written_role
from ui.parts.part import Part
from ui.parts.shapes import box
from ui.parts.text_block import TextBlock

LOW_LINES = {Script.LATIN: 1.34, Script.ARABIC: 1.48, Script.CJK: 1.36, Script.DEVANAGARI: 1.34}
"""The height of the field alone beside the largest letters, of its own letters' size: no dot and no tail is cut."""

LEAST_FIELD_SHARE = 0.4
"""Of the width, what the field keeps beside its button."""


class SearchBand(Control):
    """Looks like a field and leads to the search, where the keyboard is."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self.words = text
        self.block = TextBlock(look, text)
        self._pad = look.sizes.scaled(5)
        self._icon = look.icon_px

    def _room(self, width: int) -> int:
        return max(width - 2 * self._pad - self._icon - self.look.space("s3"), 1)

    def content_width(self) -> int:
        """See `Control`."""
        return self.block.natural_width() + 2 * self._pad + self._icon + self.look.space("s3")

    def least_width(self) -> int:
        """See `Control`."""
        return self.block.longest_word() + 2 * self._pad + self._icon + self.look.space("s3")

    def content_height(self, width: int) -> int:
        """See `Control`."""
        text = self.block.height(self._room(width)) + 2 * self.look.space("s1")
        return max(self.look.target("button") + self.look.px(1), text)

    def breaks(self, width: int) -> Sequence[int]:
        """See `Control`."""
        room = self._room(width)
        first = (self.content_height(width) - self.block.height(room)) // 2
        return [first + place for place in self.block.breaks(room)]

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look, width = self.look, rect.width()
        ink = look.color("ground" if pressed else "ink")
        fill = look.color("ink" if pressed else "surface")
        strong = look.sizes.scaled(look.sizes.tokens.line_strong)
        box(painter, rect, self.ring_radius, fill, look.color("ink" if pressed else "primary"), strong)
        icon = QRect(self._pad, (rect.height() - self._icon) // 2, self._icon, self._icon)
        colours = (ink, fill) if pressed else (None, look.color("surface"))
        look.paint_picture(painter, look.place(icon, width), "search", *colours)
        room = self._room(width)
        high = self.block.height(room)
        place = QRect(width - self._pad - room, (rect.height() - high) // 2, room, high)
        self.write(painter, self.block, look.place(place, width), ink)


class ClearButton(Control):
    """Empties the search; a button inside the field's frame, with room for the focus ring between both."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self.words = text
        self.block = TextBlock(look, text, "strong")
        self._pad = look.space("s3")

    def content_width(self) -> int:
        """See `Control`."""
        return self.block.natural_width() + 3 * self._pad + self.look.icon_px

    def least_width(self) -> int:
        """See `Control`."""
        return self.content_width()

    def content_height(self, width: int) -> int:
        """See `Control`."""
        return max(self.look.target("min"), self.block.height(width))

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look, width, icon = self.look, rect.width(), self.look.icon_px
        ink = look.color("ground" if pressed else "ink")
        fill, edge = look.color("ink" if pressed else "surface"), look.color("ink" if pressed else "line")
        box(painter, rect, self.ring_radius, fill, edge, look.line_width)
        words = self.block.natural_width()
        high = self.block.line_px
        place = QRect(self._pad, (rect.height() - high) // 2, words, high)
        self.block.draw(painter, look.place(place, width), ink)
        place = QRect(width - self._pad - icon, (rect.height() - icon) // 2, icon, icon)
        ground = look.color("ink" if pressed else "surface")
        look.paint_picture(painter, look.place(place, width), "delete", ink, ground)


class SearchField(Part):
    """The search's field with its sign and the button that empties it.

    Signals: `edited` with the whole text, `entered` when Enter is pressed.
    """

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self, look: Look, text: str, clear_text: str, *, accessible_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.field = TextField(look, text, accessible_name=accessible_name, framed=False, parent=self)
        self.field.setObjectName("search.field")
        self.field.ring_around = self
        self.clear = ClearButton(look, clear_text, self)
        self.clear.setObjectName("search.clear")
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self.entered)
        self.clear.activated.connect(self.empty)
        self._spared = False
        self._pad = look.sizes.scaled(5)
        self.clear.setVisible(bool(text))

    @property
    def ring_radius(self) -> int:
        """The corner radius that the focus ring follows, in pixels."""
        return self.look.px(self.look.sizes.tokens.radius_control)

    def text(self) -> str:
        """What is written."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Show `text` without reporting it as edited."""
        self.field.set_text(text)
        self._show_clear()

    def spare_clear(self, spared: bool) -> None:
        """Leave the button that empties it out, where letters with a key of their own for it need the room."""
        self._spared = spared
        self._show_clear()

    def empty(self) -> None:
        """Take all away that is written."""
        self.field.setText("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_in(self, text: str) -> None:
        """Write at the caret."""
        self.field.type_in(text)

    def delete_back(self) -> None:
        """Take away the letter before the caret."""
        self.field.delete_back()

    def content_width(self) -> int:
        """See `Part`."""
        return self.field.sizeHint().width() + self.clear.content_width() + self.look.icon_px + 2 * self._pad

    def least_width(self) -> int:
        """See `Part`."""
        return self.clear.content_width() + self.look.icon_px + 3 * self._pad

    def _room(self, width: int) -> tuple[int, bool]:
        """The width of the field, and whether the button stands under it because beside it would leave too little."""
        before = self._pad + self.look.icon_px + self.look.space("s3")
        alone = width - before - self.look.space("s3")
        beside = alone - self.clear.content_width()
        if self.clear.isHidden():
            return alone, False
        return (beside, False) if beside >= width * LEAST_FIELD_SHARE else (alone, True)

    def _inner(self) -> int:
        """Between the outside and the button: the frame, and the focus ring around the button."""
        look = self.look
        return look.sizes.scaled(look.sizes.tokens.line_strong) + 2 * look.ring_width + look.px(0.3)

    def _clear_height(self) -> int:
        return self.clear.content_height(self.clear.content_width())

    def content_height(self, width: int) -> int:
        """See `Part`."""
        frame = 2 * self._inner()
        if self._spared:
            strong = self.look.sizes.scaled(self.look.sizes.tokens.line_strong)
            line = LOW_LINES[language_info(self.look.language).script]
            return round(self.look.font(written_role(self.look)).pixelSize() * line) + 2 * strong
        field = max(self.field.sizeHint().height(), self.look.target("button") + self.look.px(1))
        if self._room(width)[1]:
            return field + self._clear_height() + frame
        return max(field, self._clear_height() + frame)

    def resizeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        self._arrange()

    def _arrange(self) -> None:
        look, width, height = self.look, self.width(), self.height()
        clear = self.clear.content_width()
        frame = look.sizes.scaled(look.sizes.tokens.line_strong)
        room, under = self._room(width)
        inner = self._inner()
        tall = self._clear_height() if under else height - 2 * inner
        place = QRect(width - clear - inner, height - inner - tall, clear, tall)
        self.clear.setGeometry(look.place(place, width))
        left = self._pad + look.icon_px + look.space("s3")
        high = (height - tall - inner if under else height) - 2 * frame
        self.field.setGeometry(look.place(QRect(left, frame, max(room, look.target("min")), high), width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look = self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = look.sizes.scaled(look.sizes.tokens.line_strong)
        radius = look.px(look.sizes.tokens.radius_control)
        box(painter, self.rect(), radius, look.color("surface"), look.color("primary"), strong)
        icon = look.icon_px
        middle = self.field.geometry().center().y()
        place = look.place(QRect(self._pad, middle - icon // 2, icon, icon), self.width())
        look.paint_picture(painter, place, "search", None, look.color("surface"))
        painter.end()

    def _show_clear(self) -> None:
        self.clear.setVisible(bool(self.field.text()) and not self._spared)
        self.updateGeometry()
        if self.width():
            self._arrange()

    def _on_edited(self, text: str) -> None:
        self._show_clear()
        self.edited.emit(text)
