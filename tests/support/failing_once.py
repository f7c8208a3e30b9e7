# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets each disk operation of an outbox fail once: SQLite's own, and those on the files beside its database."""

import errno
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import apsw

from core import sync
from core.errors import Trouble, TroubleError
from core.submission import Delivery, Submission
from offline_cache import failures
from offline_cache.outbox import StoredOutbox
from tests.support.faulty_disk import FailingDisk
from tests.support.struck_files import struck_files
from tests.support.told_of_disks import (
    Acknowledged,
    faults_of,
    let_go,
    nothing,
    opened,
    prepared,
    unfinished,
    work,
)

BEGINNINGS = {"first start": nothing, "kept": prepared}


@dataclass(slots=True)
class Swept:
    """`operations` there are, `failed` of them on purpose, `on_files` of those outside the database."""

    operations: int = 0
    failed: int = 0
    on_files: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Files:
    """Refuses an operation on files when it is its turn among all operations of the disk."""

    disk: FailingDisk
    struck: bool = False

    def strike(self) -> None:
        """OSError with the number that the file system would give."""
        try:
            self.disk.operations.next()
        except apsw.IOError as error:
            self.struck = True
            raise OSError(errno.EIO, "fails on purpose") from error
        except apsw.FullError as error:
            self.struck = True
            raise OSError(errno.ENOSPC, "fails on purpose") from error


def fail_each_once(folder: Path, disk: FailingDisk, error: type[apsw.Error], most: int) -> Swept:
    """Let operations fail once, each in a store of its own: `most` of them, half while a store is made.

    After each the store is opened again on a disk that works, and all the work is to be done there.
    """
    swept = Swept()
    for name, begin in BEGINNINGS.items():
        place = folder / f"{error.__name__}-{name}"
        place.mkdir()
        begin(place / "counted")
        disk.fail(None, error)
        _lived(place / "counted", disk, Acknowledged())
        operations = disk.operations.done
        swept.operations += operations
        share = max(1, most // len(BEGINNINGS))
        for turn in range(min(share, operations)):
            _struck(place, disk, error, 1 + turn * operations // min(share, operations), begin, swept)
    return swept


def _struck(
    place: Path,
    disk: FailingDisk,
    error: type[apsw.Error],
    at: int,
    begin: Callable[[Path], Acknowledged],
    swept: Swept,
) -> None:
    store, looked_at = place / "store", place / "looked-at"
    told = begin(store)
    disk.fail(at, error)
    on_files, _ = _lived(store, disk, told)
    swept.failed += disk.operations.failed
    swept.on_files += on_files
    shutil.copytree(store, looked_at)
    wrong = faults_of(looked_at, told)
    disk.fail(None, error)
    _, trouble = _lived(store, disk, told)
    wrong += [trouble] if trouble else unfinished(told)
    wrong += faults_of(store, told)
    swept.wrong += [f"{place.name} {at}: {one}" for one in wrong]
    for one in (store, looked_at):
        shutil.rmtree(one)


def _lived(store: Path, disk: FailingDisk, told: Acknowledged) -> tuple[bool, str]:
    """One life of the program on that disk: whether it failed at a file, and what it ended with."""
    files, trouble = _Files(disk), ""
    with struck_files(store, files.strike):
        outbox = opened(store, disk.name)
        if isinstance(outbox, Trouble):
            return files.struck, f"does not open: {outbox.detail}"
        assert isinstance(outbox, StoredOutbox)
        try:
            work(outbox, told)
        except TroubleError as error:
            trouble = f"ended with {error.trouble.detail}"
        let_go(outbox)
    return files.struck, trouble


_seal = StoredOutbox.seal


def says_sealed(outbox: StoredOutbox, submission: Submission) -> Delivery | Trouble:
    """In the place of `StoredOutbox.seal`: takes a failed write for a done one."""
    sealed = _seal(outbox, submission)
    return sync.begin(submission) if isinstance(sealed, Trouble) else sealed


def wedged(outbox: StoredOutbox, submission: Submission) -> Delivery | Trouble:
    """In the place of `StoredOutbox.seal`: a store that has refused once refuses for ever, on whatever connection."""
    mark = outbox._spool.folder.with_name("wedged")
    if mark.exists():
        return Trouble(failures.UNWRITABLE, detail="wedged")
    sealed = _seal(outbox, submission)
    if isinstance(sealed, Trouble):
        mark.touch()
    return sealed
