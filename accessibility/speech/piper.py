# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes speech with Piper's neural voices, where a town has installed it and put voices into a folder.

A voice is two files, `<language>.onnx` and `<language>.onnx.json`, named after the language that it speaks (`en.onnx`).
Nothing is ever fetched. The program does not need Piper: `pip install civic-kiosk[neural]` brings it.
"""

import importlib.util
from pathlib import Path
from typing import Any, Final

from accessibility.speech.sound import Sound, SoundError

MODULE: Final = "piper"


class Piper:
    """Says sentences. A voice is loaded with its first sentence (about half a second, 200 MB)."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._loaded: dict[str, Any] = {}

    def speaks(self, language: str) -> bool:
        """Whether a voice for the language lies in the folder, and Piper is installed."""
        if self._folder is None or importlib.util.find_spec(MODULE) is None:
            return False
        return self._model(self._folder, language).is_file()

    def sound(self, text: str, language: str) -> Sound:
        """The text, said. Raises `SoundError` when the voice fails."""
        try:
            voice = self._voice(language)
            pieces = [(piece.sample_rate, piece.audio_int16_bytes) for piece in voice.synthesize(text)]
        except (OSError, ValueError, KeyError, RuntimeError) as problem:
            raise SoundError(type(problem).__name__) from None
        if not pieces:
            raise SoundError("nothing to say")
        return Sound(int(pieces[0][0]), b"".join(samples for _, samples in pieces))

    def _voice(self, language: str) -> Any:
        if language not in self._loaded:
            import piper

            if self._folder is None:
                raise SoundError("no folder of voices")
            self._loaded[language] = piper.PiperVoice.load(str(self._model(self._folder, language)))
        return self._loaded[language]

    @staticmethod
    def _model(folder: Path, language: str) -> Path:
        return folder / f"{language}.onnx"
