# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The second copy of each accepted submission, a sealed file each: a damaged database loses nobody."""

import errno
import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from core.ids import SubmissionId
from offline_cache.private_files import UNFINISHED, private_folder, sync_folder, write_whole
from offline_cache.sealed_copy import epoch_of

_SUFFIX = ".sub"
_LOG = logging.getLogger(__name__)


def copy_name(submission: SubmissionId) -> str:
    """The file's name: a hash of the id, so that it is a safe name whatever the id looks like."""
    return hashlib.sha256(submission.encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class Spool:
    """A folder of sealed copies. Every method may raise OSError."""

    folder: Path

    def prepare(self) -> None:
        """Make the folder."""
        private_folder(self.folder)

    def keep(self, name: str, content: bytes) -> None:
        """Write a copy. When this has returned, it survives a power cut."""
        write_whole(self._path(name), content)

    def names(self) -> frozenset[str]:
        """The names of all copies there are, readable or not."""
        return frozenset(path.stem for path in self.folder.glob("*" + _SUFFIX))

    def is_empty(self) -> bool:
        """Whether there is nothing at all in the folder, finished or not."""
        return not any(self.folder.iterdir())

    def clear_unfinished(self) -> None:
        """Remove what a crash left half written, never acknowledged. Only while nobody else may write."""
        for unfinished in self.folder.glob("*" + UNFINISHED):
            unfinished.unlink(missing_ok=True)

    def content(self, name: str) -> bytes:
        """The sealed bytes of a copy."""
        return self._path(name).read_bytes()

    def epochs(self) -> frozenset[int] | None:
        """The epochs under which the copies say that they were sealed; None where one of them cannot be read."""
        found = set()
        for name in self.names():
            try:
                epoch = epoch_of(self.content(name))
            except FileNotFoundError:
                # A person has just given it up, in another process.
                continue
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                _LOG.error("a sealed copy cannot be read: %s", name)
                return None
            if epoch is not None:
                found.add(epoch)
        return frozenset(found)

    def forget(self, submission: SubmissionId) -> None:
        """Remove the copy, durably; nothing happens when there is none."""
        self.forget_name(copy_name(submission))

    def forget_name(self, name: str) -> None:
        """Remove the copy of that name."""
        self._path(name).unlink(missing_ok=True)
        sync_folder(self.folder)

    def _path(self, name: str) -> Path:
        return self.folder / (name + _SUFFIX)
