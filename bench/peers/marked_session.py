# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own session, whole and as it is delivered, with the mark in its corner and keys that do what pages offer.

Run with the keys' meaning below, it waits for its order as every session does. It is never part of the program.
"""

from dataclasses import replace
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench.peers.marks import RED, SIZE, Code
from bench.peers.three_forms import DEPENDENT, FIRST, LENGTHS, service
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from kiosk.session import assembly, starting
from kiosk.session.process import Process

CHOOSES: Final = dict(zip((Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7), LENGTHS, strict=True))
"""The page of the service with the form of 30, 300 and 3,000 questions, as if nobody had filled it before."""
STARTS: Final = Qt.Key.Key_F2
CHECKS: Final = Qt.Key.Key_F3
"""To the page with all answers."""
SENDS: Final = Qt.Key.Key_F4
"""Send: what is missing is looked for in the whole form, and its page is shown."""


class Mark(QWidget):
    """The square in the corner."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said = QColor(0, 0, 0)
        self._count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setGeometry(parent.width() - SIZE, 0, SIZE, SIZE)
        self.show()

    def say(self, code: Code) -> None:
        """Say it with the next frame."""
        self._count = (self._count + 1) % 256
        self._said = QColor(RED, self._count, code)
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        QPainter(self).fillRect(self.rect(), self._said)


class MarkedSession(assembly.Session):
    """A session that says what it has drawn."""

    mark: Mark | None = None
    _drawn: Visit | None = None
    _pristine: Visit | None = None

    def press(self, key: int) -> bool:
        """What a function key does; whether it does anything."""
        if key in CHOOSES:
            self._choose(CHOOSES[Qt.Key(key)])
        elif key == STARTS:
            self.runner.send(e.StartPressed())
        elif key == CHECKS:
            self.runner.send(e.SkipPressed())
        elif key == SENDS:
            self.runner.send(e.SendPressed())
            self._say(Code.VALID)
        else:
            return False
        return True

    def _choose(self, count: int) -> None:
        """The page about a service; nothing, and no mark, while the catalogue is not read yet."""
        visit = self._pristine or self.runner.visit
        if visit.service(service(count)) is None:
            return
        self._pristine = visit
        self.runner.visit = replace(visit, page=p.AboutService(service(count)))
        self._draw(self.runner.visit)

    def _draw(self, visit: Visit) -> None:
        super()._draw(visit)
        before, self._drawn = self._drawn, visit
        code = _code(before, visit)
        if code is not None:
            self._say(code)

    def _say(self, code: Code) -> None:
        if self.mark is None:
            self.mark = Mark(self.window.shell)
        self.mark.say(code)


def _code(before: Visit | None, visit: Visit) -> Code | None:
    """What has come onto the screen with this visit."""
    page, last = visit.page, before.page if before is not None else None
    match page:
        case p.AboutService(opening=False):
            return Code.LIST
        case p.Question(path=path) if visit.filling is not None:
            if not isinstance(last, p.Question) or before is None or before.filling is None:
                return Code.FORM if path.endswith(FIRST) else None
            if path != last.path:
                return Code.DONE
            asked = _asks(visit)
            return None if asked == _asks(before) else Code.SHOWN if asked else Code.HIDDEN
        case p.Check():
            return Code.DONE
        case _:
            return None


def _asks(visit: Visit) -> bool:
    """Whether the question that depends on the first one is part of the form."""
    filling = visit.filling
    return filling is not None and any(one.path.endswith(DEPENDENT) for one in filling.entry.pages()[:2])


class Keys(QObject):
    """Hears the function keys before the window does."""

    def __init__(self, session: MarkedSession) -> None:
        super().__init__(session)
        self._session = session

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See QObject."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched.isWindowType():
            return self._session.press(event.key())
        return False


class MarkedProcess(Process):
    """The process of such a session."""

    def _assemble(self) -> None:
        with patch.object(assembly, "Session", MarkedSession):
            super()._assemble()
        session, application = self._session, QApplication.instance()
        assert isinstance(session, MarkedSession)
        assert application is not None
        application.installEventFilter(Keys(session))


if __name__ == "__main__":
    starting.main(MarkedProcess)
