# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads what a session needs behind its first picture, one module at a time, so that a press is noticed in between."""

import importlib
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

BEHIND: Final = (
    "kiosk.session.log",
    "core.catalogue",
    "core.submission",
    "core.visit.pages",
    "core.visit.answers",
    "core.visit.filling_events",
    "core.visit.events",
    "core.visit.effects",
    "core.visit.state",
    "core.visit.step",
    "ui.present.reading",
    "ui.hands.stops",
    "ui.hands.scanning",
    "ui.hands.navigator",
    "kiosk.effects",
    "kiosk.paper",
    "kiosk.session.window",
    "kiosk.session.speaker",
    "kiosk.session.cards",
    "kiosk.session.assembly",
)
"""From what others need to what needs others."""


class Loading(QObject):
    """Begins with `go_on`; `loaded` is called once, when everything is there."""

    def __init__(self, loaded: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._loaded = loaded
        self._left = list(BEHIND)
        self._done = False

    @Slot()
    def go_on(self) -> None:
        """Load the next module, and come back when the events of the meantime have been looked at.

        Nothing happens any more where everything was loaded before: a window that was prepared is painted later.
        """
        if self._done:
            return
        try:
            if self._left:
                importlib.import_module(self._left.pop(0))
                QTimer.singleShot(0, self.go_on)
            else:
                self.all_now()
        except BaseException:
            # What fails in a slot is printed and forgotten. A window with nothing behind it would stand there for ever.
            QCoreApplication.exit(1)
            raise

    def all_now(self) -> None:
        """For a window that nobody sees yet: all at once."""
        self._left.clear()
        if not self._done:
            self._done = True
            self._loaded()
