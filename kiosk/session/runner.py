# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one visit in the window's process: events in, `step`, effects out, and the page drawn anew."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from accessibility.preferences import Preferences
from core.ids import Language
from core.ports import Clock
from core.visit import events as e
from core.visit.effects import Effect
from core.visit.state import Visit
from core.visit.step import begin, step
from kiosk.profile.model import Profile
from kiosk.session.new_ids import new_visit

log = logging.getLogger("kiosk.visit")

SECOND = 1_000
"""Milliseconds between two ticks of a visit's clock."""

WATCHFUL = 200
"""Milliseconds between two looks at the outbox while the citizen waits for an agency's answer."""


def first_visit(profile: Profile, language: Language, wished: Preferences) -> Visit:
    """Somebody's time at the machine, before they have done anything; `wished` is how it begins."""
    return Visit(
        new_visit(),
        language,
        profile.delays,
        at_home=profile.at_home,
        notice=profile.town.notice,
        assisted=wished.assisted,
        apart=wished.apart,
    )


class VisitRunner(QObject):
    """Holds the visit. Everything that happens goes through `send`, one event after the other.

    `carry_out` does an effect; `draw` shows the visit; `look_around` asks the stores for news.
    """

    def __init__(
        self,
        visit: Visit,
        clock: Clock,
        carry_out: Callable[[Effect], None],
        draw: Callable[[Visit], None],
        look_around: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.visit = visit
        self._clock = clock
        self._carry_out = carry_out
        self._draw = draw
        self._look_around = look_around
        self._queue: list[e.Event] = []
        self._running = False
        self._second = QTimer(self)
        self._second.setInterval(SECOND)
        self._second.timeout.connect(self._on_second)
        self._watchful = QTimer(self)
        self._watchful.setInterval(WATCHFUL)
        self._watchful.timeout.connect(self._on_watchful)

    def start(self) -> None:
        """A person may come: let time pass, and look at what the courier has brought."""
        for effect in begin(self.visit).effects:
            self._carry_out(effect)
        self._second.start()
        self._look_around()

    def stop(self) -> None:
        """No more time, no more events."""
        self._second.stop()
        self._watchful.stop()
        self._queue.clear()

    def watch_closely(self, closely: bool) -> None:
        """Whether somebody is looking at a submission that is on its way."""
        if closely != self._watchful.isActive():
            self._watchful.start() if closely else self._watchful.stop()

    def send(self, event: e.Event) -> None:
        """Take an event. One that arrives while another is handled waits its turn."""
        self._queue.append(event)
        if self._running:
            return
        self._running = True
        try:
            while self._queue:
                self._handle(self._queue.pop(0))
        finally:
            self._running = False

    def _handle(self, event: e.Event) -> None:
        before = self.visit
        self.visit, effects = step(before, event)
        for effect in effects:
            self._carry_out(effect)
        # How long a page takes to read is told by whoever draws it, and seen nowhere.
        if self.visit is not before and not isinstance(event, e.PageMeasured):
            self._draw(self.visit)

    @Slot()
    def _on_second(self) -> None:
        self.send(e.Tick(self._clock.steady()))
        self._look_around()

    @Slot()
    def _on_watchful(self) -> None:
        self._look_around()
