# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home the program looks as the desktop asks, now and whenever it asks for something else (AT-10)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from accessibility.preferences import Preferences
from core.visit.state import Visit
from kiosk.session.desktop import Desktop
from kiosk.session.window import Window


class Following(QObject):
    """Joins a desktop and the window. `send` takes whole new preferences, `visit` gives the visit now.

    `chosen` tells that a person has kept settings of their own: then the size of letters with which the desktop begins
    counts less than theirs, and only what it changes to afterwards is followed.
    """

    def __init__(
        self,
        desktop: Desktop,
        window: Window,
        visit: Callable[[], Visit],
        send: Callable[[Preferences], None],
        *,
        chosen: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desktop, self._window, self._visit, self._send = desktop, window, visit, send
        self._passes = chosen
        desktop.changed.connect(self._on_changed)
        desktop.scaled.connect(self._on_scaled)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._window.follow(self._desktop.wishes, self._visit())

    @Slot(float)
    def _on_scaled(self, scale: float) -> None:
        passes, self._passes = self._passes, False
        if not passes:
            self._send(self._window.preferences.with_scale(scale))
