# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files from where the profile allows them: a stick, a scanner's folder. Only read, never opened by name again.

A stick is a stranger's: no link is followed, nothing but whole plain files is read, and little of it is looked at.
"""

import os
import stat
from collections.abc import Iterator
from glob import iglob
from pathlib import Path
from typing import Final

from core.errors import Trouble
from core.ids import QuestionPath
from core.visit.events import FileRefused, FileTaken
from core.visit.files import FileFound
from kiosk.file_kinds import FIRST_BYTES, kind_of, taken_by
from kiosk.profile.model import FilePlaces

MOST_OFFERED: Final = 20
"""Files shown: the newest, which are nearly always those that somebody came with."""

MOST_SEEN: Final = 5_000
"""Names on a stick that are looked at."""

DEEPEST: Final = 3
"""Folders inside folders."""


def found(places: FilePlaces, takes: str) -> tuple[FileFound, ...]:
    """The newest files of the kinds that a question takes."""
    kinds = taken_by(takes)
    files: list[FileFound] = []
    for number, entry in enumerate(_entries(places)):
        if number >= MOST_SEEN:
            break
        if kind_of(entry.name, kinds) is None:
            continue
        try:
            told = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        if stat.S_ISREG(told.st_mode) and told.st_size:
            files.append(FileFound(entry.path, entry.name, told.st_size, told.st_mtime))
    return tuple(sorted(files, key=lambda one: (-one.changed, one.name))[:MOST_OFFERED])


def taken(path: QuestionPath, place: str, takes: str, most: int) -> FileTaken | FileRefused:
    """The bytes of a file, or why it is not taken."""
    name = Path(place).name
    try:
        content = _read(place, most)
    except OSError as problem:
        return FileRefused(path, Trouble("trouble.file_gone", detail=problem.strerror or ""))
    if len(content) > most:
        return FileRefused(path, Trouble("trouble.file_large", {"most": str(most // 1_000_000)}))
    kind = kind_of(name, taken_by(takes))
    if kind is None or not kind.fits(content[:FIRST_BYTES]):
        return FileRefused(path, Trouble("trouble.file_kind"))
    return FileTaken(path, name, content)


def _read(place: str, most: int) -> bytes:
    """At most one byte more than is taken."""
    handle = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise FileNotFoundError(place)
        return file.read(most + 1)


def _entries(places: FilePlaces) -> Iterator["os.DirEntry[str]"]:
    for pattern in places.folders:
        for folder in sorted(iglob(os.path.expanduser(pattern))):
            yield from _within(folder, DEEPEST)


def _within(folder: str, deep: int) -> Iterator["os.DirEntry[str]"]:
    """What lies in a folder, hidden things left out, files before folders."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted(
                (one for one in listed if not one.name.startswith(".")), key=lambda one: one.name
            )
    except OSError:
        return
    inner = []
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            inner.append(entry.path)
        else:
            yield entry
    if deep > 0:
        for one in inner:
            yield from _within(one, deep - 1)
