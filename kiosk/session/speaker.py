# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The voice of this machine, seen from the window's process: a child that speaks and can be killed at any time."""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from accessibility.speech.making import Voices
from accessibility.speech.sink import (
    Manner,
    Progress,
    Quiet,
    Speaking,
    SpeechTrouble,
    Utterance,
    keep_private,
)
from accessibility.speech.volume import trim_db
from i18n.languages import language_info
from kiosk.children import OWN_CODE, own_command
from kiosk.profile.model import Profile
from kiosk.speaker import orders

log = logging.getLogger("kiosk.session")

SPEAKER: Final = "kiosk.speaker"
FIRST_SECONDS: Final = 12.0
"""How long the first sound may take, on a machine that is busy and loads a large voice."""
STUCK_SECONDS: Final = 6.0
"""After so long without a word from a child that plays, its device does not take the sound."""
GONE_SECONDS: Final = 2.0
"""How long a killed process may take to leave; the kernel needs about a millisecond."""
_READ: Final = 4_096


class SpeakerSink:
    """A `SpeechSink`. There is one child for each thing said, and a spare one that is ready for the next.

    `now` is a steady clock in seconds. Not for several threads.
    """

    def __init__(
        self,
        place: orders.Sounding | None = None,
        command: tuple[str, ...] = own_command(SPEAKER),
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._place = place or orders.Sounding()
        self._command = command
        self._now = now
        self._voices: Voices | None = None
        self._spare: subprocess.Popen[bytes] | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._heard = b""
        self._deadline = 0.0
        self._last: Progress = Quiet()

    def can_speak(self, language: str) -> SpeechTrouble | None:
        """See `SpeechSink`. Looks at what is installed when it is first asked."""
        if self._voices is None:
            recorded, neural = self._place.recorded, self._place.neural
            self._voices = Voices(Path(recorded) if recorded else None, Path(neural) if neural else None)
        if self._voices.speaks(language):
            return None
        return SpeechTrouble.NO_VOICE if self._voices.speaks("en") else SpeechTrouble.NO_PROGRAM

    def prepare(self, language: str) -> None:
        """See `SpeechSink`."""
        if language != self._place.prepare:
            self._place = replace(self._place, prepare=language)
            self._end_spare()
        if self._spare is None:
            self._spare = self._start()

    def sound_at(self, device: str) -> None:
        """Use another device (an ALSA name) from the next thing said on."""
        if device != self._place.device:
            self._place = replace(self._place, device=device)
            self._end_spare()

    def say(self, utterances: tuple[Utterance, ...], manner: Manner) -> Progress:
        """See `SpeechSink`."""
        keep_private(utterances, manner)
        self.stop()
        for language in dict.fromkeys(one.language for one in utterances):
            if trouble := self.can_speak(language):
                return self._quiet(trouble)
        if not utterances:
            return self._last
        self._child, self._spare = self._spare or self._start(), None
        if self._child is None:
            return self._quiet(SpeechTrouble.NO_PROGRAM)
        texts = tuple((one.text, one.language) for one in utterances)
        languages = {one.language for one in utterances}
        added = {tag: name for tag in languages if (name := language_info(tag).voice)}
        saying = orders.Saying(texts, manner.pace, manner.volume, added)
        if not _write(self._child, orders.encode(saying)):
            return self._quiet(SpeechTrouble.SILENT)
        return self._begun()

    def play(self, sound: bytes, manner: Manner) -> Progress:
        """See `SpeechSink`. The sound goes to a child of its own through memory that has no name on any disk."""
        self.stop()
        with open(os.memfd_create("sound"), "w+b") as memory:
            memory.write(sound)
            memory.seek(0)
            self._child = self._start(memory.fileno())
            if self._child is None:
                return self._quiet(SpeechTrouble.NO_PROGRAM)
            playing = orders.Playing(memory.fileno(), len(sound), manner.volume)
            if not _write(self._child, orders.encode(playing)):
                return self._quiet(SpeechTrouble.SILENT)
        return self._begun()

    def _begun(self) -> Progress:
        self._heard, self._deadline = b"", self._now() + FIRST_SECONDS
        self._last = Speaking(0)
        return self._last

    def stop(self) -> None:
        """See `SpeechSink`."""
        child, self._child = self._child, None
        self._last = Quiet()
        if child is not None:
            _end(child)

    def progress(self) -> Progress:
        """See `SpeechSink`."""
        if self._child is None or self._child.stdout is None:
            return self._last
        try:
            new = os.read(self._child.stdout.fileno(), _READ)
        except BlockingIOError:
            return self._quiet(SpeechTrouble.SILENT) if self._now() > self._deadline else self._last
        if not new:
            # It ended without saying that it had finished.
            return self._quiet(SpeechTrouble.SILENT)
        *lines, self._heard = (self._heard + new).split(b"\n")
        for line in lines:
            self._hear(line)
        return self._last

    def close(self) -> None:
        """See `SpeechSink`."""
        self.stop()
        self._end_spare()

    def _hear(self, line: bytes) -> None:
        word, _, number = line.partition(b" ")
        if word != orders.READY:
            self._deadline = self._now() + STUCK_SECONDS
        if word == orders.AT:
            self._last = Speaking(int(number))
        elif word == orders.DONE:
            self.stop()
        elif word == orders.TROUBLE:
            self._quiet(SpeechTrouble.SILENT)

    def _quiet(self, trouble: SpeechTrouble) -> Progress:
        self.stop()
        self._last = Quiet(trouble)
        log.info("the voice is silent: %s", trouble.value)
        return self._last

    def _start(self, *descriptors: int) -> "subprocess.Popen[bytes] | None":
        try:
            child = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
                pass_fds=descriptors,
                env={**os.environ, "PYTHONPATH": OWN_CODE},
            )
        except OSError:
            return None
        if child.stdout is not None:
            os.set_blocking(child.stdout.fileno(), False)
        _write(child, orders.encode(self._place))
        return child

    def _end_spare(self) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            _end(spare)


def sounding_of(profile: Profile) -> orders.Sounding:
    """Where this machine's voice sounds."""
    place = profile.voice
    return orders.Sounding(
        device=place.device,
        recorded=str(place.recorded or ""),
        neural=str(place.neural or ""),
        trim_db=trim_db(place.loudest_dba),
    )


def _write(child: "subprocess.Popen[bytes]", line: bytes) -> bool:
    if child.stdin is None:
        return False
    try:
        child.stdin.write(line)
        child.stdin.flush()
    except BrokenPipeError:
        return False
    return True


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Kill it and all that it started; they are one process group."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()
    child.wait(GONE_SECONDS)
