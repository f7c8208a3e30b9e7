# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the state of what was sent comes by itself, a press that is under way presses nothing else (TIM-05)."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from core.ids import Language
from core.visit import events as e
from core.visit.state import Visit
from i18n.messages import Messages
from tests.support.gated_page import Clock
from tests.support.showing import GLASSES
from ui import screens
from ui.input_gate import InputGate
from ui.pages.reporting import Report
from ui.registry import screens as registered
from ui.registry_setting import a_kiosk
from ui.shell import Shell

EN = Messages.load("en")
SCREENS = registered(Language("en"))


class AtTheGlass:
    """A person before a window that shows a visit; `pressed` is what their presses meant."""

    def __init__(self, shell: Shell, look: Look) -> None:
        self.shell, self.look = shell, look
        self.pressed: list[Report] = []

    def see(self, visit: Visit, *, same: bool) -> None:
        page = screens.build_page(
            visit, screens.readable(visit, EN, a_kiosk()), self.look, self.pressed.append
        )
        bar = screens.bar_contents(visit, EN)
        line = screens.masthead_contents(visit, EN, a_kiosk())
        self.shell.show_page(page, bar, line, self.look, keep_focus=same)

    def middle(self) -> QPoint:
        """The middle of the button for another thing, in the window."""
        found = self.shell.findChild(QAbstractButton, "foot.another")
        assert isinstance(found, QAbstractButton)
        return found.mapTo(self.shell, found.rect().center())


@pytest.fixture
def person(qtbot: QtBot, gate: InputGate) -> AtTheGlass:
    look = Look(Preferences(), GLASSES["K1"], "en", EN)
    shell = Shell(look, gate)
    qtbot.addWidget(shell)
    shell.resize(look.screen.width_px, look.screen.height_px)
    shell.show()
    return AtTheGlass(shell, look)


def press_while(person: AtTheGlass, clock: Clock, now: Visit | None) -> list[Report]:
    """Put a finger on 'another thing', let `now` be shown, and lift the finger again."""
    clock.now += 2.0
    window = person.shell.windowHandle()
    assert window is not None
    middle = person.middle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=middle)
    if now is not None:
        person.see(now, same=True)
        QApplication.processEvents()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=middle)
    return person.pressed


@pytest.mark.requirement("TIM-05", part="what is waited for moves nothing under a press")
def test_a_press_under_way_when_a_receipt_comes_presses_nothing(person: AtTheGlass, clock: Clock) -> None:
    person.see(SCREENS["sent-sealed"], same=False)
    assert press_while(person, clock, SCREENS["sent-received"]) == []
    # And one that was on its way to the glass presses nothing either.
    QTest.mouseClick(person.shell.windowHandle(), Qt.MouseButton.LeftButton, pos=person.middle())
    assert person.pressed == []


def test_the_same_press_counts_when_nothing_came(person: AtTheGlass, clock: Clock) -> None:
    """The trap: only what came keeps the press out."""
    person.see(SCREENS["sent-received"], same=False)
    assert press_while(person, clock, None) == [e.AnotherThingPressed()]
