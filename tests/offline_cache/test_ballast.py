# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Room kept in reserve, and the bound below which nobody new should begin."""

import errno
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from offline_cache.ballast import Ballast
from tests.support.disks import small_disk


@pytest.mark.parametrize(("free", "room"), [(0, False), (199 * 2**20, False), (200 * 2**20, True)])
def test_visit_may_begin_only_with_room_to_finish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, room: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))

    assert Ballast(tmp_path / "ballast", 100_000).leaves_room() is room
    assert Ballast(tmp_path / "ballast", 0).leaves_room()


@pytest.mark.expects_log
def test_a_disk_that_cannot_be_asked_keeps_nobody_from_beginning(tmp_path: Path) -> None:
    assert Ballast(tmp_path / "gone" / "ballast", 100_000).leaves_room()


def test_ballast_takes_room_once_and_gives_it_back_once(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast", 100_000)

    ballast.load()
    ballast.load()

    status = (tmp_path / "ballast").stat()
    assert (status.st_size, status.st_mode & 0o777) == (100_000, 0o600)
    assert status.st_blocks * 512 >= 100_000
    assert [path.name for path in tmp_path.iterdir()] == ["ballast"]
    assert ballast.drop()
    assert not ballast.drop()


def test_no_ballast_is_taken_for_a_store_in_memory(tmp_path: Path) -> None:
    Ballast(tmp_path / "ballast", 0).load()

    assert list(tmp_path.iterdir()) == []


def test_ballast_does_not_take_the_last_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        Ballast(disk / "ballast", 100_000).load()

        assert list(disk.iterdir()) == []


@pytest.mark.expects_log
def test_a_disk_with_a_quota_has_no_ballast_and_no_rest_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: int) -> None:
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    monkeypatch.setattr(os, "posix_fallocate", refuse)

    Ballast(tmp_path / "ballast", 100_000).load()

    assert not list(tmp_path.iterdir())


def test_what_a_crash_left_of_a_ballast_is_removed(tmp_path: Path) -> None:
    (tmp_path / "ballast.0a0b0c0d.new").write_bytes(b"x" * 1_000)
    ballast = Ballast(tmp_path / "ballast", 100_000)
    ballast.load()
    ballast.load()
    assert [path.name for path in tmp_path.iterdir()] == ["ballast"]
