# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says that the session is alive, as long as its window still draws pictures."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Slot
from PySide6.QtWidgets import QWidget

from kiosk import link

SPECK: Final = QRect(0, 0, 1, 1)
"""What is drawn again for the proof."""


class Heartbeat(QObject):
    """Calls `alive` every `every` seconds from the thread that draws.

    While the window can be seen a new picture must have left for the screen; a loop that turns and draws nothing is no
    help to anybody (accessibility.md K-09).
    """

    def __init__(
        self, window: QWidget, alive: Callable[[], None], parent: QObject, every: float = link.ALIVE_EVERY
    ) -> None:
        super().__init__(parent)
        self._window, self._alive = window, alive
        self._timer = QTimer(self)
        self._timer.setInterval(round(every * 1000))
        self._timer.timeout.connect(self._on_time)
        self._timer.start()
        alive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice that a picture is made; it is on its way when the loop comes back."""
        if event.type() is QEvent.Type.UpdateRequest:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._alive)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_time(self) -> None:
        if not self._window.isVisible() or not self._window.windowHandle().isExposed():
            self._alive()
            return
        # Installing it again, where the last picture was never made, leaves one.
        self._window.installEventFilter(self)
        self._window.update(SPECK)
