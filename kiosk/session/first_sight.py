# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices a window's first picture, and that somebody closes the window where it is theirs to close."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

from kiosk import link
from kiosk.profile.model import Profile


class FirstSight(QObject):
    """Watches `shell`: calls `seen` once after its first picture, and says where somebody closes it.

    Nobody closes the window of a kiosk, but for a viewer in which it is served.
    """

    def __init__(
        self,
        shell: QObject,
        order: link.Order,
        profile: Profile,
        say: Callable[[link.Line], None],
        seen: Callable[[], None],
    ) -> None:
        super().__init__(shell)
        self._closable = profile.at_home or bool(order.vnc_port)
        self._say, self._on_seen, self._is_seen = say, seen, False
        shell.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice the first picture, and that somebody closes the window."""
        if event.type() is QEvent.Type.Paint and not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self._on_seen)
        if event.type() is QEvent.Type.Close:
            event.ignore()
            if self._closable:
                self._say(link.Ended("closed"))
            return True
        return super().eventFilter(watched, event)
