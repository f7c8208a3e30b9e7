# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does to take a photo or to record what they say, and what the camera or the microphone answers."""

from dataclasses import dataclass, field

from core.errors import Trouble
from core.ids import QuestionPath
from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class MakePressed(ByPerson):
    """Let me make the answer here."""


@dataclass(frozen=True, slots=True)
class TakePressed(ByPerson):
    """Take the photo now; or what I said is all."""


@dataclass(frozen=True, slots=True)
class UsePressed(ByPerson):
    """This is my answer."""


@dataclass(frozen=True, slots=True)
class HearPressed(ByPerson):
    """Let me hear what I said."""


@dataclass(frozen=True, slots=True)
class StopMakingPressed(ByPerson):
    """I will not make it here after all."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the camera sees at this moment; without a content, that the device has begun."""

    path: QuestionPath
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """The photo, or the recording, whole. `full` when it ended because it was as long as it may be."""

    path: QuestionPath
    content: bytes = field(repr=False)
    full: bool = False


@dataclass(frozen=True, slots=True)
class MakingEnded:
    """The device is not there, is in use, or has gone."""

    path: QuestionPath
    trouble: Trouble
