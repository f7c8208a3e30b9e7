# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page that has been turned comes to rest, and Tab still finds the button that turns it on."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.showing import show
from ui.registry import screens

MOST = 12


class Requests(QObject):
    """Counts how often the page is asked to arrange itself."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        del watched
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def test_tab_comes_to_the_button_that_turns_the_page_on_each_part(qtbot: QtBot) -> None:
    shown = show(screens()["events"])
    page = shown.shell.page
    assert page is not None
    more = page.findChild(QWidget, "foot.more")
    assert more is not None
    for _ in range(page.page_count):
        for _ in range(MOST):
            if QApplication.focusWidget() is more:
                break
            QTest.keyClick(shown.shell.focusWidget(), Qt.Key.Key_Tab)
            QApplication.processEvents()
        assert QApplication.focusWidget() is more
        QTest.keyClick(more, Qt.Key.Key_Space)
        QApplication.processEvents()
    shown.shell.close()


def test_a_page_of_several_parts_rests_while_nobody_does_anything(qtbot: QtBot) -> None:
    shown = show(screens()["events"])
    page = shown.shell.page
    assert page is not None
    assert page.page_count > 1
    page.turn()
    QTest.qWait(50)
    requests = Requests()
    page.installEventFilter(requests)
    QTest.qWait(100)
    assert requests.count == 0
    shown.shell.close()
