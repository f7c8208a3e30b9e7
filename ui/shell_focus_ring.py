# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the two focus rings around whatever has the focus, outside it, over everything else."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from accessibility.qt.look import Look
from ui.parts.field import TextField
from ui.parts.text import Heading

MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """A see-through child of the window. A heading gets no ring of itself: there is nothing to press.

    The ring stays inside the window, so that nothing of it is lost at an edge (OPR-13, OPR-16).
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.look = look
        self._window = window
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self._around: tuple[QWidget, ...] = ()
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

    @property
    def around(self) -> tuple[QWidget, ...]:
        """What the ring stands around now."""
        return self._around if self.isVisible() else ()

    def follow(self, target: QWidget | None) -> None:
        """Stand around `target`; around nothing when it is outside this window or a heading."""
        self.surround(() if target is None or isinstance(target, Heading) else (target,))

    def surround(self, widgets: Sequence[QWidget]) -> None:
        """Stand around these together, until the focus moves: a row of keys, or a text that somebody has come to."""
        for before in self._watched:
            before.removeEventFilter(self)
        self._watched = []
        inside = [widget for widget in widgets if self._window.isAncestorOf(widget)]
        self._around = tuple(_ringed(widget) for widget in inside)
        self._target = self._around[0] if len(self._around) == 1 else None
        for target in inside:
            for widget in _with_holders(target, self._window):
                if widget not in self._watched:
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
        window, whole = self._window, QRect()
        for target in self._around:
            if target.isVisibleTo(window):
                whole = whole.united(QRect(target.mapTo(window, QPoint(0, 0)), target.size()))
        if whole.isEmpty():
            self.hide()
            return
        edge = 2 * self.look.ring_width
        self.setGeometry(whole.adjusted(-edge, -edge, edge, edge) & window.rect())
        self.raise_()
        self.show()
        self.update()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        self.follow(now)

    @Slot()
    def _on_destroyed(self) -> None:
        if not vars(self):
            # The collector takes the window apart, and has begun with the ring: it has nothing of its own any more.
            return
        # A widget that is gone is forgotten without being touched; the ring may stand around another by now.
        self._watched = [widget for widget in self._watched if isValid(widget)]
        if all(isValid(widget) for widget in self._around):
            return
        self._target = None
        self._around = ()
        self.hide()


def _ringed(widget: QWidget) -> QWidget:
    around = widget.ring_around if isinstance(widget, TextField) else None
    return around if around is not None else widget


def _with_holders(widget: QWidget, window: QWidget) -> list[QWidget]:
    found = [widget]
    while (holder := found[-1].parentWidget()) is not None and holder is not window:
        found.append(holder)
    return found
