# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the window, for journeys: presses what is shown by its name, types, and reads; knows no widget class."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.layout import ScreenMeasure
from accessibility.speech.sink import RecordingSink
from core.errors import Trouble
from core.ports import Clock
from core.visit.effects import Ending
from core.visit.pages import Over, Page
from core.visit.state import Visit
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.assembly import Session
from tests.support.processes import Machine, end

PATIENCE = 20.0
MORE = "foot.more"


class Robot:
    """One visit at one machine with a real courier process. `watch` looks whenever the window has come to rest."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.endings: list[Ending] = []
        self.refusals: list[Trouble] = []
        self.watch: Callable[[], None] = _nothing

    @property
    def visit(self) -> Visit:
        return self.session.runner.visit

    @property
    def page(self) -> Page:
        return self.visit.page

    @property
    def over(self) -> Over | None:
        return self.visit.over

    @property
    def shell(self) -> QWidget:
        return self.session.window.shell

    def until(self, true: Callable[[], bool], what: str = "") -> None:
        """Let the window live until something is true."""
        deadline = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > deadline:
                raise AssertionError(
                    f"waited in vain {what}: {type(self.page).__name__}, showing {self.names()}"
                )
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            self.watch()
            time.sleep(0.005)

    def names(self) -> list[str]:
        """The names of everything that is shown and has one."""
        return [w.objectName() for w in self.shell.findChildren(QWidget) if w.objectName() and w.isVisible()]

    def find(self, name: str) -> QWidget | None:
        """A shown widget by its name."""
        for widget in self.shell.findChildren(QWidget, name):
            if widget.isVisible():
                return widget
        return None

    def press(self, name: str) -> None:
        """Press it with the mouse, turning to where it is shown if the page has more below."""
        for _ in range(40):
            self.until(lambda: self.find(name) is not None or self.find(MORE) is not None, f"for {name}")
            widget = self.find(name)
            if widget is not None:
                self._click(widget)
                return
            more = self.find(MORE)
            assert more is not None
            self._click(more)
        raise AssertionError(f"{name} is on none of the page's parts: {self.names()}")

    def _click(self, widget: QWidget) -> None:
        middle = QPoint(widget.width() // 2, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        QApplication.processEvents()

    def write(self, name: str, text: str) -> None:
        """Write into a field as a keyboard would."""
        self.until(lambda: self.find(name) is not None, f"for {name}")
        widget = self.find(name)
        assert widget is not None
        target = widget.focusProxy() or widget
        target.setFocus()
        # Letters of any script: as an input method commits them.
        for character in text:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, target, Qt.Key.Key_unknown, character, Qt.KeyboardModifier.NoModifier
            )
        QApplication.processEvents()

    def reach(self, kind: type[Page]) -> None:
        """Wait for a page."""
        self.until(lambda: isinstance(self.page, kind), f"for {kind.__name__}")

    def texts(self) -> str:
        """Everything that is shown, as an assistive technology would read it."""
        said = []
        for widget in self.shell.findChildren(QWidget):
            if widget.isVisible():
                interface = QAccessible.queryAccessibleInterface(widget)
                if interface is not None:
                    said.append(interface.text(QAccessible.Text.Name))
        return "\n".join(text for text in said if text)


def _nothing() -> None:
    """Nobody watches."""


def courier(machine: Machine, log: Path) -> "subprocess.Popen[bytes]":
    """A real courier process for the machine."""
    return machine.start("kiosk.courier", log)


@contextmanager
def at_the_window(
    machine: Machine,
    measure: ScreenMeasure | None = None,
    change: Callable[[Profile], Profile] = lambda profile: profile,
    clock: Clock | None = None,
) -> Iterator[Robot]:
    """A session in this process, shown; its courier must be started by the test."""
    profile = load(machine.profile)
    assert isinstance(profile, Profile)
    profile = change(profile.moved(machine.town))
    order = machine.order()
    robot: Robot | None = None
    endings: list[Ending] = []
    refusals: list[Trouble] = []
    session = Session(
        order,
        profile,
        measure or ScreenMeasure(1920, 1080, 102),
        clock or MachineClock(),
        RecordingSink(),
        endings.append,
        refusals.append,
    )
    robot = Robot(session)
    robot.endings, robot.refusals = endings, refusals
    screen = measure or ScreenMeasure(1920, 1080, 102)
    session.window.shell.resize(screen.width_px, screen.height_px)
    session.show(link.SHOW_WELCOME)
    session.window.shell.show()
    QApplication.processEvents()
    try:
        yield robot
    finally:
        session.close()
        session.window.shell.hide()
        session.window.shell.deleteLater()
        session.deleteLater()
        QApplication.processEvents()
        # The next window must not find the focus in this one while it is on its way out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def running_courier(machine: Machine, log: Path) -> Iterator[None]:
    """A real courier beside the window."""
    process = courier(machine, log)
    try:
        yield
    finally:
        end(process)
        complaints = log.read_text() if log.exists() else ""
        assert "Traceback" not in complaints, complaints[-3000:]
