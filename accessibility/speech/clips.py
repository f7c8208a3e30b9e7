# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recorded speech: a town may have its sentences spoken by a person, and drop the recordings into a folder.

One folder for each language, and in it two files for each sentence: the sound (`welcome.wav` or `welcome.ogg`) and the
words that it says (`welcome.txt`, UTF-8). A sentence with the same words is then played instead of synthesised. Stops
and capitals make no difference; a word that differs does, so a recording is never heard for another text.
"""

import re
import subprocess
import unicodedata
from pathlib import Path
from typing import Final

from accessibility.speech.sound import LONGEST_BYTES, Sound, SoundError, from_wave

OGG_PROGRAM: Final = "oggdec"
DECODE_SECONDS: Final = 10.0
LONGEST_WORDS: Final = 4_000
"""Bytes of one text file; a sentence is never longer."""


class Clips:
    """The recordings in a folder; none without one. A language's list is read once, when it is first asked for."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._known: dict[str, dict[str, Path]] = {}

    def find(self, text: str, language: str) -> Sound | None:
        """The recording of these words, or None. One that cannot be played counts as not there."""
        if self._folder is None:
            return None
        if language not in self._known:
            self._known[language] = _listed(self._folder / language)
        path = self._known[language].get(bare(text))
        if path is None:
            return None
        try:
            return from_wave(_bytes(path))
        except (SoundError, OSError, subprocess.TimeoutExpired):
            return None

    def faults(self, language: str) -> tuple[str, ...]:
        """What is wrong in a language's folder, for staff: the names of files that cannot be used."""
        if self._folder is None:
            return ()
        listed = _listed(self._folder / language)
        spoken = {path.stem for path in listed.values()}
        alone = sorted(
            path.name for path in (self._folder / language).glob("*.txt") if path.stem not in spoken
        )
        broken = sorted(path.name for words, path in listed.items() if self.find(words, language) is None)
        return (*alone, *broken)


def bare(text: str) -> str:
    """What makes two sentences the same: their letters and digits."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text)).strip().casefold()


def _listed(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for words in sorted(folder.glob("*.txt")):
        sound = next(
            (path for path in (words.with_suffix(".wav"), words.with_suffix(".ogg")) if path.is_file()), None
        )
        if sound is None or words.stat().st_size > LONGEST_WORDS:
            continue
        found[bare(words.read_bytes().decode("utf-8", "replace"))] = sound
    return found


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > LONGEST_BYTES:
        raise SoundError("too long")
    if path.suffix == ".wav":
        return path.read_bytes()
    done = subprocess.run(
        (OGG_PROGRAM, "-Q", "-o", "-", str(path)), capture_output=True, timeout=DECODE_SECONDS, check=False
    )
    return done.stdout
