# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells the window what a person has written or taken away in any field, by whatever key, for who listens."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


class Typed(QEvent):
    """A field held `before` and holds `now`. `secret` where its letters must be seen and heard by nobody."""

    KIND: Final = QEvent.Type(QEvent.registerEventType())

    def __init__(self, before: str, now: str, *, secret: bool) -> None:
        super().__init__(self.KIND)
        self.before, self.now, self.secret = before, now, secret


def tell_window(field: QWidget, before: str, now: str, *, secret: bool) -> None:
    """Tell the window that the field stands in."""
    if before != now:
        QCoreApplication.sendEvent(field.window(), Typed(before, now, secret=secret))
