# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer is spoken into a real sound server's microphone, ends by a press or by its length, and is in no file."""

import array
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from accessibility.speech.sound import Sound, from_wave, to_wave
from core.errors import Trouble
from core.ids import QuestionPath
from core.visit import events as e
from core.visit.effects import BeginMaking, FinishMaking, StopMaking
from core.visit.files import Device
from kiosk.children import own_command
from kiosk.recording.process import BUSY, NO_MICROPHONE, RATE
from kiosk.session.maker import COMMANDS, Maker
from tests.support.ear import Ear, listening

PATH = QuestionPath("/data/spoken")
WAIT = 20_000


@dataclass
class Told:
    """What the port has answered."""

    events: list[e.Event] = field(default_factory=list)

    def recording(self) -> e.Made | None:
        return next((one for one in self.events if isinstance(one, e.Made)), None)

    def begun(self) -> bool:
        return any(isinstance(one, e.Seen) for one in self.events)


@pytest.fixture(scope="module")
def ear(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ear]:
    with listening(tmp_path_factory.mktemp("ear")) as found:
        # A monitor is no microphone to programs; a source that takes its sound from one is.
        source = ("module-remap-source", "master=ear.monitor", "source_name=microphone")
        own = {**os.environ, **found.environment}
        subprocess.run(("pactl", "load-module", *source), env=own, check=True, capture_output=True)
        subprocess.run(("pactl", "set-default-source", "microphone"), env=own, check=True)
        yield found


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def room(ear: Ear, monkeypatch: pytest.MonkeyPatch) -> Iterator["subprocess.Popen[bytes]"]:
    """A room in which there is a noise, heard by the sound server's microphone: the monitor of its null sink."""
    for name, value in ear.environment.items():
        monkeypatch.setenv(name, value)
    noise = subprocess.Popen(
        ("pacat", "--raw", "--rate=8000", "--channels=1", "--format=u8"),
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert noise.stdin is not None
    noise.stdin.write(bytes([64, 64, 64, 64, 192, 192, 192, 192]) * 15_000)
    noise.stdin.flush()
    yield noise
    noise.kill()
    noise.wait()
    noise.stdin.close()


def port(told: Told, command: tuple[str, ...] = COMMANDS[Device.MICROPHONE]) -> Maker:
    return Maker(told.events.append, {Device.MICROPHONE: command}, WAIT // 2)


def loudest(content: bytes) -> int:
    samples = array.array("h", from_wave(content).samples)
    return max((abs(one) for one in samples), default=0)


def test_what_is_said_is_recorded_until_the_person_has_finished(
    room: object, told: Told, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del room
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    maker = port(told)
    maker.carry_out(BeginMaking(PATH, Device.MICROPHONE))
    qtbot.waitUntil(told.begun, timeout=WAIT)
    qtbot.wait(1_000)
    maker.carry_out(FinishMaking())
    qtbot.waitUntil(lambda: told.recording() is not None, timeout=WAIT)
    made = told.recording()
    assert made is not None
    assert not made.full
    sound = from_wave(made.content)
    assert sound.rate == RATE
    assert sound.seconds > 0.5
    assert loudest(made.content) > 1_000
    assert list(tmp_path.iterdir()) == []


def test_a_recording_that_is_as_long_as_it_may_be_ends_by_itself(
    room: object, told: Told, qtbot: QtBot
) -> None:
    del room
    maker = port(told, (*own_command("kiosk.recording"), "1"))
    maker.carry_out(BeginMaking(PATH, Device.MICROPHONE))
    qtbot.waitUntil(lambda: told.recording() is not None, timeout=WAIT)
    made = told.recording()
    assert made is not None
    assert made.full
    assert from_wave(made.content).seconds == 1.0


def test_whoever_stops_leaves_no_recording(room: object, told: Told, qtbot: QtBot) -> None:
    del room
    maker = port(told)
    maker.carry_out(BeginMaking(PATH, Device.MICROPHONE))
    qtbot.waitUntil(told.begun, timeout=WAIT)
    maker.carry_out(StopMaking())
    qtbot.wait(300)
    assert told.recording() is None


@pytest.mark.parametrize(
    ("status", "key"),
    [
        (NO_MICROPHONE, "trouble.no_microphone"),
        (BUSY, "trouble.microphone_gone"),
        (1, "trouble.microphone_gone"),
    ],
)
def test_every_end_without_a_recording_is_told_in_words(
    status: int, key: str, told: Told, qtbot: QtBot
) -> None:
    maker = port(told, (sys.executable, "-c", f"import sys; sys.exit({status})"))
    maker.carry_out(BeginMaking(PATH, Device.MICROPHONE))
    qtbot.waitUntil(lambda: bool(told.events), timeout=WAIT)
    assert told.events == [e.MakingEnded(PATH, Trouble(key))]


def test_the_file_is_one_that_every_program_plays() -> None:
    sound = from_wave(to_wave(Sound(RATE, b"\1\0" * RATE)))
    assert (sound.rate, sound.seconds) == (RATE, 1.0)
