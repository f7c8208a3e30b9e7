# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does to hand a file over, and what the outside answers."""

from dataclasses import dataclass, field

from core.errors import Trouble
from core.ids import QuestionPath
from core.visit.by_person import ByPerson
from core.visit.files import FileFound


@dataclass(frozen=True, slots=True)
class FilesPressed(ByPerson):
    """Look for my files."""


@dataclass(frozen=True, slots=True)
class FileChosen(ByPerson):
    """Take this one of the files that were found."""

    place: str


@dataclass(frozen=True, slots=True)
class FileMade(ByPerson):
    """Made on the page: a signature. `said` is what its person wrote; without content it is taken back."""

    name: str
    said: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FilesFound:
    """What lies there that could answer the question, the newest first."""

    path: QuestionPath
    files: tuple[FileFound, ...]


@dataclass(frozen=True, slots=True)
class FileTaken:
    """The bytes of a file, whole and of a kind that the question takes."""

    path: QuestionPath
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FileRefused:
    """Why a file was not taken."""

    path: QuestionPath
    trouble: Trouble
