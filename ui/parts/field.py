# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where people write: a field that keeps whatever is typed, and the two faces of the search."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from accessibility.qt.look import Look
from i18n.languages import language_info
from ui.parts.control import Control
from ui.parts.part import Part
from ui.parts.shapes import box
from ui.parts.text_block import TextBlock

NO_LIMIT = 32_767
CARET_MM = 0.8
FRAME_MM = 0.7
FRAME_PROBLEM_MM = 1.2


class TextField(QLineEdit):
    """One line to write in. Nothing that is typed is refused or changed; whether it is right is said elsewhere.

    Signals: `edited` with the whole text after every change by the person, `entered` when Enter is pressed.
    `framed` is False where something around the field draws its frame.
    """

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        accessible_name: str,
        masked: bool = False,
        max_length: int = 0,
        numeric: bool = False,
        problem: bool = False,
        language: str | None = None,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._framed = framed
        self._problem = problem
        self.setFrame(False)
        self.setFont(look.font("field", language))
        self.setAccessibleName(accessible_name)
        self.setMaxLength(max_length or NO_LIMIT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        if masked:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        right = language_info(language or look.language).is_right_to_left and not numeric
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        if numeric:
            self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
            # Numbers run from left to right everywhere, but they stand where the page begins.
            self.setAlignment(Qt.AlignmentFlag.AlignAbsolute | self._start_side())
        pad = look.space("s3") if framed else 0
        self.setTextMargins(pad, 0, pad, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setPalette(self._colours())
        self.setText(text)
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self.entered)

    @property
    def ring_radius(self) -> int:
        """The corner radius that the focus ring follows, in pixels."""
        return self.look.px(self.look.sizes.tokens.radius_control)

    def set_text(self, text: str) -> None:
        """Show `text` without reporting it as edited. The caret stays where it was if the text is the same."""
        if text == self.text():
            return
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)

    def set_problem(self, problem: bool) -> None:
        """Draw the frame of a field whose entry has a problem, or the usual one."""
        self._problem = problem
        self.update()

    def type_in(self, text: str) -> None:
        """Write at the caret, as a key does."""
        self.insert(text)

    def delete_back(self) -> None:
        """Take away what is chosen, or the letter before the caret."""
        self.backspace()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QLineEdit."""
        look = self.look
        letters = look.font("field").pixelSize()
        return QSize(letters * 14, max(look.px(18), round(letters * 1.5)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QLineEdit."""
        return QSize(self.look.target("min") * 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QLineEdit."""
        look = self.look
        if self._framed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = max(look.px(FRAME_PROBLEM_MM if self._problem else FRAME_MM), look.line_width)
            line = look.color("error" if self._problem else "line")
            box(painter, self.rect(), self.ring_radius, look.color("surface"), line, width)
            painter.end()
        super().paintEvent(event)
        if self.hasFocus() and not self.hasSelectedText():
            painter = QPainter(self)
            caret = self.cursorRect()
            place = QRect(caret.center().x(), caret.y(), max(look.px(CARET_MM), 2), caret.height())
            painter.fillRect(place, look.color("ink"))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down go on to the neighbour; everything else is writing."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextPrevChild(True)
        elif event.key() == Qt.Key.Key_Up:
            self.focusNextPrevChild(False)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """A wheel never changes anything."""
        event.ignore()

    def _on_changed(self, text: str) -> None:
        self.edited.emit(text)

    def _start_side(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.look.rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _colours(self) -> QPalette:
        look, palette = self.look, QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        palette.setColor(QPalette.ColorRole.Highlight, look.color("primary"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.color("on_primary"))
        return palette


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
        self.block.draw(painter, look.place(place, width), ink)


class ClearButton(Control):
    """Empties the search; the same size as any button, drawn without a frame inside the field's."""

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
        if pressed:
            box(painter, rect, self.ring_radius, look.color("ink"), None, 0)
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
        self.clear = ClearButton(look, clear_text, self)
        self.clear.setObjectName("search.clear")
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self.entered)
        self.clear.activated.connect(self._on_clear)
        self.clear.setVisible(bool(text))
        self._pad = look.sizes.scaled(5)

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

    def content_height(self, width: int) -> int:
        """See `Part`."""
        del width
        return max(self.field.sizeHint().height(), self.look.target("button") + self.look.px(1))

    def resizeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look, width, height = self.look, self.width(), self.height()
        clear = self.clear.content_width()
        frame = look.sizes.scaled(look.sizes.tokens.line_strong)
        tall = height - 2 * frame - 2 * look.px(1)
        place = QRect(width - clear - frame - look.px(1), frame + look.px(1), clear, tall)
        self.clear.setGeometry(look.place(place, width))
        left = self._pad + look.icon_px + look.space("s3")
        room = max(width - left - clear - look.space("s3"), look.target("min"))
        self.field.setGeometry(look.place(QRect(left, frame, room, height - 2 * frame), width))

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
        place = look.place(QRect(self._pad, (self.height() - icon) // 2, icon, icon), self.width())
        look.paint_picture(painter, place, "search", None, look.color("surface"))
        painter.end()

    def _on_edited(self, text: str) -> None:
        self.clear.setVisible(bool(text))
        self.edited.emit(text)

    def _on_clear(self) -> None:
        self.field.setText("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
