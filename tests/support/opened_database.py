# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens an encrypted database, or has it refused and sees that no file was changed by that."""

import hashlib
from pathlib import Path

import apsw

from core.errors import Trouble
from offline_cache.database import open_database

KEY = bytes(range(32))
OTHER = bytes(32)
STEPS = ("create table note (words text not null) strict;",)


def opened(path: Path, key: bytes = KEY, steps: tuple[str, ...] = STEPS) -> apsw.Connection:
    """The database, which has to open."""
    connection = open_database(path, key, steps)
    assert isinstance(connection, apsw.Connection)
    return connection


def refused(path: Path, key: bytes = KEY, steps: tuple[str, ...] = STEPS) -> str:
    """The trouble's key, after a look whether anything was changed."""
    before = contents(path.parent)
    trouble = open_database(path, key, steps)
    assert isinstance(trouble, Trouble)
    assert contents(path.parent) == before
    return trouble.key


def contents(folder: Path) -> dict[str, str]:
    """A digest of each file."""
    # The wal-index (-shm) is memory that happens to have a name, and an empty journal (-wal) says nothing.
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file() and not path.name.endswith("-shm")
        if path.stat().st_size or not path.name.endswith("-wal")
    }
