# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A database that cannot be opened: the reason is told apart, and the file is left as it was."""

import os
from pathlib import Path

import apsw
import pytest

from core.errors import Trouble
from offline_cache.database import PageCheck, check_value_path, open_database
from tests.support.disks import make_read_only, small_disk
from tests.support.opened_database import KEY, OTHER, STEPS, opened, refused


def test_wrong_key_is_told_from_damage_and_touches_nothing(filled: Path) -> None:
    assert refused(filled, OTHER) == "trouble.store_wrong_key"


def test_wrong_key_without_a_check_value_is_not_called_damage(filled: Path) -> None:
    check_value_path(filled).unlink()

    assert refused(filled, OTHER) == "trouble.store_wrong_key"


def test_right_key_without_a_check_value_opens_and_writes_it(filled: Path) -> None:
    check_value_path(filled).unlink()

    opened(filled).close()

    assert refused(filled, OTHER) == "trouble.store_wrong_key"


def test_wrong_key_makes_no_new_store_when_the_database_has_gone(filled: Path) -> None:
    filled.unlink()

    assert refused(filled, OTHER) == "trouble.store_wrong_key"
    assert not filled.exists()


@pytest.mark.parametrize(
    "content", [b"no database at all " * 500, os.urandom(8_192), b"SQLite format 3\0" * 512]
)
def test_garbage_is_damage_and_touches_nothing(filled: Path, content: bytes) -> None:
    filled.write_bytes(content)

    assert refused(filled) == "trouble.store_damaged"


def test_plain_database_is_refused_and_touches_nothing(tmp_path: Path) -> None:
    plain = apsw.Connection(str(tmp_path / "some.db"))
    plain.execute("create table note (words text); insert into note values ('x')")
    plain.close()

    assert refused(tmp_path / "some.db") == "trouble.store_wrong_key"


@pytest.mark.parametrize("page", [0, 1])
def test_one_flipped_bit_in_any_page_is_noticed(filled: Path, page: int) -> None:
    content = bytearray(filled.read_bytes())
    content[page * 4_096 + 1_000] ^= 4
    filled.write_bytes(content)

    assert refused(filled) == "trouble.store_damaged"


def test_truncated_file_is_damage(filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:4_096])

    assert refused(filled) == "trouble.store_damaged"


def test_newer_schema_is_refused(filled: Path) -> None:
    opened(filled, steps=(*STEPS, "create table later (x int) strict;")).close()

    assert refused(filled) == "trouble.store_newer"


def test_locked_file_is_said_to_be_locked(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("offline_cache.database.BUSY_MILLISECONDS", 50)
    holder = opened(filled)
    holder.pragma("locking_mode", "exclusive")
    holder.execute("begin exclusive; insert into note values ('mine')")

    trouble = open_database(filled, KEY, (*STEPS, "create table later (x int) strict;"))

    assert isinstance(trouble, Trouble)
    assert trouble.key == "trouble.store_locked"
    holder.execute("rollback")
    holder.close()


def test_link_in_place_of_the_file_is_not_followed(filled: Path, tmp_path: Path) -> None:
    link = tmp_path / "other" / "some.db"
    link.parent.mkdir(mode=0o700)
    link.symlink_to(filled)

    assert refused(link) == "trouble.store_unwritable"


def test_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "some.db").mkdir()

    assert refused(tmp_path / "some.db") == "trouble.store_unwritable"


def test_read_only_disk_is_said_to_be_unwritable(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        opened(disk / "some.db").close()
        make_read_only(disk)

        assert refused(disk / "some.db") == "trouble.store_unwritable"


def test_full_disk_is_said_to_be_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "8k") as disk:
        trouble = open_database(disk / "some.db", KEY, STEPS)

        assert isinstance(trouble, Trouble)
        assert trouble.key == "trouble.disk_full"


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_key_of_another_length_is_a_bug(tmp_path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_database(tmp_path / "some.db", bytes(length), STEPS)


def test_unchecked_pages_show_their_damage_when_they_are_read(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[-2_000] ^= 1
    filled.write_bytes(content)
    connection = open_database(filled, KEY, STEPS, check=PageCheck.FIRST_PAGES)
    assert isinstance(connection, apsw.Connection)

    with pytest.raises((apsw.CorruptError, apsw.NotADBError, apsw.IOError)):
        connection.execute("select * from note").fetchall()
    connection.close()
