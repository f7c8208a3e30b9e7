# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording of a form is really heard to its end, and silent at once when it shall be."""

import math
import struct
import time
from pathlib import Path

import pytest

from accessibility.speech.sink import Manner, Quiet, Speaking, SpeechTrouble
from accessibility.speech.sound import Sound, to_wave
from kiosk.session.speaker import SpeakerSink
from tests.support.ear import Ear

PATIENCE = 20.0
LOUD = Manner(volume=2)


def tone(seconds: float) -> bytes:
    """A tone as a WAV file."""
    rate, peak = 8_000, 26_000
    samples = (int(peak * math.sin(place * 0.3)) for place in range(int(rate * seconds)))
    return to_wave(Sound(rate, b"".join(struct.pack("<h", one) for one in samples)))


def ended(sink: SpeakerSink) -> Quiet:
    deadline = time.monotonic() + PATIENCE
    while isinstance(now := sink.progress(), Speaking):
        assert time.monotonic() < deadline, "it does not end"
        time.sleep(0.02)
    return now


def test_a_recording_is_heard_to_its_end(sink: SpeakerSink, ear: Ear) -> None:
    before = ear.bytes_heard()
    assert sink.play(tone(1.0), LOUD) == Speaking(0)
    assert ended(sink) == Quiet()
    deadline = time.monotonic() + PATIENCE
    while ear.seconds_of_sound(before) < 0.9:
        assert time.monotonic() < deadline, "it was not heard"
        time.sleep(0.05)


def test_it_is_silent_when_it_shall_be(sink: SpeakerSink) -> None:
    sink.play(tone(30.0), LOUD)
    sink.stop()
    assert sink.progress() == Quiet()


def test_what_is_no_sound_is_a_trouble(sink: SpeakerSink) -> None:
    sink.play(b"no sound at all", LOUD)
    assert ended(sink) == Quiet(SpeechTrouble.SILENT)


def test_nothing_of_it_lies_on_a_disk(
    sink: SpeakerSink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    sink.play(tone(0.2), LOUD)
    ended(sink)
    assert list(tmp_path.iterdir()) == []
