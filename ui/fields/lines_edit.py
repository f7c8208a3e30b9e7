# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for more than one line, which keys on the screen can write into; it shows plain text only."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from accessibility.qt.look import Look
from ui.parts.field import CARET_MM, written_role
from ui.parts.field_label import FieldLabel
from ui.parts.part import Part
from ui.parts.shapes import box
from ui.parts.typed import tell_window

LINES, FEWER_LINES, LEAST_LINES = 4, 2, 1
"""Lines that are shown at once, where a foot has room for one button, and where else no room is left beside its
question; what is longer follows the caret."""

HEIGHT_SHARE, HEIGHT_SHARE_UPRIGHT = 0.46, 0.3
"""It is no higher than this share of the glass, as long as two lines are not; on upright glass the bar stands below."""

_FIELD_LINE, _PROBLEM_LINE = 0.7, 1.2
"""Widths of the line around it, in millimetres (look.md section 5)."""


class LinesEdit(Part):
    """Whatever is typed stays as it is typed. Signals: `edited`, with the whole text, when a person changed it."""

    edited = Signal(str)
    accessible_role = QAccessible.Role.Client

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        accessible_name: str,
        problem: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._problem = problem
        self.can_be_low = look.layout.one_button
        self._told = text
        self._editor = _Editor(look, text, self)
        self._editor.setFont(look.font(written_role(look)))
        self._editor.setAccessibleName(accessible_name)
        FieldLabel(self._editor)
        self._editor.setPalette(_palette(look))
        self._editor.textChanged.connect(self._on_changed)
        self.setFocusProxy(self._editor)

    def setObjectName(self, name: str) -> None:  # noqa: N802
        """The name is that of what takes the focus, by which it is found again."""
        self._editor.setObjectName(name)

    def text(self) -> str:
        """What stands in it."""
        return self._editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text; says nothing."""
        self._editor.blockSignals(True)
        self._editor.setPlainText(text)
        self._told = text
        self._editor.moveCursor(self._editor.textCursor().MoveOperation.End)
        self._editor.blockSignals(False)

    @property
    def private(self) -> bool:
        """Several lines are always seen."""
        return False

    def set_problem(self, problem: bool) -> None:
        """Draw the frame of a field whose entry has a problem, or the usual one."""
        self._problem = problem
        self.update()

    def type_in(self, text: str) -> None:
        """Write at the caret, in place of what is marked."""
        self._editor.insertPlainText(text)
        self._editor.ensureCursorVisible()

    def delete_back(self) -> None:
        """Take away what is marked, or the sign before the caret."""
        self._editor.textCursor().deletePreviousChar()

    def before_caret(self) -> str:
        """What stands in the line before the caret."""
        caret = self._editor.textCursor()
        return caret.block().text()[: caret.positionInBlock()]

    def content_width(self) -> int:
        """See `Part`."""
        return self.look.measure_px()

    def least_width(self) -> int:
        """See `Part`."""
        return self.look.px(60)

    def content_height(self, width: int) -> int:
        """See `Part`: a few lines whatever stands in it, so that nothing moves while somebody writes."""
        del width
        look, line, around = self.look, self._editor.fontMetrics().lineSpacing(), 2 * self._margin()
        # With more of them the question would stand alone on the first part of its page.
        share = HEIGHT_SHARE_UPRIGHT if look.layout.portrait else HEIGHT_SHARE
        most = (int(look.screen.height_px * share) - around) // line
        lines = FEWER_LINES if look.layout.one_button else max(min(most, LINES), FEWER_LINES)
        if self.low:
            lines = LEAST_LINES
        return lines * line + around

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See QWidget."""
        super().resizeEvent(event)
        self._editor.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """See QWidget."""
        del event
        look = self.look
        line = look.sizes.scaled(_PROBLEM_LINE if self._problem else _FIELD_LINE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = look.color("error" if self._problem else "line")
        box(painter, self.rect(), look.px(look.sizes.tokens.radius_control), look.color("surface"), ink, line)
        painter.end()

    def _margin(self) -> int:
        return self.look.space("s2")

    def _on_changed(self) -> None:
        before, self._told = self._told, self._editor.toPlainText()
        tell_window(self, before, self._told, secret=self.private)
        self.edited.emit(self._told)


class _Editor(QPlainTextEdit):
    def __init__(self, look: Look, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._look = look
        # Qt's own is a hair's breadth and blinks.
        self.setCursorWidth(0)
        self.cursorPositionChanged.connect(self.viewport().update)
        self.ring_radius = look.px(look.sizes.tokens.radius_control)
        margin = look.space("s2")
        self.setViewportMargins(margin, margin, margin, margin)
        self.viewport().setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        # Nothing that was taken back may come again for the next person at this machine.
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.moveCursor(self.textCursor().MoveOperation.End)
        self.viewport().installEventFilter(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """See QPlainTextEdit. The caret is as strong as in a field of one line."""
        super().paintEvent(event)
        if self.hasFocus() and not self.textCursor().hasSelection():
            caret = self.cursorRect()
            painter = QPainter(self.viewport())
            wide = max(self._look.px(CARET_MM), 2)
            painter.fillRect(QRect(caret.x(), caret.y(), wide, caret.height()), self._look.color("ink"))
            painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A wheel never moves anything."""
        return event.type() == QEvent.Type.Wheel or super().eventFilter(watched, event)


def _palette(look: Look) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
    palette.setColor(QPalette.ColorRole.Highlight, look.color("ink"))
    palette.setColor(QPalette.ColorRole.HighlightedText, look.color("ground"))
    return palette
