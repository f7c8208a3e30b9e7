# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Anything that can be pressed: by finger, key or switch, with one meaning for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from accessibility.qt.look import Look
from ui.parts.text_block import TextBlock

PRESS_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
NEXT_KEYS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right})
BACK_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})


class Control(QAbstractButton):
    """A painted control. It acts on release inside itself; a finger that slides off takes the press back.

    Signals: `activated`, once for each whole press. Key repeat never presses again.
    """

    activated = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._shown: tuple[int, int] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    @property
    def ring_radius(self) -> int:
        """The corner radius that the focus ring follows, in pixels."""
        return self.look.px(self.look.sizes.tokens.radius_control)

    def measured_by(self) -> object:
        """What its width and height follow from, beside the look; None where that cannot be told."""
        return None

    def content_width(self) -> int:
        """The width at which nothing has to wrap."""
        return 0

    def least_width(self) -> int:
        """The width below which words would have to be broken."""
        return self.look.target("min")

    def content_height(self, width: int) -> int:
        """The height needed at `width` pixels."""
        raise AssertionError(f"{type(self).__name__} at {width} px does not say its height")

    def whole_height(self, width: int) -> int:
        """The height of the whole, whether all of it is shown now or not."""
        return self.content_height(max(width, 1))

    def breaks(self, width: int) -> Sequence[int]:
        """The heights at which it may be parted where it is higher than a page: between two lines of words."""
        del width
        return ()

    def seams(self, width: int) -> Sequence[int]:
        """Those of the `breaks` that lie between two texts: there it is parted first."""
        del width
        return ()

    def clip(self, shown: tuple[int, int] | None) -> None:
        """Show only the part from `shown` = (top, height) of it; None shows the whole. Every part can be pressed."""
        if shown != self._shown:
            self._shown = shown
            self.updateGeometry()
            self.update()

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """Draw the control into `rect`; `pressed` is inverse video."""
        del painter, rect, pressed
        raise AssertionError(f"{type(self).__name__} does not paint")

    def lines_seen(self, block: TextBlock, place: QRect) -> tuple[int, int]:
        """Which lines of a text at `place` stand in the part that is shown: the first, and how many."""
        lines = block.lines(place.width())
        if self._shown is None:
            return 0, lines
        middles = (place.y() + number * block.line_px + block.line_px // 2 for number in range(lines))
        seen = [number for number, at in enumerate(middles) if 0 <= at - self._shown[0] < self._shown[1]]
        return (seen[0], len(seen)) if seen else (0, 0)

    def write(self, painter: QPainter, block: TextBlock, place: QRect, ink: QColor) -> None:
        """Paint a text at `place`; of a control in parts, the lines of this part and no others."""
        first, count = self.lines_seen(block, place)
        if count:
            block.draw(painter, place.translated(0, first * block.line_px), ink, first, count)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """See QWidget."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """See QWidget."""
        return self._shown[1] if self._shown is not None else self.content_height(max(width, 1))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        width = self.content_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        return QSize(self.least_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = self.rect()
        if self._shown is not None:
            painter.translate(0, -self._shown[0])
            whole = QRect(0, 0, self.width(), self.content_height(self.width()))
        self.paint(painter, whole, self.isDown())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space and Enter press; arrows go on to the neighbour without choosing anything."""
        key = event.key()
        if key in PRESS_KEYS:
            if not event.isAutoRepeat():
                self.setDown(True)
        elif key in NEXT_KEYS or key in BACK_KEYS:
            onward = key == Qt.Key.Key_Down or (key == Qt.Key.Key_Right) is not self.look.rtl
            if key == Qt.Key.Key_Up:
                onward = False
            elif key == Qt.Key.Key_Left:
                onward = self.look.rtl
            self.focusNextPrevChild(onward)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The press counts when the key comes up."""
        if event.key() not in PRESS_KEYS:
            event.ignore()
            return
        if not event.isAutoRepeat() and self.isDown():
            self.setDown(False)
            self.click()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """A press that loses the focus is taken back."""
        self.setDown(False)
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """A wheel never changes anything."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().changeEvent(event)
        self.update()

    def _on_clicked(self) -> None:
        self.activated.emit()
