# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at the window: presses what is shown by its name, types, and reads; knows no widget class."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.layout import ScreenMeasure
from accessibility.speech.sink import RecordingSink
from core.errors import Trouble
from core.ports import Clock
from core.visit.effects import Ending
from core.visit.news import latest
from core.visit.pages import Over, Page
from core.visit.state import Visit
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.gate.pressing import sign_committed, tapped
from kiosk.gate.stuck import StuckError
from kiosk.gate.waiting import Waiting
from kiosk.profile.model import Profile
from kiosk.session.assembly import Session

SCREEN: Final = ScreenMeasure(1920, 1080, 102)

PATIENCE = 20.0
"""Seconds until somebody is stuck; those in which the program had to wait for a processor do not count."""

MORE = "foot.more"


class Robot:
    """One visit at one machine. `watch` looks whenever the window has come to rest, `sink` has what was said."""

    def __init__(self, session: Session, sink: RecordingSink) -> None:
        self.session = session
        self.sink = sink
        self.endings: list[Ending] = []
        self.refusals: list[Trouble] = []
        self.watch: Callable[[], None] = _nothing

    @property
    def visit(self) -> Visit:
        """The visit as it is."""
        return self.session.runner.visit

    @property
    def known(self) -> Visit:
        """The visit with what the stores have said since the page was drawn, which the page does not show yet."""
        return latest(self.visit)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.visit.page

    @property
    def over(self) -> Over | None:
        """What lies over it."""
        return self.visit.over

    @property
    def shell(self) -> QWidget:
        """The window."""
        return self.session.window.shell

    def until(self, true: Callable[[], bool], what: str = "") -> None:
        """Let the window live until something is true."""
        begun, waiting = time.monotonic(), Waiting(os.getpid())
        while not true():
            if time.monotonic() > begun + waiting.seconds + PATIENCE and not waiting.grew():
                raise StuckError(f"waited in vain {what}: {type(self.page).__name__}, showing {self.names()}")
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
        self._click(self._turned_to(name))

    def _turned_to(self, name: str) -> QWidget:
        """Turn to the part of the page that shows it."""
        for _ in range(40):
            self.until(lambda: self.find(name) is not None or self.find(MORE) is not None, f"for {name}")
            widget = self.find(name)
            if widget is not None:
                return widget
            more = self.find(MORE)
            if more is not None:
                self._click(more)
        raise StuckError(f"{name} is on none of the page's parts: {self.names()}")

    def _click(self, widget: QWidget) -> None:
        tapped(widget)
        QApplication.processEvents()

    def write(self, name: str, text: str) -> None:
        """Write into a field as a keyboard would."""
        widget = self._turned_to(name)
        target = widget.focusProxy() or widget
        target.setFocus()
        for sign in text:
            sign_committed(target, sign)
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


@contextmanager
def person_at(
    order: link.Order, profile: Profile, measure: ScreenMeasure = SCREEN, clock: Clock | None = None
) -> Iterator[Robot]:
    """A session in this process, shown, and somebody before it. Who delivers is another's business."""
    endings: list[Ending] = []
    refusals: list[Trouble] = []
    sink = RecordingSink()
    session = Session(order, profile, measure, clock or MachineClock(), sink, endings.append, refusals.append)
    robot = Robot(session, sink)
    robot.endings, robot.refusals = endings, refusals
    with standing(session, measure, lambda: session.show(link.SHOW_WELCOME)):
        yield robot


@contextmanager
def standing(session: Session, measure: ScreenMeasure, begin: Callable[[], None]) -> Iterator[None]:
    """The session's window on a glass of that size with the page that `begin` brings; afterwards both are gone."""
    session.window.shell.resize(measure.width_px, measure.height_px)
    begin()
    session.window.shell.show()
    QApplication.processEvents()
    try:
        yield
    finally:
        session.close()
        session.window.shell.hide()
        session.window.shell.deleteLater()
        session.deleteLater()
        QApplication.processEvents()
        # The next window must not find the focus in this one while it is on its way out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
