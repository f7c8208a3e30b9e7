# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pages apart that are shown no more, once the page in their place has been drawn."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from ui.page_frame import PageFrame

AFTER_PAINTING: Final = Qt.EventPriority.LowEventPriority.value - 1
"""Qt asks a window to paint with low priority. Taking a page apart takes two milliseconds, and nobody waits for it."""


class Clearing(QObject):
    """Holds pages until then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._gone: list[PageFrame] = []

    def throw_away(self, page: PageFrame) -> None:
        """Take a page off the screen for good."""
        page.let_go()
        page.hide()
        page.setParent(None)
        self._gone.append(page)
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), AFTER_PAINTING)

    def event(self, event: QEvent) -> bool:
        """The new page is drawn."""
        if event.type() != QEvent.Type.User:
            return super().event(event)
        gone, self._gone = self._gone, []
        for page in gone:
            page.deleteLater()
        return True
