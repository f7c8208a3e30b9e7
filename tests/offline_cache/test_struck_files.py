# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each operation on the files beside the database is struck in the proofs of failing disks and of power cuts."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from offline_cache import key_check
from offline_cache.epoch_keys import EpochKeys
from offline_cache.private_files import write_whole
from offline_cache.spool import Spool
from tests.support.faulty_disk import PowerCutError
from tests.support.struck_files import struck_files
from tests.support.submissions import submission

KEY = bytes(32)


class Counter:
    """Raises at the strike of that number."""

    def __init__(self, at: int = 0) -> None:
        self.at, self.done = at, 0

    def strike(self) -> None:
        self.done += 1
        if self.done == self.at:
            raise OSError(errno.EIO, "on purpose")


def keeps(folder: Path) -> object:
    Spool(folder).keep("copy", b"content")
    return None


def forgets(folder: Path) -> object:
    Spool(folder).forget(submission(1).id)
    return None


def destroys(folder: Path) -> object:
    keys = EpochKeys(folder, KEY)
    keys.make(1)
    keys.destroy(1)
    return None


WORKS: dict[str, tuple[Callable[[Path], object], int]] = {
    # Open, write, fsync, rename; then open and fsync of the folder.
    "a copy is kept": (keeps, 6),
    "a copy is forgotten": (forgets, 3),
    # Six to make it; open, write, fsync, unlink, then the folder.
    "a key is made and destroyed": (destroys, 12),
    "a check value is kept": (lambda folder: key_check.keep(folder / "outbox.kcv", KEY), 6),
    "a check value is read": (lambda folder: key_check.verdict(folder / "outbox.kcv", KEY), 1),
    "copies are listed": (lambda folder: Spool(folder).is_empty(), 1),
}


@pytest.mark.parametrize("name", WORKS)
def test_each_operation_is_counted_and_can_be_refused(name: str, tmp_path: Path) -> None:
    work, operations = WORKS[name]
    counted = Counter()
    with struck_files(tmp_path, counted.strike):
        work(tmp_path)
    assert counted.done == operations
    for at in range(1, operations + 1):
        folder = tmp_path / str(at)
        folder.mkdir()
        with struck_files(folder, Counter(at).strike), pytest.raises(OSError, match="on purpose"):
            work(folder)


def test_a_write_in_which_the_power_goes_has_written_half(tmp_path: Path) -> None:
    whole, counted = bytes(range(100)), Counter(2)

    def cut() -> None:
        try:
            counted.strike()
        except OSError as error:
            raise PowerCutError from error

    with struck_files(tmp_path, cut), pytest.raises(PowerCutError):
        write_whole(tmp_path / "file", whole)
    (left,) = tmp_path.iterdir()
    assert left.read_bytes() == whole[:50]


def test_files_elsewhere_are_left_alone(tmp_path: Path) -> None:
    ours, other = tmp_path / "ours", tmp_path / "other"
    for folder in (ours, other):
        folder.mkdir()
    counted = Counter()
    with struck_files(ours, counted.strike):
        (other / "file").write_bytes(b"x")
        (other / "file").unlink()
    assert counted.done == 0
