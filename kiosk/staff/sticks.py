# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a file onto a stick that staff have put in, where the profile says that sticks are."""

import os
from glob import iglob
from pathlib import Path
from typing import Final

from core.errors import Trouble
from kiosk.profile.model import FilePlaces

NO_STICK: Final = "trouble.no_stick"
FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def put_on_stick(places: FilePlaces, name: str, content: bytes) -> Trouble | None:
    """Write it under that name, or with a number after it where there is one already. None is success."""
    folders = [Path(one) for pattern in places.folders for one in sorted(iglob(os.path.expanduser(pattern)))]
    for folder in folders:
        if folder.is_dir() and os.access(folder, os.W_OK):
            try:
                _write(folder, name, content)
            except OSError as problem:
                return Trouble(NO_STICK, detail=problem.strerror or "")
            return None
    return Trouble(NO_STICK)


def _write(folder: Path, name: str, content: bytes) -> None:
    path = Path(name)
    for number in range(1, 1_000):
        place = folder / (name if number == 1 else f"{path.stem}-{number}{path.suffix}")
        try:
            handle = os.open(place, FLAGS, 0o600)
        except FileExistsError:
            continue
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        return
    raise FileExistsError(name)
