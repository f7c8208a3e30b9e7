# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""No page opens a window of its own, however short: it would take every key away (OPR-16)."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.showing import show, turn_to
from ui.registry import screens


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_screen_shows_another_window_and_the_focus_is_never_lost(qtbot: QtBot, qapp: QApplication) -> None:
    visits = screens()
    shown = show(visits["home"])
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        for name, visit in visits.items():
            turn_to(shown, visit)
            assert windows.shown == [], name
            assert shown.shell.focusWidget() is not None, name
    finally:
        qapp.removeEventFilter(windows)
        shown.shell.close()
