# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The voice's own process: heard on a real sound server, silent at once, and gone with its session."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from accessibility.speech.sink import (
    Manner,
    PrivacyError,
    Progress,
    Quiet,
    RecordingSink,
    Speaking,
    SpeechSink,
    SpeechTrouble,
    Utterance,
)
from kiosk.children import own_command
from kiosk.session.speaker import SPEAKER, SpeakerSink
from kiosk.speaker import orders
from tests.support.ear import RATE, Ear

STOP_BYTES = RATE * 2 * 150 // 1000
"""150 ms of what is played (accessibility.md SPK-03)."""
LONG = Utterance("This sentence goes on and on, " * 7, "en")


def until(sink: SpeechSink, met: Callable[[Progress], bool]) -> list[Progress]:
    seen: list[Progress] = []
    deadline = time.monotonic() + 60
    while not seen or not met(seen[-1]):
        assert time.monotonic() < deadline, seen
        now = sink.progress()
        if not seen or now != seen[-1]:
            seen.append(now)
        time.sleep(0.01)
    return seen


def quiet(now: Progress) -> bool:
    return isinstance(now, Quiet)


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.requirement("SPK-07", part="each run by the voice of its language")
def test_a_page_in_two_languages_is_heard_sentence_by_sentence(sink: SpeakerSink, ear: Ear) -> None:
    before = ear.bytes_heard()
    said = (Utterance("One.", "en"), Utterance("您好。", "zh-Hans"), Utterance("مرحبًا.", "ar"))
    assert sink.say(said, Manner(pace=200)) == Speaking(0)
    assert until(sink, quiet) == [Speaking(0), Speaking(1), Speaking(2), Quiet()]
    wait_for(lambda: ear.seconds_of_sound(before) > 0.8)


@pytest.mark.requirement("SPK-03", part="silence within 150 ms, as recorded from the sound server")
def test_stopping_is_silence_within_150_milliseconds_of_sound(sink: SpeakerSink, ear: Ear) -> None:
    for _ in range(3):
        assert heard_after_stopping(sink, ear) * RATE * 2 < STOP_BYTES


def heard_after_stopping(sink: SpeakerSink, ear: Ear) -> float:
    before = ear.bytes_heard()
    sink.say((LONG,), Manner())
    wait_for(lambda: ear.seconds_of_sound(before) > 0.3)
    stopped = ear.bytes_heard()
    sink.stop()
    assert sink.progress() == Quiet()
    wait_for(lambda: ear.bytes_heard() > stopped + RATE)
    return ear.seconds_of_sound(stopped)


@pytest.mark.requirement("E-12", part="nothing of the voice is left when it was stopped")
def test_nothing_of_the_voice_is_left_when_it_was_stopped(sink: SpeakerSink, ear: Ear) -> None:
    before = ear.bytes_heard()
    sink.say((LONG,), Manner())
    wait_for(lambda: ear.seconds_of_sound(before) > 0.1)
    assert players(ear)
    sink.stop()
    wait_for(lambda: not players(ear))


@pytest.mark.requirement("PRV-06", part="the voice ends with its session, however that ends")
@pytest.mark.requirement("E-01", "E-12", part="the voice ends with its session")
def test_the_voice_dies_with_a_session_that_is_killed(ear: Ear) -> None:
    code = (
        "import time; from accessibility.speech.sink import Manner, Utterance\n"
        "from kiosk.session.speaker import SpeakerSink\n"
        f"s = SpeakerSink(); s.say((Utterance({LONG.text!r}, 'en'),), Manner()); print(s._child.pid, flush=True)\n"
        "time.sleep(60)"
    )
    session = subprocess.Popen(
        (sys.executable, "-c", code), env={**os.environ, **ear.environment}, stdout=subprocess.PIPE
    )
    assert session.stdout is not None
    voice = int(session.stdout.readline())
    before = ear.bytes_heard()
    wait_for(lambda: ear.seconds_of_sound(before) > 0.1)
    session.send_signal(signal.SIGKILL)
    session.wait()
    session.stdout.close()
    wait_for(lambda: not running(voice))
    wait_for(lambda: not players(ear))


@pytest.mark.requirement("SPK-06", part="the last door")
@pytest.mark.parametrize("make", [SpeakerSink, RecordingSink])
def test_private_words_are_never_said_where_others_hear_them(make: Callable[[], SpeechSink]) -> None:
    sink = make()
    own = (Utterance("Hello.", "en"), Utterance("Marigold Example.", "en", private=True))
    with pytest.raises(PrivacyError):
        sink.say(own, Manner())
    assert sink.progress() == Quiet()
    sink.close()


@pytest.mark.requirement("SPK-07", part="a language without a voice")
@pytest.mark.parametrize("make", [SpeakerSink, RecordingSink])
def test_a_language_without_a_voice_is_never_said_in_another(make: Callable[[], SpeechSink]) -> None:
    sink = make()
    said = (Utterance("Hello.", "en"), Utterance("Saluton.", "eo"))
    assert sink.say(said, Manner()) == Quiet(SpeechTrouble.NO_VOICE)
    sink.close()


def test_a_machine_without_a_sound_device_is_not_taken_for_one_that_spoke(tmp_path: Path) -> None:
    sink = SpeakerSink(orders.Sounding(device="nothing-of-this-name"))
    sink.say((Utterance("Hello.", "en"),), Manner())
    assert until(sink, quiet)[-1] == Quiet(SpeechTrouble.SILENT)
    sink.close()


def test_without_the_voice_program_the_trouble_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nothing-here")
    assert SpeakerSink().say((Utterance("Hello.", "en"),), Manner()) == Quiet(SpeechTrouble.NO_PROGRAM)


@pytest.mark.parametrize("does", ["exit 3", "cat > /dev/null; exec sleep 60"])
def test_a_voice_that_breaks_down_or_gets_stuck_is_silent_trouble(tmp_path: Path, does: str) -> None:
    now = [0.0]
    program = tmp_path / "voice"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o700)
    sink = SpeakerSink(command=(str(program),), now=lambda: now[0])
    sink.say((Utterance("Hello.", "en"),), Manner())
    now[0] = 60.0
    assert until(sink, quiet)[-1] == Quiet(SpeechTrouble.SILENT)
    sink.close()


def test_a_voice_waits_ready_and_is_not_another_process_when_it_is_needed(sink: SpeakerSink) -> None:
    sink.prepare("en")
    spare = sink._spare
    sink.prepare("en")
    assert sink._spare is spare
    sink.say((Utterance("Hello.", "en"),), Manner())
    assert sink._child is spare
    assert sink._spare is None


def test_a_voice_without_orders_ends_with_its_input() -> None:
    done = subprocess.run(own_command(SPEAKER), stdin=subprocess.DEVNULL, timeout=30, check=False)
    assert done.returncode == 0


def running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def players(ear: Ear) -> list[int]:
    """The players that sound at this moment in this test's sound server."""
    server = ear.environment["PULSE_SERVER"].encode()
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            mine = server in path.joinpath("environ").read_bytes()
            if mine and path.joinpath("comm").read_text().strip() == "aplay" and running(int(path.name)):
                found.append(int(path.name))
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
    return found
