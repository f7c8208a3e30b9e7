# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way through every screen of which `make shots` takes a picture."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from core.ids import EventId, Language, ServiceId
from core.submission import DeliveryState
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from kiosk import link
from kiosk.session.assembly import Session
from kiosk.shots_dresses import Dress
from kiosk.tour_answers import answer_for

PATIENCE = 30.0
SERVICE = "change-of-address"


class Tour:
    """One trip through every screen, in one language and dress."""

    def __init__(
        self, session: Session, folder: Path, dress: Dress, courier_process: "subprocess.Popen[bytes]"
    ) -> None:
        self._session = session
        self._courier = courier_process
        self._folder = folder
        self._dress = dress
        self._count = 0

    def shoot(self, name: str) -> None:
        """A picture of what is shown now."""
        self.settle()
        self._count += 1
        language = self._session.runner.visit.language
        file = self._folder / f"{self._dress.name}-{language}-{self._count:02}-{name}.png"
        self._session.window.shell.grab().save(str(file))

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
        return self._session.runner.visit

    def answered(self, words: str) -> bool:
        """Whether the search page shows what these words found."""
        page = self.visit.page
        return isinstance(page, p.Search) and page.answered == words

    def found(self) -> bool:
        """Whether the status page shows a submission."""
        page = self.visit.page
        return isinstance(page, p.Status) and page.found is not None

    def received(self) -> bool:
        """Whether the agency has answered."""
        delivery = self.visit.delivery
        return delivery is not None and delivery.state is DeliveryState.RECEIVED

    def settle(self) -> None:
        """Let everything that waits to be drawn be drawn."""
        for _ in range(3):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def until(self, true: Callable[[], bool]) -> None:
        """Let the window live until something is true."""
        deadline = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > deadline:
                raise TimeoutError(f"the tour is stuck on {self._session.runner.visit.page}")
            self.settle()

    def tell(self, *events: e.Event) -> None:
        """Send events as a person's presses would."""
        for event in events:
            self._session.send(event)

    def _service(self, ending: str) -> ServiceId:
        services = self._session.runner.visit.catalogue.services
        return next(one for one in services if one.rstrip("/").endswith("/" + ending))

    def go(self, language: Language) -> None:
        """The whole tour."""
        self.until(lambda: len(self.visit.forms) > 0)
        self._session.send(self._dress.preferences)
        self.tell(e.LanguagesPressed(), e.LanguageChosen(language))
        self.shoot("welcome")
        self.tell(e.LanguageChosen(language))
        self.shoot("home")
        self.tell(e.MoreEventsPressed())
        self.shoot("more-events")
        self.tell(e.BackPressed(), e.SearchOpened())
        self.shoot("search-empty")
        words = {"ar": "طفل", "zh-Hans": "孩子", "es": "niño"}.get(language, "child")
        self.tell(e.WordsTyped(words))
        self.until(lambda: self.answered(words))
        self.shoot("search")
        self.tell(e.WordsTyped("xyzzy"))
        self.until(lambda: self.answered("xyzzy"))
        self.shoot("search-nothing")
        self.tell(e.BackPressed())
        service = self._service(SERVICE)
        moving: EventId = self.visit.catalogue.services[service].events[0]
        self.tell(e.LifeEventChosen(moving))
        self.shoot("event-services")
        self.tell(e.ServiceChosen(service))
        self.shoot("service")
        self.tell(e.StartPressed())
        self.until(lambda: isinstance(self.visit.page, p.Question))
        self._questions()
        self.shoot("check")
        self.tell(e.HelpPressed())
        self.shoot("help")
        self.tell(e.BackPressed(), e.ComfortPressed())
        self.shoot("comfort")
        self.tell(e.BackPressed(), e.LanguagesPressed())
        self.shoot("languages")
        self.tell(e.BackPressed(), e.FinishPressed())
        self.shoot("ask-finish")
        self.tell(e.BackPressed())
        start = 0.0
        self.tell(e.Tick(start), e.Tick(start + 2_000))
        self.shoot("still-there")
        # Stopped like a machine without a network, so that 'sealed' stays long enough to be seen.
        self._courier.send_signal(signal.SIGSTOP)
        self.tell(e.Touched(), e.SendPressed())
        if isinstance(self.visit.page, p.Recall):
            # While everything is slower the form can be called back for a while. No clock runs on the tour.
            self.shoot("recall")
            for again in range(3):
                # The first tells that nobody presses, the second begins the time, the third ends it.
                self.tell(e.Tick(start + again * self.visit.delays.recall))
        self.until(lambda: isinstance(self.visit.page, p.Sent))
        self.shoot("sealed")
        self._courier.send_signal(signal.SIGCONT)
        self.until(self.received)
        self.shoot("received")
        delivery = self.visit.delivery
        self.tell(e.AnotherThingPressed(), e.StatusOpened())
        self.shoot("status")
        self.tell(e.NumberTyped(delivery.reference if delivery else ""), e.NumberEntered())
        self.until(self.found)
        self.shoot("status-found")
        self.tell(e.BackPressed())
        self._session.show(link.SHOW_FINISHED)
        self._session.window.prefer(self._dress.preferences, self.visit)
        self.tell()
        self.shoot("finished")

    def _questions(self) -> None:
        runner = self._session.runner
        told = False
        while isinstance(runner.visit.page, p.Question):
            filling, path = runner.visit.filling, runner.visit.page.path
            if filling is None:
                raise RuntimeError("a question without a form")
            name = path.rsplit("/", 1)[-1]
            if not told and filling.entry.required(path):
                told = True
                self.tell(e.ContinuePressed())
                self.shoot(f"question-{name}-problem")
            raw = answer_for(name, filling.entry.question(path), runner.visit.language)
            if raw:
                self.tell(e.AnswerGiven(path, raw))
            # Built anew, as when somebody comes back to a question that is answered already.
            self._session.window.draw(runner.visit)
            self.shoot(f"question-{name}")
            self.tell(e.ContinuePressed())
            if isinstance(self.visit.page, p.SaidBack):
                self.shoot(f"said-back-{name}")
                self.tell(e.ContinuePressed())
