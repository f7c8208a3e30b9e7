# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that answer a question: what could be handed over, and what was; bytes stay in the visit until it is sealed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from core.errors import Trouble
from core.ids import QuestionPath

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry

_LONGEST_NAME = 60
_NOT_SENT = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class FileFound:
    """A file on a stick or in a scanner's folder. `place` is where it lies, `changed` seconds since the epoch."""

    place: str
    name: str
    size: int
    changed: float


@dataclass(frozen=True, slots=True)
class FileHeld:
    """A file that was handed over. `name` is sent and stands as the answer; `said` is what its person calls it."""

    name: str
    said: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Offered:
    """What was found for one question, or why a file was not taken. `files` are the newest first."""

    path: QuestionPath
    files: tuple[FileFound, ...] = ()
    looking: bool = False
    trouble: Trouble | None = None


class Device(Enum):
    """What an answer can be made with here."""

    CAMERA = "camera"
    MICROPHONE = "microphone"
    CODES = "codes"
    """A camera that is looked through until a code is seen; its answer is the text of that code."""


class Stage(Enum):
    """How far something is that is made: the device is being opened, is at work, or has given all of it."""

    OPENING = "opening"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Making:
    """A photo or a recording that is made for one question, or a code that is read for it. `content` is what the camera
    sees now, and in the end all that was made (of a code its text in UTF-8); `full` when it could not be longer.

    With a `trouble` the device has gone.
    """

    path: QuestionPath
    device: Device
    stage: Stage = Stage.OPENING
    content: bytes = field(default=b"", repr=False)
    full: bool = False
    trouble: Trouble | None = None


def sent_name(name: str, taken: Iterable[str]) -> str:
    """A name for the wire: letters, digits, `.` and `-` only, and none that another file of the form has."""
    stem, _, ending = name.rpartition(".")
    if not stem:
        stem, ending = name, ""
    stem = _NOT_SENT.sub("-", stem).strip("-.")[:_LONGEST_NAME] or "file"
    ending = _NOT_SENT.sub("", ending).lower()[:8]
    known, number = set(taken), 1
    while True:
        again = f"-{number}" if number > 1 else ""
        found = f"{stem}{again}.{ending}" if ending else f"{stem}{again}"
        if found not in known:
            return found
        number += 1


def sent_with(entry: "Entry", held: Iterable[FileHeld]) -> tuple[FileHeld, ...]:
    """The files that the answers name now; what was taken back, or is not asked any more, stays here."""
    named = {entry.raw(one.path) for one in entry.pages() if one.type.value == "upload"}
    return tuple(one for one in held if one.name in named)
