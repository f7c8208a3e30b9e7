# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session's real process in which somebody types: what they type is handed over in a sheet that is gone at once.

The folder in the environment's `PROOF_FOLDER` holds the sheet (`tests.support.visited_machine`), the sign to go on
and the report: who is shown, and who has typed everything.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from accessibility.speech.sink import RecordingSink
from core.visit import pages as p
from core.visit.state import Printing
from kiosk import link
from kiosk.gate.filling import fill
from kiosk.session import starting
from kiosk.session.assembly import Session
from offline_cache.cache import StoredCache
from tests.support import packed_words
from tests.support.planners.journey import received, service_called
from tests.support.robot import Robot
from tests.support.slow_clock import SlowClock
from tests.support.slow_process import SlowProcess
from ui.shell_masthead import Masthead

SERVICE: Final = "help-at-home"
LOOK_AGAIN_MS: Final = 30
BETWEEN: Final = 1.0
"""Seconds that pass on the session's clock between two presses, so that none counts as struck twice."""

HESITATES_MS, HESITATES = 50, 20.0
"""Who has walked away: so many seconds pass on the session's clock each time."""


class Typing(Robot):
    """Types the words of a sheet wherever something is written that they may stand for."""

    def __init__(self, session: Session, clock: SlowClock, words: list[str]) -> None:
        super().__init__(session, RecordingSink())
        self._clock = clock
        self._left = list(words)
        self.typed = 0

    def _click(self, widget: QWidget) -> None:
        """Every press has its time: also that which turns the page to where something stands."""
        self._clock.ahead += BETWEEN
        super()._click(widget)

    def write(self, name: str, text: str) -> None:
        filling = self.visit.filling
        assert filling is not None
        page = self.page
        assert isinstance(page, p.Question)
        if (
            name == "answer.text"
            and filling.entry.answer(page.path, self._left[0]).problem(page.path) is None
        ):
            text = self._left.pop(0)
            self.typed += 1
        for letter in text:
            self._clock.ahead += BETWEEN
            super().write(name, letter)


class Visited(SlowProcess):
    """A session that somebody comes to as soon as there is a sheet for them."""

    def _hear(self, session: Session, line: link.Line) -> None:
        super()._hear(session, line)
        if isinstance(line, link.Show):
            _report("shown warned" if line.paper else "shown")
            self._soon(lambda: self._look(session))

    def _soon(self, what: Callable[[], None]) -> None:
        QTimer.singleShot(LOOK_AGAIN_MS, what)

    def _look(self, session: Session) -> None:
        sheet = _folder() / "sheet"
        if not sheet.exists():
            self._soon(lambda: self._look(session))
            return
        told = json.loads(sheet.read_text("utf-8"))
        sheet.unlink()
        person = Typing(session, self.slow, told["words"])
        _come(person)
        if told["printed"]:
            _print(person)
        if told["planted"]:
            _plant(Path(self._order.folder), told["words"][0])
        _report(f"typed {person.typed}")
        self._wait_for_sign(person, told["ending"])

    def _wait_for_sign(self, person: Typing, ending: str) -> None:
        sign = _folder() / "go"
        if not sign.exists():
            self._soon(lambda: self._wait_for_sign(person, ending))
            return
        sign.unlink()
        if ending == "finish":
            person.press("foot.primary")
            person.reach(p.Sent)
            person.until(lambda: received(person), "for the agency's answer")
            person.press("bar.finish")
        elif ending == "seal":
            person.press("foot.primary")
            person.reach(p.Sent)
            line = person.shell.findChild(Masthead)
            _report(f"sealed {line.contents.state if isinstance(line, Masthead) else ''}")
        elif ending == "abandon":
            self._walk_away()

    def _walk_away(self) -> None:
        self.slow.ahead += HESITATES
        QTimer.singleShot(HESITATES_MS, self._walk_away)


def _come(person: Typing) -> None:
    """From the welcome page to the page where everything is checked before it is sent."""
    service = service_called(person, SERVICE)
    event = person.known.catalogue.services[service].events[0]
    if isinstance(person.page, p.Finished):
        person.press("foot.primary")
    person.press("language.en")
    person.reach(p.Home)
    if person.find(f"event.{event}") is None:
        person.press("home.more")
        person.reach(p.MoreEvents)
    person.press(f"event.{event}")
    person.reach(p.EventServices)
    person.press(f"service.{service}")
    person.reach(p.AboutService)
    person.press("foot.primary")
    person.reach(p.Question)
    fill(person, person)


def _print(person: Typing) -> None:
    """Have the answers put on paper, and go back to them."""
    person.press("bar.help")
    person.press("help.on_paper")
    person.until(lambda: person.visit.printing is Printing.DONE, "for the paper")
    person.press("bar.help")
    person.reach(p.Check)
    person.until(lambda: person.over is None, "for the answers")


def _asked_for(cache: StoredCache) -> None:
    """The seeded fault of P17: what is kept is not believed unless the town can be asked, and here it never can."""
    del cache


def _plant(store: Path, word: str) -> None:
    """The seeded fault: leave the word in every place where nothing may be left."""
    (store / "planted").write_bytes(word.encode("utf-32-le"))
    packed_words.plant(Path.home(), word)
    sys.stderr.write(f"somebody has typed {word}\n")
    with tempfile.TemporaryFile(dir="/var/tmp") as elsewhere:
        # Nameless, and gone with this line: only who watches every file sees it.
        elsewhere.write(word.encode())
    left = (sys.executable, "-m", "tests.support.holding", word)
    holder = subprocess.Popen(left, stdout=subprocess.PIPE, start_new_session=True)
    assert holder.stdout is not None
    holder.stdout.readline()


def _report(what: str) -> None:
    with (_folder() / "report").open("a") as report:
        report.write(f"{os.getpid()} {what}\n")


def _folder() -> Path:
    return Path(os.environ["PROOF_FOLDER"])


def main() -> None:
    """A session's process, with a clock that can run ahead; `asking` first shows a catalogue that it can ask for."""
    with ExitStack() as faults:
        if "asking" in sys.argv:
            faults.enter_context(patch.object(StoredCache, "catalogue", _asked_for))
        starting.main(Visited)


if __name__ == "__main__":
    main()
