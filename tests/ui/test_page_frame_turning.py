# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page that has been turned comes to rest, and Tab still finds the button that turns it on."""

import pytest
import shiboken6 as shiboken
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.checks.screen import Case, screen
from tests.support.showing import show
from ui.parts.leading import is_leading
from ui.parts.text import PlainText
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


def _requests_of_a_while(requests: Requests) -> int:
    before = requests.count
    QTest.qWait(20)
    return requests.count - before


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
    requests = Requests()
    page.installEventFilter(requests)
    page.turn()
    # A page that never rests asks anew each time; how long the last asking takes is the machine's affair.
    counts = [_requests_of_a_while(requests) for _ in range(MOST)]
    assert counts[-1] == 0
    shown.shell.close()


def test_a_title_goes_to_the_next_part_with_what_it_stands_over(qtbot: QtBot) -> None:
    with screen("sent-received", Case(language="ar", glass="K1")) as shown:
        title = next(text for text in shown.page.findChildren(PlainText) if is_leading(text))
        assert shown.page.page_count == 2
        assert not title.isVisible()
        shown.turn()
        assert title.isVisible()


def test_a_heading_that_fits_on_a_part_is_whole_on_the_first(qtbot: QtBot) -> None:
    with screen("question-text", Case(step=5, glass="H1")) as shown:
        heading = shown.page._frame_head.heading
        assert heading is not None
        assert heading.isVisible()
        assert heading.height() == heading.whole_height(heading.width())
        shown.turn()
        assert not heading.isVisible()


@pytest.mark.parametrize(
    "name", ["welcome", "home", "help", "languages", "check", "settings", "service", "events"]
)
@pytest.mark.parametrize("glass", ["K1", "H1"])
def test_a_window_that_grows_shows_what_one_of_that_size_shows(name: str, glass: str, qtbot: QtBot) -> None:
    """What a narrow window had to share out stands in one line again, and all of it is there."""
    with screen(name, Case(glass=glass)) as under_test:
        page, shell = under_test.page, under_test.shell
        size = shell.size()
        seen = [widget for widget in page.findChildren(QWidget) if widget.isVisible()]
        parts = page.page_count
        shell.resize(size.width() // 2, size.height() // 2)
        QApplication.processEvents()
        assert page.page_count > parts
        shell.resize(size)
        QApplication.processEvents()
        assert page.page_count == parts
        missing = [widget for widget in seen if shiboken.isValid(widget) and not widget.isVisible()]
        assert [f"{type(one).__name__} {one.accessibleName() or one.objectName()}" for one in missing] == []
