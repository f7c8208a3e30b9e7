# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One program for each store: whoever starts it a second time is shown the window that is there (reliability.md P33).

In two windows the same form that was begun could be filled and sent twice, of which the outbox takes the first.
"""

import fcntl
import logging
import os
import signal
from pathlib import Path
from typing import Final

from offline_cache.private_files import write_whole

LOCK: Final = "program.lock"
NAMED: Final = "program.pid"
log = logging.getLogger("kiosk.supervisor")

COME: Final = signal.SIGURG
"""Ignored by whoever does not listen to it yet, or is another process by now (signal(7))."""


class OneProgram:
    """The right to be the program of one store. The kernel takes it back from whoever dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: int | None = None

    def begin(self) -> bool:
        """Whether nobody else is it. Where the disk takes no file nobody knows, and the screen says what is wrong."""
        try:
            self._lock = os.open(self._folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            # As `filelock` does it in our other processes, without two megabytes of it (flock(2)).
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            write_whole(self._folder / NAMED, str(os.getpid()).encode())
        except BlockingIOError:
            self.end()
            return False
        except OSError as error:
            log.error("whether this program runs already is not known: %s", error.strerror)
        return True

    def ask_the_other(self) -> None:
        """Have the one that is there come to the front. One that is just beginning comes by itself."""
        try:
            os.kill(int((self._folder / NAMED).read_text("ascii")), COME)
        except (FileNotFoundError, ValueError, ProcessLookupError, PermissionError):
            return

    def end(self) -> None:
        """From here on another may begin, while what was under way here ends."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
