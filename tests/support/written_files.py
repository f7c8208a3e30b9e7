# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file that is written anywhere on this machine, as the kernel tells of it (fanotify), deleted ones too.

Only root may ask. A file is kept open from its first change on, so that what was deleted can still be searched.
"""

import contextlib
import ctypes
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.support.searching import hits, hits_in_file

CLOSE_ON_EXEC, NON_BLOCKING, UNLIMITED_QUEUE = 0x1, 0x2, 0x10
ADD, FILE_SYSTEM = 0x1, 0x100
MODIFIED, CLOSED_AFTER_WRITING = 0x2, 0x8
FROM_HERE: Final = -100
EVENT: Final = struct.Struct("=IBBHQii")
"""`struct fanotify_event_metadata` of fanotify(7): its length, three fields, what happened, the file, the process."""

NO_FILES: Final = frozenset(
    {"proc", "sysfs", "cgroup", "cgroup2", "devpts", "devtmpfs", "mqueue", "debugfs", "tracefs", "securityfs"}
)
LARGEST: Final = 64 << 20
MOST_OPEN: Final = 400
"""Beyond these the oldest is searched at once: a process may have a thousand files open."""

_LIBC: Final = ctypes.CDLL(None, use_errno=True)
_LIBC.fanotify_mark.argtypes = (
    ctypes.c_int,
    ctypes.c_uint,
    ctypes.c_uint64,
    ctypes.c_int,
    ctypes.c_char_p,
)


class WrittenFiles:
    """Sees what is written from now on. `concerns` says of a process and a path whether they matter.

    Raises PermissionError for whoever may not ask.
    """

    def __init__(self, concerns: Callable[[int, str], bool]) -> None:
        self._concerns = concerns
        self._open: dict[tuple[int, int], tuple[str, int]] = {}
        self._found: dict[str, int] = {}
        self.seen = 0
        self.word = ""
        flags = CLOSE_ON_EXEC | NON_BLOCKING | UNLIMITED_QUEUE
        self._queue = _LIBC.fanotify_init(flags, os.O_RDONLY | os.O_CLOEXEC | os.O_LARGEFILE)
        if self._queue < 0:
            raise PermissionError(ctypes.get_errno(), "fanotify")
        for place in _file_systems():
            # One that is no store of files, or is gone already, cannot be marked and holds nothing.
            _LIBC.fanotify_mark(
                self._queue, ADD | FILE_SYSTEM, MODIFIED | CLOSED_AFTER_WRITING, FROM_HERE, place.encode()
            )

    def look(self) -> None:
        """Take what has happened since the last look. To be called often: what waits is held by the kernel."""
        while True:
            try:
                events = os.read(self._queue, 1 << 16)
            except BlockingIOError:
                return
            at = 0
            while at < len(events):
                length, _, _, _, _, file, process = EVENT.unpack_from(events, at)
                at += length
                if file >= 0:
                    self._take(file, process)

    def _take(self, file: int, process: int) -> None:
        path = os.readlink(f"/proc/self/fd/{file}")
        status = os.fstat(file)
        key = (status.st_dev, status.st_ino)
        if key in self._open or not self._concerns(process, path):
            os.close(file)
            return
        self.seen += 1
        self._open[key] = (path, file)
        if len(self._open) > MOST_OPEN:
            self._search(next(iter(self._open)))

    def holding_the_word(self) -> dict[str, int]:
        """The files written since `word` was set that hold it now, or are named so."""
        self.look()
        for key in list(self._open):
            self._search(key)
        return dict(self._found)

    def expect(self, word: str) -> None:
        """Begin anew, with this word."""
        self.look()
        self._let_go()
        self._found.clear()
        self.word = word

    def _search(self, key: tuple[int, int]) -> None:
        path, file = self._open.pop(key)
        with contextlib.suppress(OSError):
            content = os.pread(file, LARGEST, 0)
            if number := hits_in_file(content, self.word) + hits(path.encode(), self.word):
                self._found[path] = number
        os.close(file)

    def close(self) -> None:
        """Let go of everything."""
        self._let_go()
        os.close(self._queue)

    def _let_go(self) -> None:
        for _, file in self._open.values():
            os.close(file)
        self._open.clear()


def _file_systems() -> list[str]:
    places: dict[int, str] = {}
    for line in Path("/proc/self/mounts").read_text("utf-8").splitlines():
        _, place, kind, *_ = line.split()
        if kind in NO_FILES:
            continue
        with contextlib.suppress(OSError):
            places.setdefault(Path(place).stat().st_dev, place)
    return list(places.values())
