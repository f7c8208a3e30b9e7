# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's focus: where it comes, where it stays, how it goes on, and the rings around what has it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.looks import look
from tests.support.shown_shell import bar_of, masthead_of, question, shown
from ui.shell import Shell


@pytest.mark.requirement("OPR-16", part="a new page")
def test_the_focus_comes_to_the_heading_of_a_new_page(shells: list[Shell]) -> None:
    shell = shown(shells, look())
    assert shell.page is not None
    assert QApplication.focusWidget() is shell.page.heading


@pytest.mark.requirement("SEE-03", part="the focus stays")
def test_the_focus_stays_when_the_same_page_is_built_anew(shells: list[Shell]) -> None:
    made = look()
    shell = shown(shells, made)
    focused = shell.findChild(QWidget, "answer.1")
    assert focused is not None
    focused.setFocus()
    larger = look(4)
    shell.show_page(question(larger), bar_of(larger), masthead_of(larger), larger, keep_focus=True)
    now = QApplication.focusWidget()
    assert now is not None
    assert now is not focused
    assert now.objectName() == "answer.1"


@pytest.mark.requirement("OPR-14", part="page, then bar")
def test_tab_goes_through_the_page_and_then_through_the_bar(shells: list[Shell]) -> None:
    shown(shells, look())
    order = []
    for _ in range(10):
        now = QApplication.focusWidget()
        assert now is not None
        order.append(now.objectName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert order == [
        "heading", "answer.0", "answer.1", "foot.primary",
        "bar.back", "bar.help", "bar.read", "bar.settings", "bar.language", "bar.finish",
    ]  # fmt: skip


@pytest.mark.requirement("OPR-13", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize(
    "theme", ["standard", "evening", "high-dark", "high-light", "yellow-on-black", "low-glare"]
)
def test_two_rings_lie_around_what_has_the_focus_and_outside_it(shells: list[Shell], theme: str) -> None:
    made = look(theme=theme)
    shell = shown(shells, made)
    card = shell.findChild(QWidget, "answer.1")
    assert card is not None
    card.setFocus()
    QApplication.processEvents()
    image = shell.grab().toImage()
    corner, width = card.mapTo(shell, QPoint(0, 0)), made.ring_width
    middle = corner.x() + card.width() // 2
    inner = image.pixelColor(middle, corner.y() - width // 2 - 1)
    outer = image.pixelColor(middle, corner.y() - width - width // 2 - 1)
    beyond = image.pixelColor(middle, corner.y() - 2 * width - 2)
    assert (inner, outer) == (made.color("focus_inner"), made.color("focus_outer"))
    assert beyond == made.color("ground")


def test_the_ring_is_wider_while_everything_is_larger_and_slower() -> None:
    assert look(assisted=True).ring_width > look().ring_width
