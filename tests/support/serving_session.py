# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session's real process that is led into a service when a test asks for it, and tells what stands on its screen.

The folder in the environment's `SERVED_FOLDER` holds the wish (`at NAME` or `tell`) and the answer.
"""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core.ids import Language
from core.visit import events as e
from core.visit import pages as p
from kiosk import link
from kiosk.gate.stuck import StuckError
from kiosk.session import starting
from kiosk.session.assembly import Session
from kiosk.session.setting import usual_preferences
from tests.support.planners.journey import service_called
from tests.support.slow_process import SlowProcess
from tests.support.visiting_session import Typing

LOOK_AGAIN_MS: Final = 50


class Served(SlowProcess):
    """Looks for wishes from the moment at which a person may come."""

    def _hear(self, session: Session, line: link.Line) -> None:
        super()._hear(session, line)
        if isinstance(line, link.Show):
            self._look(session)

    def _look(self, session: Session) -> None:
        wish = folder() / "wish"
        if wish.exists():
            words = wish.read_text("utf-8").split()
            wish.unlink()
            try:
                answer = self._at(session, words[1]) if words[0] == "at" else shown(session)
            except StuckError as stuck:
                answer = json.dumps({"page": f"{stuck} {shown(session)}"})
            made = folder() / "made"
            made.write_text(answer, "utf-8")
            made.rename(folder() / "answer")
        QTimer.singleShot(LOOK_AGAIN_MS, lambda: self._look(session))

    def _at(self, session: Session, name: str) -> str:
        """Somebody new begins a service: its first question is shown."""
        person = Typing(session, self.slow, [])
        service = service_called(person, name)
        nobody = replace(
            session.runner.visit, filling=None, aside=(), helper=None, hidden=False, called=False
        )
        begun = replace(nobody, language=Language("en"), over=None, begun=True, assisted=False)
        begun = replace(begun, page=p.AboutService(service), trail=(p.Home(),))
        session.runner.visit = begun
        session.window.prefer(usual_preferences(session._profile), begun)
        session.window.draw(begun)
        session.send(e.StartPressed())
        person.reach(p.Question)
        return shown(session)


def shown(session: Session) -> str:
    """The page, what lies over it, and every window of the process."""
    visit = session.runner.visit
    over = type(visit.over).__name__ if visit.over is not None else ""
    windows = [type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()]
    return json.dumps({"page": type(visit.page).__name__, "over": over, "windows": windows})


def folder() -> Path:
    """Where wishes lie."""
    return Path(os.environ["SERVED_FOLDER"])


if __name__ == "__main__":
    starting.main(Served)
