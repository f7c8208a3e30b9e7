# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session for somebody who listens: the real one, with a voice that writes down what it says."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessibility.layout import ScreenMeasure
from accessibility.speech.sink import RecordingSink, SpeechSink, Utterance
from core.ids import Language
from core.visit import events as e
from core.visit.state import Visit
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.profile.file import SHIPPED, load
from kiosk.profile.model import Profile
from kiosk.session.assembly import Session
from offline_cache.subkeys import Key
from tests.support.processes import KEY, Machine
from ui.input_gate import InputGate
from ui.registry import screens

OPENS = 30.0
SCREEN = ScreenMeasure(1920, 1080, 102)


class Listener:
    """Presses keys, and knows what was said. `sink` is the voice."""

    def __init__(self, session: Session, sink: RecordingSink) -> None:
        self.session, self.sink = session, sink

    @property
    def visit(self) -> Visit:
        return self.session.runner.visit

    def live(self, milliseconds: int = 20) -> None:
        QTest.qWait(milliseconds)

    def at(self, name: str, language: str = "en") -> None:
        """Be on a screen of the registry."""
        visit = screens(Language(language))[name]
        self.session.runner.visit = visit
        self.session.window.draw(visit)
        self.session.ears.drawn(visit)
        self.live()

    def wish(self, *, spoken: bool, volume: int = 0, speech_rate: int = 0, curtain: bool = False) -> None:
        """Hear pages so from now on."""
        heard = replace(
            self.session.window.preferences,
            spoken=spoken,
            volume=volume,
            speech_rate=speech_rate,
            curtain=curtain,
        )
        self.session.send(heard)
        self.live()

    def tell(self, event: e.Event) -> None:
        self.session.send(event)
        self.live()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.session.window.shell, key)
        self.live()

    def heard(self) -> str:
        """The last thing said, whole."""
        return " ".join(one.text for one in self.last())

    def last(self) -> tuple[Utterance, ...]:
        return self.sink.said[-1] if self.sink.said else ()


@contextmanager
def listening_session(
    folder: Path,
    profile: str = "town-hall-kiosk",
    change: Callable[[Profile], Profile] = lambda profile: profile,
    key: Key = KEY,
) -> Iterator[Listener]:
    """A session in this process, shown. Nothing it sends leaves, and nothing stays."""
    sink = RecordingSink()
    with session_with(sink, folder, profile, change, key) as session:
        yield Listener(session, sink)


@contextmanager
def session_with(
    sink: SpeechSink,
    folder: Path,
    profile: str = "town-hall-kiosk",
    change: Callable[[Profile], Profile] = lambda profile: profile,
    key: Key = KEY,
) -> Iterator[Session]:
    """The same for whoever brings a voice."""
    path = Path(profile) if profile.endswith(".toml") else SHIPPED / f"{profile}.toml"
    loaded = load(str(path))
    assert isinstance(loaded, Profile)
    order = Machine(folder, "", str(path)).order(key=key)
    refused: list[object] = []
    session = Session(order, change(loaded), SCREEN, MachineClock(), sink, refused.append, refused.append)
    gate = InputGate(QApplication.instance(), page_ms=0, same_place_ms=0)  # type: ignore[arg-type]
    gate.give_keys_to(session.window.hands.key, session.window.hands.place)
    shell = session.window.shell
    shell.resize(SCREEN.width_px, SCREEN.height_px)
    session.show(link.SHOW_WELCOME)
    shell.show()
    shell.activateWindow()
    # The stores are empty; no news of theirs must take a screen of the registry away later.
    deadline = time.monotonic() + OPENS
    while not session.stores.are_open or session._effects._looking:
        assert time.monotonic() < deadline
        QTest.qWait(10)
    session.runner.stop()
    try:
        yield session
    finally:
        QApplication.instance().removeEventFilter(gate)  # type: ignore[union-attr]
        gate.deleteLater()
        session.close()
        shell.hide()
        shell.deleteLater()
        session.deleteLater()
        QApplication.processEvents()
