# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the two focus rings around whatever has the focus, outside it, over everything else."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.qt.look import Look
from ui.parts.field import TextField
from ui.parts.text import Heading

MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """A see-through child of the window. A heading gets no ring: there is nothing to press."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.look = look
        self._window = window
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self.setObjectName("focus.ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def set_look(self, look: Look) -> None:
        """Draw in other colours and sizes."""
        self.look = look
        self.follow(QApplication.focusWidget())

    def follow(self, target: QWidget | None) -> None:
        """Stand around `target`; around nothing when it is outside this window or a heading."""
        for before in self._watched:
            before.removeEventFilter(self)
        self._watched = []
        self._target = None
        if target is not None and self._window.isAncestorOf(target) and not isinstance(target, Heading):
            around = target.ring_around if isinstance(target, TextField) else None
            self._target = around if around is not None else target
            for widget in _with_holders(target, self._window):
                widget.installEventFilter(self)
                widget.destroyed.connect(self._on_destroyed)
                self._watched.append(widget)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the target when it, or what holds it, moves."""
        del watched
        if event.type() in MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look, width = self.look, self.look.ring_width
        radius = getattr(self._target, "ring_radius", 0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer = QRectF(self.rect())
        for colour, inset in (("focus_outer", 0), ("focus_inner", width)):
            ring = QPainterPath()
            ring.setFillRule(Qt.FillRule.OddEvenFill)
            first = outer.adjusted(inset, inset, -inset, -inset)
            second = first.adjusted(width, width, -width, -width)
            corner = radius + 2 * width - inset
            ring.addRoundedRect(first, corner, corner)
            ring.addRoundedRect(second, max(corner - width, 0), max(corner - width, 0))
            painter.fillPath(ring, look.color(colour))
        painter.end()

    def _place(self) -> None:
        target, window = self._target, self._window
        if target is None or not target.isVisibleTo(window):
            self.hide()
            return
        edge = 2 * self.look.ring_width
        top_left = target.mapTo(window, QPoint(0, 0))
        self.setGeometry(QRect(top_left, target.size()).adjusted(-edge, -edge, edge, edge))
        self.raise_()
        self.show()
        self.update()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        self.follow(now)

    def _on_destroyed(self) -> None:
        # The widget is gone already: forget it without touching it.
        self._watched = []
        self._target = None
        self.hide()


def _with_holders(widget: QWidget, window: QWidget) -> list[QWidget]:
    found = [widget]
    while (holder := found[-1].parentWidget()) is not None and holder is not window:
        found.append(holder)
    return found
