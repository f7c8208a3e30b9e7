# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where people write: a field that keeps whatever is typed."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from i18n.languages import language_info
from ui.parts.field_label import FieldLabel
from ui.parts.shapes import box
from ui.parts.typed import tell_window

NO_LIMIT = 32_767
CARET_MM = 0.8
FRAME_MM = 0.7
FRAME_PROBLEM_MM = 1.2


LARGEST = 5


def written_role(look: Look) -> Role:
    """The rank of what is typed: larger than running text, but as large where the largest letters on a small glass
    would leave so little of an answer in sight, and so little room beside the question."""
    return "body" if look.preferences.text_step >= LARGEST and look.layout.kind == "narrow" else "field"


class TextField(QLineEdit):
    """One line to write in. Nothing that is typed is refused or changed; whether it is right is said elsewhere.

    Signals: `edited` with the whole text after every change by the person, `entered` when Enter is pressed.
    `framed` is False where something around the field draws its frame; `ring_around` is then what the focus ring
    goes around.
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
        self.ring_around: QWidget | None = None
        self._problem = problem
        self.setFrame(False)
        self.setFont(look.font(written_role(look), language))
        self.setAccessibleName(accessible_name)
        self.setMaxLength(max_length or NO_LIMIT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
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
        self._told = self.text()
        self._label = FieldLabel(self)
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
        self._told = self.text()
        self.blockSignals(False)

    def call(self, name: str) -> None:
        """Be called something else: the question over it may show another answer."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self._label.setAccessibleName(name)

    def set_problem(self, problem: bool) -> None:
        """Draw the frame of a field whose entry has a problem, or the usual one."""
        self._problem = problem
        self.update()

    @property
    def private(self) -> bool:
        """Whether what is typed must be seen and heard by nobody."""
        return self.echoMode() is not QLineEdit.EchoMode.Normal

    def type_in(self, text: str) -> None:
        """Write at the caret, as a key does."""
        self.insert(text)

    def delete_back(self) -> None:
        """Take away what is chosen, or the letter before the caret."""
        self.backspace()

    def before_caret(self) -> str:
        """What stands before the caret."""
        return self.text()[: self.selectionStart() if self.hasSelectedText() else self.cursorPosition()]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """See QLineEdit. It is made before it is known where it stands."""
        self._label.stay_beside(self)
        super().showEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QLineEdit."""
        look = self.look
        letters = look.font(written_role(look)).pixelSize()
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

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """See QLineEdit. Coming in by the keyboard marks nothing: the next letter must not replace what stands here."""
        super().focusInEvent(event)
        self.deselect()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """A wheel never changes anything."""
        event.ignore()

    def _on_changed(self, text: str) -> None:
        before, self._told = self._told, text
        tell_window(self, before, text, secret=self.private)
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
