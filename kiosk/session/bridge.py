# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings work back to the window's thread: the one QObject through which lanes return their results.

It is made on the main thread and never moved, and its signal is connected to its own bound method: with a lambda,
or after `moveToThread`, current PySide6 runs the slot on the worker's thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Bridge(QObject):
    """`post` may be called from any thread; the callable runs on the thread that made the bridge.

    Signals: `posted` carries the callable.
    """

    posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def post(self, work: Callable[[], None]) -> None:
        """Have `work` called on the bridge's thread, soon."""
        self.posted.emit(work)

    @Slot(object)
    def _on_posted(self, work: Callable[[], None]) -> None:
        work()
