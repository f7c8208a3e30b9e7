# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sound of one sentence: a recorded clip where there is one, else the best voice that is installed."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from accessibility.speech.clips import Clips
from accessibility.speech.espeak import Espeak
from accessibility.speech.open_jtalk import OpenJTalk
from accessibility.speech.pace import Maker, Voice, tag_for, voice_for
from accessibility.speech.piper import Piper
from accessibility.speech.sound import Sound


class SoundMaker(Protocol):
    """One way to make speech. Nothing here knows pace steps, volume or devices."""

    def has(self, voice: Voice) -> bool:
        """Whether the voice is installed here."""

    def sound(self, text: str, language: str, voice: Voice) -> Sound:
        """The text said at the usual pace. Raises `SoundError` when the voice fails."""


class Voices:
    """Everything that can speak here. `recorded` and `neural` are folders that a town may fill; None for none.

    `added` are voices of languages that are not ours, by language.
    """

    def __init__(
        self,
        recorded: Path | None = None,
        neural: Path | None = None,
        added: Mapping[str, Voice] = MappingProxyType({}),
    ) -> None:
        self._added = added
        self._clips = Clips(recorded)
        self._neural = Piper(neural)
        self._makers: dict[Maker, SoundMaker] = {Maker.ESPEAK: Espeak(), Maker.OPEN_JTALK: OpenJTalk()}

    def speaks(self, language: str) -> bool:
        """Whether any voice here can say a text of this language in its own sounds."""
        voice = self.voice(language)
        return self._neural.speaks(_tag(language)) or (
            voice is not None and self._makers[voice.maker].has(voice)
        )

    def voice(self, language: str) -> Voice | None:
        """The voice of the table for a language, or the one that was added for it."""
        return self._added.get(language) or voice_for(language)

    def sound(self, text: str, language: str) -> Sound:
        """The text, said. KeyError for a language that no voice here speaks; `SoundError` when the voice fails."""
        tag, voice = _tag(language), self.voice(language)
        clip = self._clips.find(text, tag)
        if clip is not None:
            return clip
        if self._neural.speaks(tag):
            return self._neural.sound(text, tag)
        if voice is None:
            raise KeyError(language)
        return self._makers[voice.maker].sound(text, tag, voice)


def _tag(language: str) -> str:
    return tag_for(language) or language
