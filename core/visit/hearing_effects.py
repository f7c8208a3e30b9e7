# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visit asks of the voice and of the loudspeaker."""

from dataclasses import dataclass, field
from enum import Enum


class Aloud(Enum):
    """What is to be said: the page, the rest of what was being said before a pause, or one thing letter by letter."""

    PAGE = "page"
    REST = "rest"
    SPELLED = "spelled"


@dataclass(frozen=True, slots=True)
class Speak:
    """Read the page that is shown aloud, or what `what` says. Answered by `SpeechEnded`."""

    what: Aloud = Aloud.PAGE


@dataclass(frozen=True, slots=True)
class PlaySound:
    """Play a sound once: a recording of the form's. Answered by `SpeechEnded`; `StopSpeaking` ends it too."""

    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class StopSpeaking:
    """Be silent at once; with `pause` remember where."""

    pause: bool = False


@dataclass(frozen=True, slots=True)
class Remind:
    """Say the page that is shown aloud and ring, whether or not pages are read aloud (TIM-03)."""


HearingEffect = Speak | PlaySound | StopSpeaking | Remind
