# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows where keys and switches are: the focus and its ring come to the stop, and whoever speaks is told."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.hands.stops import Kind, Stop
from ui.parts.control import Control
from ui.shell_focus_ring import FocusRing


class Highlight(QObject):
    """Signals: `landed` with the stop, whenever it is come to (also again).

    `stuck` when a key leads no further: True at the last stop, False at the first.
    """

    landed = Signal(object)
    stuck = Signal(bool)

    def __init__(self, ring: FocusRing, parent: QObject) -> None:
        super().__init__(parent)
        self._ring = ring
        self._stop: Stop | None = None
        self._focus: QWidget | None = None

    @property
    def stop(self) -> Stop | None:
        """Where it is; None once the focus has gone elsewhere by touch or Tab, or the stop is no more."""
        if self._stop is None or not all(isValid(widget) for widget in self._stop.widgets):
            return None
        if not self._stop.widget.isVisible() or QApplication.focusWidget() is not self._focus:
            return None
        return self._stop

    @property
    def lost(self) -> str:
        """The name of the stop that it stood on when the page was drawn anew; empty when it stands or has left."""
        stop = self._stop
        if stop is None or (all(isValid(widget) for widget in stop.widgets) and stop.widget.isVisible()):
            return ""
        return stop.name

    def come_to(self, stop: Stop) -> None:
        """Come to a stop. What is asked for is focus and ring; nothing is pressed by it (OPR-10)."""
        if not stop.widget.hasFocus():
            stop.widget.setFocus(Qt.FocusReason.TabFocusReason)
        self._stop = stop
        self._focus = QApplication.focusWidget()
        self._ring.surround(stop.widgets)
        self.landed.emit(stop)

    def leave(self) -> None:
        """It is nowhere: the ring stays around what has the focus."""
        self._stop = self._focus = None


def hold_down(stop: Stop, down: bool) -> None:
    """Show that a control is being pressed, or not any more."""
    if isinstance(stop.widget, Control) and isValid(stop.widget):
        stop.widget.setDown(down)


def can_be_pressed(stop: Stop) -> bool:
    """Whether a press on the stop does something by itself."""
    return stop.kind in (Kind.CONTROL, Kind.KEY, Kind.BAR)
