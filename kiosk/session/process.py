# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's process: loads Qt, waits for its order, prepares a hidden window, and shows it when told."""

import logging
import os
import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtWidgets import QApplication

from accessibility.qt.fonts import missing_families
from core.errors import Trouble
from core.visit import effects as fx
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.hardening import harden
from kiosk.language_packs import with_packs
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import Profile
from kiosk.session.assembly import Session, screen_of
from kiosk.session.speaker import SpeakerSink, sounding_of
from ui.hands.card_scanner import CardScanner
from ui.input_gate import InputGate

log = logging.getLogger("kiosk.session")

COVERED_AFTER: Final = 2_000
"""Milliseconds after which a finished session ends even if nobody says that it is covered."""

VNC_TRIES: Final = 50


class Process(QObject):
    """Listens to the supervisor, and keeps the window between being prepared and being left."""

    def __init__(self, application: QApplication, order: link.Order, profile: Profile) -> None:
        super().__init__()
        self._application = application
        self._order = order
        self._profile = profile
        self._buffer = b""
        self._clock = MachineClock()
        self._gate = InputGate(application, self._clock.steady)
        measure = screen_of(profile, application)
        self.session = Session(
            order, profile, measure, self._clock, SpeakerSink(sounding_of(profile)), self._leave, self._refuse
        )
        self.session.window.page_changed = self._on_page_changed
        hands = self.session.window.hands
        self._gate.give_keys_to(hands.key, hands.place)
        # After the gate, and so asked before it: what a scanner types is nobody's press.
        self._scanner = CardScanner(application, self._clock.steady)
        self._scanner.read.connect(self.session.card_shown)
        self._shell = self.session.window.shell
        self._shell.installEventFilter(self)
        self._shell.resize(measure.width_px, measure.height_px)
        os.set_blocking(sys.stdin.fileno(), False)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)
        self._said_shown = False

    def _on_page_changed(self) -> None:
        self._gate.set_assisted(self.session.window.preferences.assisted)
        self._gate.page_changed()

    def say(self, line: link.Line) -> None:
        """Say a line to the supervisor."""
        link.say(sys.stdout.buffer, line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice the first picture of the window, and that somebody closes it."""
        if event.type() is QEvent.Type.Paint and not self._said_shown:
            self._said_shown = True
            QTimer.singleShot(0, self._on_painted)
        if event.type() is QEvent.Type.Close:
            event.ignore()
            if self._profile.at_home or self._order.vnc_port:
                self.say(link.Ended("closed"))
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_painted(self) -> None:
        self.say(link.Shown())
        self._gate.page_changed()
        if missing := missing_families():
            log.error("fonts are missing: %s", ", ".join(missing))

    @Slot()
    def _on_input(self) -> None:
        try:
            raw = os.read(sys.stdin.fileno(), 65_536)
        except BlockingIOError:
            return
        if not raw:
            self._end()
            return
        *lines, self._buffer = (self._buffer + raw).split(b"\n")
        for line in lines:
            order = link.decode(line)
            if isinstance(order, link.Show):
                self._show(order)

    def _show(self, order: link.Show) -> None:
        self.session.show(order.page)
        if self._profile.at_home or self._profile.screen.width:
            self._shell.show()
        else:
            # Without a window manager nobody else makes a full-screen window as large as the screen.
            self._shell.setGeometry(self._application.primaryScreen().geometry())
            self._shell.showFullScreen()
        if self._order.vnc_port:
            self._move_vnc(VNC_TRIES)

    def _move_vnc(self, tries: int) -> None:
        from kiosk.session import vnc

        if not vnc.listen_on_loopback(self._order.vnc_port) and tries:
            QTimer.singleShot(20, lambda: self._move_vnc(tries - 1))

    def _leave(self, ending: fx.Ending) -> None:
        self.say(link.Ended(ending.value))
        QTimer.singleShot(COVERED_AFTER, self._end)

    def _refuse(self, trouble: Trouble) -> None:
        self.say(link.Refusal(trouble.key, trouble.detail))

    @Slot()
    def _end(self) -> None:
        """The end of the process is the wipe: nothing is tidied that the system tidies better."""
        self.session.close()
        os._exit(0)


def main() -> None:
    """Read the order from standard input, prepare, and wait to be shown."""
    harden()
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Civic Kiosk")
    application.setQuitOnLastWindowClosed(False)
    raw = _first_line()
    if not raw:
        return
    order = link.decode(raw)
    if not isinstance(order, link.Order):
        raise TypeError("the first line to a session is its order")
    profile = load(order.profile)
    if isinstance(profile, BadProfile):
        link.say(sys.stdout.buffer, link.Refusal("trouble.profile", profile.lines()[0]))
        return
    if order.origin:
        profile = profile.moved(order.origin)
    profile, refused = with_packs(profile)
    for pack in refused:
        for line in pack.lines():
            log.warning("language pack refused: %s", line)
    process = Process(application, order, profile)
    process.say(link.Ready())
    application.exec()


def _first_line() -> bytes:
    """The first line, byte by byte: what follows it must stay in the pipe, where the event loop can see it."""
    line = b""
    while not line.endswith(b"\n"):
        one = os.read(sys.stdin.fileno(), 1)
        if not one:
            return b""
        line += one
    return line
