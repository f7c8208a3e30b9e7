# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells the environment's faults (a `Trouble` to show) from our own (an error that stops loudly)."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from core.errors import Trouble, TroubleError

LOCKED = "trouble.store_locked"
WRONG_KEY = "trouble.store_wrong_key"
DAMAGED = "trouble.store_damaged"
UNWRITABLE = "trouble.store_unwritable"
NEWER = "trouble.store_newer"
DISK_FULL = "trouble.disk_full"

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})


def trouble_of(error: apsw.Error | OSError, place: str) -> Trouble:
    """The trouble behind an error of SQLite (result codes, sqlite.org/rescode.html) or of the file system.

    Anything that cannot be the environment's fault (wrong SQL, a broken constraint, misuse) is raised again.
    `place` says for staff which file it was; it holds no answer.
    """
    match error:
        case OSError():
            key = DISK_FULL if error.errno in _NO_SPACE else UNWRITABLE
            detail = errno.errorcode.get(error.errno or 0, "OSError")
        case apsw.FullError():
            key, detail = DISK_FULL, "SQLITE_FULL"
        case apsw.BusyError() | apsw.LockedError():
            key, detail = LOCKED, "SQLITE_BUSY"
        case apsw.CorruptError() | apsw.NotADBError():
            key, detail = DAMAGED, type(error).__name__
        case apsw.IOError() if _memory_map_is_full(error):
            key, detail = DISK_FULL, "SQLITE_IOERR_SHMSIZE"
        case apsw.IOError() | apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError():
            key, detail = UNWRITABLE, f"{type(error).__name__} {_code(error)}"
        case _:
            raise error
    return Trouble(key, detail=f"{place}: {detail}")


def is_full(error: apsw.Error | OSError) -> bool:
    """Whether the disk has no room."""
    match error:
        case OSError():
            return error.errno in _NO_SPACE
        case apsw.IOError():
            return _memory_map_is_full(error)
        case _:
            return isinstance(error, apsw.FullError)


@contextmanager
def troubles(place: str) -> Iterator[None]:
    """Carry the environment's faults inside up as TroubleError; our own pass unchanged."""
    try:
        yield
    except (apsw.Error, OSError) as error:
        raise TroubleError(trouble_of(error, place)) from error


def _code(error: apsw.Error) -> int:
    return int(getattr(error, "extendedresult", 0))


def _memory_map_is_full(error: apsw.Error) -> bool:
    # The wal-index is grown before anything else is written, so a full disk may show up here first.
    return _code(error) == apsw.SQLITE_IOERR_SHMSIZE
