# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A dark screen for who wants nobody to look on: everything works below it, by keys and by ear (SPK-11)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class Curtain(QWidget):
    """Covers the whole window in black. Signal: `touched`, when somebody presses it; nothing below is pressed then."""

    touched = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("curtain")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def draw_over(self, drawn: bool) -> None:
        """Cover the window, or let it be seen."""
        self.setGeometry(self._window.rect())
        self.setVisible(drawn)
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        event.accept()
        self.touched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.black)
        painter.end()
