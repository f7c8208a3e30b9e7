# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes Japanese speech with Open JTalk, which knows how characters are read in their sentence, and the melody.

espeak-ng's Japanese voice reads kana only. Open JTalk brings a dictionary and a voice ('mei'); its numbers are 48,000
samples a second.
"""

import importlib.util
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from io import StringIO
from types import ModuleType
from typing import Any, Final

from accessibility.speech.pace import Maker, Voice
from accessibility.speech.sound import Sound, SoundError

MODULE: Final = "pyopenjtalk"


class OpenJTalk:
    """A maker of sound. The library is loaded with the first sentence (about half a second, 150 MB)."""

    def has(self, voice: Voice) -> bool:
        """See `SoundMaker`. It comes with one voice."""
        return voice.maker is Maker.OPEN_JTALK and importlib.util.find_spec(MODULE) is not None

    def sound(self, text: str, language: str, voice: Voice) -> Sound:
        """See `SoundMaker`."""
        del language
        with _library() as library:
            try:
                samples, rate = library.tts(text, speed=voice.speed / 100)
            except (RuntimeError, ValueError) as problem:
                raise SoundError(type(problem).__name__) from None
        wave: bytes = samples.clip(-32_768, 32_767).astype("<i2").tobytes()
        return Sound(int(rate), wave)

    def reading(self, text: str) -> str:
        """How it reads the text, in kana."""
        with _library() as library:
            kana: str = library.g2p(text, kana=True)
        return kana


@cache
def _loaded() -> ModuleType:
    """The library. Where its optional part (ONNX Runtime) is missing it prints an advert for it as it is loaded, into
    the output of whoever loads it: between the findings of `kiosk doctor`, into the JSON for the pages of staff.
    """
    with redirect_stdout(StringIO()):
        return importlib.import_module(MODULE)


@contextmanager
def _library() -> Iterator[Any]:
    # The library would warn that an optional part of it, which guesses rare readings, is not there, and that it calls
    # something of its dictionary's by an older name. Neither is anybody's business here.
    logging.getLogger(MODULE).setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield _loaded()
