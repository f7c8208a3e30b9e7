# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes speech with espeak-ng, one short-lived process for each sentence.

What is said goes through the pipe, never through the command line, which every program on a machine can read.
"""

import re
import subprocess
from types import MappingProxyType
from typing import Final

from accessibility.speech.pace import Voice
from accessibility.speech.sound import Sound, SoundError, from_wave

PROGRAM: Final = "espeak-ng"
LOOK_SECONDS: Final = 5.0
"""How long the list of voices may take."""
SAY_SECONDS: Final = 10.0
"""How long one sentence may take to make; it needs about 40 ms."""

RESPELT: Final = MappingProxyType(
    {"fr": (("rythme", "ritme"), ("d’aujourd’hui", "de aujourd’hui"), ("d'aujourd'hui", "de aujourd'hui"))}
)
"""Words that espeak-ng 1.51 takes for English ones, written so that it says them right."""

_OTHER_LANGUAGE: Final = re.compile(r"\(([a-z]{2,3})(?:-[a-z-]+)?\)")


class Espeak:
    """A maker of sound. Looks for the program's voices once."""

    def __init__(self, program: str = PROGRAM) -> None:
        self._program = program
        self._installed: frozenset[str] | None = None

    @property
    def installed(self) -> frozenset[str]:
        """The names of the voices that the program has; none without the program."""
        if self._installed is None:
            self._installed = self._look()
        return self._installed

    def has(self, voice: Voice) -> bool:
        """See `SoundMaker`."""
        return voice.name in self.installed

    def sound(self, text: str, language: str, voice: Voice) -> Sound:
        """See `SoundMaker`."""
        spelt = _respelt(text, language)
        return from_wave(self._run("--stdout", "-v", voice.name, "-s", str(voice.speed), text=spelt))

    def strays(self, text: str, language: str, voice: Voice) -> tuple[str, ...]:
        """The other languages into which the voice falls while it reads the text, as when it cannot read a script.

        espeak-ng marks them in its phonemes: `(en)` and so on. Raises `SoundError`.
        """
        phonemes = self.phonemes(text, language, voice)
        own = voice.name.split("-", 1)[0]
        return tuple(sorted({found for found in _OTHER_LANGUAGE.findall(phonemes) if found != own}))

    def phonemes(self, text: str, language: str, voice: Voice) -> str:
        """What the voice makes of the text, in espeak-ng's own signs for sounds. Raises `SoundError`."""
        said = self._run("-q", "-x", "-v", voice.name, text=_respelt(text, language))
        return said.decode(errors="replace")

    def _run(self, *options: str, text: str) -> bytes:
        command = (self._program, "-b", "1", "--stdin", *options)
        try:
            done = subprocess.run(
                command, input=f"{text}\n".encode(), capture_output=True, timeout=SAY_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise SoundError(type(problem).__name__) from None
        if done.returncode:
            raise SoundError(f"{self._program} ended with {done.returncode}")
        return done.stdout

    def _look(self) -> frozenset[str]:
        try:
            listed = subprocess.run(
                (self._program, "--voices"), capture_output=True, timeout=LOOK_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return frozenset()
        rows = [line.split() for line in listed.stdout.decode(errors="replace").splitlines()[1:]]
        return frozenset(row[1] for row in rows if len(row) > 1)


def _respelt(text: str, language: str) -> str:
    for written, spelt in RESPELT.get(language, ()):
        text = re.sub(rf"(?i)\b{written}\b", spelt, text)
    return text
