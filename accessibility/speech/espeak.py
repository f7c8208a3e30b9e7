# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks through espeak-ng, in a process of its own that can be ended at any instant.

What is said goes through the pipe, never through the command line, which every program on a machine can
read. There is one process for each stretch of one language. One that takes much longer than its words is ended,
because without a sound device some audio systems never return (accessibility.md P30).
"""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from accessibility.speech.pace import USUAL, Voice, voice_for
from accessibility.speech.sink import Progress, Quiet, Speaking, SpeechTrouble, Utterance

PROGRAM: Final = "espeak-ng"
LOOK_SECONDS: Final = 3.0
"""How long the list of voices may take."""
SLOWEST_CHARACTERS: Final = 2.0
"""Characters a second below which a voice has got stuck; half of what the slowest step says."""
PATIENCE: Final = 10.0
"""Seconds on top, for the sound system to wake up."""
GONE_SECONDS: Final = 2.0
"""How long a killed process may take to leave; the kernel needs about a millisecond."""
_HEARD_OUTPUT: Final = 4_096
AMPLITUDES: Final = {-2: 32, -1: 56, 0: 100, 1: 141, 2: 200}
"""espeak-ng's `-a` for each step of `accessibility.preferences.VOLUMES`; neighbours are 3 to 5 dB apart."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Utterances of one voice in a row, said by one process. `first` is the place of the first of them."""

    first: int
    voice: Voice
    utterances: tuple[Utterance, ...]

    @property
    def text(self) -> str:
        """One paragraph for each utterance, so that there is a pause between them."""
        return "\n\n".join(one.text for one in self.utterances) + "\n"

    @property
    def last(self) -> int:
        """The place of the last utterance."""
        return self.first + len(self.utterances) - 1


def stretches(utterances: tuple[Utterance, ...]) -> tuple[Stretch, ...]:
    """The utterances, grouped into stretches of one voice. KeyError for a language that has none."""
    found: list[Stretch] = []
    for place, one in enumerate(utterances):
        voice = voice_for(one.language)
        if voice is None:
            raise KeyError(one.language)
        if found and found[-1].voice is voice:
            held = found.pop()
            found.append(Stretch(held.first, voice, (*held.utterances, one)))
        else:
            found.append(Stretch(place, voice, (one,)))
    return tuple(found)


class EspeakSink:
    """The voice of this machine. `waves` is a folder for WAV files in place of the sound device.

    `now` is a steady clock in seconds. Not for several threads.
    """

    def __init__(
        self,
        program: str = PROGRAM,
        device: str = "",
        waves: Path | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._program = program
        self._device = device
        self._waves = waves
        self._now = now
        self._installed: frozenset[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._waiting: tuple[Stretch, ...] = ()
        self._current: Stretch | None = None
        self._pace, self._amplitude = USUAL, AMPLITUDES[0]
        self._deadline = 0.0
        self._count = 0
        self._last: Progress = Quiet()

    def can_speak(self, language: str) -> SpeechTrouble | None:
        """None when there is a voice for the language; else why not."""
        if self._installed is None:
            self._installed = self._look()
        if not self._installed:
            return SpeechTrouble.NO_PROGRAM
        voice = voice_for(language)
        return None if voice is not None and voice.name in self._installed else SpeechTrouble.NO_VOICE

    def say(self, utterances: tuple[Utterance, ...], pace: int = USUAL, volume: int = 0) -> Progress:
        """Stop what is being said, and begin with these."""
        self.stop()
        self._pace, self._amplitude = pace, AMPLITUDES[volume]
        for language in dict.fromkeys(one.language for one in utterances):
            if trouble := self.can_speak(language):
                self._last = Quiet(trouble)
                return self._last
        self._waiting = stretches(utterances)
        self._next()
        return self._last

    def stop(self) -> None:
        """End the process, and forget what was still to say."""
        process, self._process = self._process, None
        self._waiting, self._current = (), None
        self._last = Quiet()
        if process is not None:
            _end(process)

    def progress(self) -> Progress:
        """How far it is; begins the next stretch when one is done."""
        if self._process is None or self._current is None:
            return self._last
        status = self._process.poll()
        if status is None:
            if self._now() < self._deadline:
                return self._last
            self.stop()
            self._last = Quiet(SpeechTrouble.SILENT)
            return self._last
        if status != 0 or self._complained(self._process):
            self.stop()
            self._last = Quiet(SpeechTrouble.SILENT)
            return self._last
        self._process = None
        self._next()
        return self._last

    def _next(self) -> None:
        if not self._waiting:
            self._current = None
            self._last = Quiet()
            return
        self._current, self._waiting = self._waiting[0], self._waiting[1:]
        try:
            self._process = subprocess.Popen(
                self._command(self._current),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except OSError:
            self.stop()
            self._last = Quiet(SpeechTrouble.NO_PROGRAM)
            return
        self._last = Speaking(self._current.first, self._current.last)
        self._deadline = self._now() + PATIENCE + len(self._current.text) / SLOWEST_CHARACTERS
        self._feed(self._process, self._current.text)

    def _feed(self, process: subprocess.Popen[bytes], text: str) -> None:
        if process.stdin is None:
            return
        try:
            with process.stdin as pipe:
                pipe.write(text.encode())
        except BrokenPipeError:
            # The process ended before it read anything: `progress` sees its status.
            return

    def _command(self, stretch: Stretch) -> list[str]:
        tempo = stretch.voice.tempo(self._pace)
        command = [self._program, "-b", "1", "--stdin", "-v", stretch.voice.name]
        command += ["-s", str(tempo.speed), "-g", str(tempo.gap)]
        command += ["-a", str(self._amplitude)]
        if self._waves is not None:
            self._count += 1
            command += ["-w", str(self._waves / f"{self._count:03}.wav")]
        elif self._device:
            command += ["-d", self._device]
        return command

    def _look(self) -> frozenset[str]:
        try:
            listed = subprocess.run(
                [self._program, "--voices"], capture_output=True, timeout=LOOK_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return frozenset()
        rows = [line.split() for line in listed.stdout.decode(errors="replace").splitlines()[1:]]
        return frozenset(row[1] for row in rows if len(row) > 1)

    @staticmethod
    def _complained(process: subprocess.Popen[bytes]) -> bool:
        # Without a sound device espeak-ng says so on its error output, and ends with 0 as if all were well.
        if process.stderr is None:
            return False
        with process.stderr as output:
            return b"error:" in output.read(_HEARD_OUTPUT)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in (process.stdin, process.stderr):
        if pipe is not None:
            pipe.close()
    process.wait(GONE_SECONDS)
