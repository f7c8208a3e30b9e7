# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that only takes up room, given back when the disk is full so that the citizen at hand can finish."""

import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import apsw

from offline_cache.failures import is_full
from offline_cache.private_files import PRIVATE_FILE, UNFINISHED, unfinished_name

BALLAST_BYTES = 32 * 1024 * 1024
# With less than this free nobody new should begin to type.
ROOM_FOR_A_VISIT_BYTES = 200 * 1024 * 1024
_CHUNK = 1024 * 1024

T = TypeVar("T")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ballast:
    """One file of `size` bytes (0: none is kept, for stores in memory)."""

    path: Path
    size: int

    def load(self) -> None:
        """Take the room, unless it is taken or the disk has none to spare.

        A disk that refuses, for its quota say, has no ballast and works all the same. What a crash left of an attempt
        is removed.
        """
        try:
            self._load()
        except OSError as error:
            _LOG.warning("no ballast: %s", error.strerror)

    def _load(self) -> None:
        if self.size == 0:
            return
        if self.path.exists():
            for unfinished in self.path.parent.glob(f"{self.path.name}.*{UNFINISHED}"):
                unfinished.unlink(missing_ok=True)
            return
        if shutil.disk_usage(self.path.parent).free < ROOM_FOR_A_VISIT_BYTES + self.size:
            return
        temporary = unfinished_name(self.path)
        descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_EXCL, PRIVATE_FILE)
        try:
            with os.fdopen(descriptor, "wb") as file:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, self.size)
                else:
                    for _ in range(0, self.size, _CHUNK):
                        file.write(bytes(_CHUNK))
            temporary.replace(self.path)
        finally:
            temporary.unlink(missing_ok=True)

    def leaves_room(self) -> bool:
        """Whether a new visit may begin on this disk, so that it is not told at its end that nothing can be kept.

        Also where the disk cannot be asked, and for stores in memory.
        """
        if self.size == 0:
            return True
        try:
            return shutil.disk_usage(self.path.parent).free >= ROOM_FOR_A_VISIT_BYTES
        except OSError as error:
            _LOG.warning("the disk does not say what room is left: %s", error.strerror)
            return True

    def giving(self, work: Callable[[], T]) -> T:
        """Do it; once more with the ballast's room where the disk is full. Whatever it raises then is raised."""
        try:
            return work()
        except (apsw.Error, OSError) as error:
            if not is_full(error) or not self.drop():
                raise
        return work()

    def drop(self) -> bool:
        """Give the room back. Whether there was any. OSError when the file cannot be removed."""
        if not self.path.exists():
            return False
        self.path.unlink()
        return True
