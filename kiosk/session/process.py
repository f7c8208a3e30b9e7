# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's process: draws the welcome page, loads the rest of itself behind it, and listens to its supervisor."""

import gc
import os
import sys
from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from accessibility.layout import ScreenMeasure
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.profile.model import Profile
from kiosk.session.first_sight import FirstSight
from kiosk.session.hearing import Hearing
from kiosk.session.loading import Loading
from kiosk.session.on_screen import come_to_front, show_on_screen
from kiosk.session.opening import kept_settings, open_window

if TYPE_CHECKING:
    from core.errors import Trouble
    from core.ports import Clock
    from core.visit.effects import Ending
    from kiosk.session.assembly import Session
    from ui.input_gate import InputGate

COVERED_AFTER: Final = 2_000
"""Milliseconds after which a finished session ends even if nobody says that it is covered."""


def ended(session: "Session", ending: "Ending") -> link.Ended:
    """What is said of a visit at its end: counts, neutral settings for the farewell, and whether somebody helped."""
    visit, (answers, forms) = session.runner.visit, session.held
    return link.Ended(ending.value, answers, forms, session.first_pages.card(visit), visit.helped)


class Process(QObject):
    """Keeps the window between being prepared and being left.

    `at_once`: the window is shown before anything else is done, and the whole order follows. Otherwise it is
    prepared hidden, and shown when the supervisor says so. `clock` is the machine's where none is given.
    """

    def __init__(
        self,
        application: QApplication,
        order: link.Order,
        profile: Profile,
        *,
        at_once: bool,
        clock: "Clock | None" = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._order = order
        self._profile = profile
        self._clock = clock or MachineClock()
        self._measure = screen_of(profile, application)
        self._gate: InputGate | None = None
        self._session: Session | None = None
        self._told: list[link.Line] = []
        kept = kept_settings(profile, order)
        self._opening = open_window(profile, kept, self._measure, self._clock.wall(), trial=order.trial)
        self._shell = self._opening.shell
        FirstSight(self._shell, order, profile, self.say, self._on_painted)
        self._shell.resize(self._measure.width_px, self._measure.height_px)
        Hearing(self._on_line, self._end, self)
        self._loading = Loading(self._assemble, self)
        if at_once:
            self._show_shell()
        else:
            self._loading.all_now()

    def say(self, line: link.Line) -> None:
        """Say a line to the supervisor."""
        link.say(sys.stdout.buffer, line)

    @Slot()
    def _on_painted(self) -> None:
        self.say(link.Shown())
        self._gated(self._opening.preferences.assisted)
        self._loading.go_on()

    def _gated(self, assisted: bool) -> "InputGate":
        """Another page is shown. The gate is made with the first: what looks at every event makes a page slow."""
        if self._gate is None:
            from ui.input_gate import InputGate

            self._gate = InputGate(self._application, self._clock.steady, clipboard=self._profile.at_home)
        self._gate.set_assisted(assisted)
        self._gate.page_changed()
        return self._gate

    def _assemble(self) -> None:
        """Everything is loaded: put the visit, its stores and its hands behind the window."""
        from accessibility.qt.fonts import missing_families
        from core.visit.answers import Felt
        from kiosk import service_manager
        from kiosk.session.assembly import Session
        from kiosk.session.heartbeat import Heartbeat
        from kiosk.session.log import log
        from kiosk.session.scanned import listened
        from kiosk.session.speaker import SpeakerSink, sounding_of

        session = Session(
            self._order,
            self._profile,
            self._measure,
            self._clock,
            SpeakerSink(sounding_of(self._profile)),
            self._leave,
            self._refuse,
            self._opening,
            lambda papers: self.say(link.Paper(papers)),
        )
        self._session = session
        session.window.page_changed = self._on_page_changed
        gate = self._gated(self._opening.preferences.assisted)
        gate.give_keys_to(session.window.hands.key, session.window.hands.place)
        gate.felt.connect(partial(session.send, Felt()))
        # After the gate, and so asked before it: what a scanner types is nobody's press.
        taken = self._profile.scanner
        self._scanner = listened(self._application, self._clock.steady, taken, session.card_shown)
        if missing := missing_families():
            log.error("fonts are missing: %s", ", ".join(missing))
        # What is there now stays until the end: the collector need not look at it again and again.
        gc.freeze()
        gc.enable()
        self.say(link.Ready())
        service_manager.tell(service_manager.READY)
        Heartbeat(self._shell, self._alive, self)
        told, self._told = self._told, []
        for line in told:
            self._hear(session, line)
        if self._profile.at_home:
            session.follow_desktop()

    def _alive(self) -> None:
        from kiosk import service_manager

        self.say(link.Alive())
        service_manager.tell(service_manager.ALIVE)

    def _on_page_changed(self) -> None:
        if self._session is not None:
            self._gated(self._session.window.preferences.assisted)

    def _on_line(self, line: link.Line) -> None:
        if self._session is None:
            self._told.append(line)
        else:
            self._hear(self._session, line)

    def _hear(self, session: "Session", line: link.Line) -> None:
        if isinstance(line, link.Order):
            self._order = line
            session.complete(line)
        elif isinstance(line, link.Show):
            session.runner.visit = replace(session.runner.visit, paper_left=line.paper)
            session.show(line.page, line.keys, line.card)
            if not self._shell.isVisible():
                self._show_shell()
        elif isinstance(line, link.Renew):
            from core.visit.machine import is_untouched

            if is_untouched(session.runner.visit):
                self._end_with(link.Ended(link.RENEWED))
        elif isinstance(line, link.Come):
            come_to_front(self._shell)
        elif isinstance(line, link.Wiped):
            from core.end_record import EndRecord

            session.ended_before(EndRecord(**asdict(line)))

    def _show_shell(self) -> None:
        show_on_screen(self._shell, self._application, self._profile, self._order.vnc_port)

    def _leave(self, ending: "Ending") -> None:
        session = self._session
        self._end_with(ended(session, ending) if session is not None else link.Ended(ending.value))

    def _end_with(self, line: link.Ended) -> None:
        self.say(line)
        QTimer.singleShot(COVERED_AFTER, self._end)

    def _refuse(self, trouble: "Trouble") -> None:
        self.say(link.Refusal(trouble.key, trouble.detail))

    @Slot()
    def _end(self) -> None:
        """The end of the process is the wipe: nothing is tidied that the system tidies better."""
        if self._session is not None:
            self._session.close()
        os._exit(0)


def screen_of(profile: Profile, application: QApplication) -> ScreenMeasure:
    """The panel as the profile says, or as found: all of it at a kiosk, what a desktop leaves free at home."""
    screen = application.primaryScreen()
    found = screen.availableSize() if profile.at_home else screen.size()
    wide, high = profile.screen.width or found.width(), profile.screen.height or found.height()
    return profile.screen.measure(wide, high)
