# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a real sound server records of a session is the voice, sample for sample, and nothing else (SPK-10).

No clock is asked: silence is left out of what is compared, so that a busy machine, which lets the voice falter, changes
nothing.
"""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessibility.speech.making import Voices
from accessibility.speech.sink import Manner, Progress, Utterance
from accessibility.speech.stretching import Stretcher
from accessibility.speech.volume import gain_db
from core.visit import events as e
from kiosk.session.assembly import Session
from kiosk.session.speaker import SpeakerSink
from kiosk.speaker.process import _with_pause
from tests.support.ear import RATE, Ear, listening
from tests.support.listener import session_with
from ui.registry import screens

PATIENCE = 120.0
ENOUGH = RATE // 2
"""Samples of sound: half a second of voice."""
PIECE, FEW, A_FEW = RATE // 100, 5, 0.05
"""Samples of ten milliseconds; sentences that are enough to compare with; and how much a falter may cut."""
SILENT_SCREENS = (
    "home",
    "question-text",
    "question-text-problem",
    "still-there",
    "sent-received",
)

Samples = np.ndarray[tuple[int], np.dtype[np.int16]]


class Telling(SpeakerSink):
    """The real voice, and what it was told to say."""

    said: tuple[Utterance, ...] = ()
    manner = Manner()

    def say(self, utterances: tuple[Utterance, ...], manner: Manner) -> Progress:
        self.said, self.manner = utterances, manner
        return super().say(utterances, manner)


@pytest.fixture(scope="module")
def ear(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ear]:
    with listening(tmp_path_factory.mktemp("ear")) as found:
        yield found


@pytest.fixture
def heard_here(ear: Ear, monkeypatch: pytest.MonkeyPatch) -> Ear:
    for name, value in ear.environment.items():
        monkeypatch.setenv(name, value)
    silent_since = ear.bytes_heard()
    # The recorder is at work, and what was said before is over.
    live_until(
        lambda: ear.bytes_heard() > silent_since + RATE and len(recorded(ear, ear.bytes_heard() - RATE)) == 0
    )
    return ear


def loud(samples: Samples) -> Samples:
    kept: Samples = samples[samples != 0]
    return kept


def recorded(ear: Ear, since: int) -> Samples:
    """Every sample that is not silence."""
    samples = np.frombuffer(ear.recording.read_bytes()[since // 2 * 2 :][: 2 * RATE * 600], dtype="<i2")
    return loud(samples)


def made(voice: Telling) -> Samples:
    """What the voice alone makes of what it was told to say, without its silence."""
    voices, stretcher = Voices(), Stretcher()
    gain = gain_db(voice.manner.volume)
    sounds = [voices.sound(one.text, one.language) for one in voice.said[:FEW]]
    whole = b"".join(
        _with_pause(stretcher.stretched(one, voice.manner.pace, gain), voice.manner.pace) for one in sounds
    )
    samples = np.frombuffer(whole, dtype="<i2")
    return loud(samples)


def live_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        QTest.qWait(20)


@contextmanager
def speaking(voice: Telling, folder: Path, ear: Ear) -> Iterator[tuple[Session, Callable[[], Samples]]]:
    """A session that reads its page aloud, and what has been heard of it so far."""
    with session_with(voice, folder / "store") as session:
        before = ear.bytes_heard()
        session.send(session.window.preferences.with_spoken(True))
        yield session, lambda: recorded(ear, before)
        session.send(e.Touched())


def happens(session: Session) -> None:
    """What could make a sound by itself, while nobody stops the voice."""
    visit = session.runner.visit
    for connected in (False, True):
        session.send(e.ShelfChanged(visit.catalogue, 1.0, visit.forms, frozenset(), connected=connected))
        QTest.qWait(50)
    session.window.shell.activateWindow()


def foreign(heard: Samples, voice: Samples) -> float:
    """How much of the recording is not the voice's, in pieces of ten milliseconds that come in the voice's order."""
    sound, at, strange, pieces = voice.tobytes(), 0, 0, range(0, len(heard) - PIECE, PIECE)
    for start in pieces:
        found = sound.find(heard[start : start + PIECE].tobytes(), at)
        strange += found < 0
        at = max(at, found)
    return strange / len(pieces)


@pytest.mark.requirement("SPK-10", part="the recording is the voice, sample for sample")
def test_while_the_voice_speaks_nothing_else_sounds(
    qapp: QApplication, tmp_path: Path, heard_here: Ear
) -> None:
    voice = Telling()
    with speaking(voice, tmp_path, heard_here) as (session, heard):
        live_until(lambda: len(heard()) > ENOUGH)
        happens(session)
        live_until(lambda: len(heard()) > 2 * ENOUGH)
        everything = heard()
    assert foreign(everything, made(voice)) < A_FEW


def test_a_second_sound_beside_the_voice_is_heard(
    qapp: QApplication, tmp_path: Path, heard_here: Ear
) -> None:
    voice = Telling()
    with speaking(voice, tmp_path, heard_here) as (_, heard):
        live_until(lambda: len(heard()) > 0)
        beep = (np.sin(np.arange(RATE) / 20) * 2_000).astype("<i2").tobytes()
        subprocess.run(
            ("aplay", "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(RATE)), input=beep, check=True
        )
        live_until(lambda: len(heard()) > 2 * ENOUGH)
        everything = heard()
    assert foreign(everything, made(voice)) > 10 * A_FEW


@pytest.mark.requirement("SPK-10", part="a session without the voice makes no sound")
def test_a_session_that_nobody_listens_to_makes_no_sound(
    qapp: QApplication, tmp_path: Path, heard_here: Ear
) -> None:
    voice = Telling()
    with session_with(voice, tmp_path / "store") as session:
        before = heard_here.bytes_heard()
        for name in SILENT_SCREENS:
            visit = screens()[name]
            session.runner.visit = visit
            session.window.draw(visit)
            session.ears.drawn(visit)
            QTest.keyClick(session.window.shell, Qt.Key.Key_Tab)
            happens(session)
        passed = heard_here.bytes_heard()
        live_until(lambda: heard_here.bytes_heard() > passed + RATE)
    assert len(recorded(heard_here, before)) == 0
