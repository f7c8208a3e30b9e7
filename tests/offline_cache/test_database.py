# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening a database: encrypted, private, durable; a file that cannot be opened is left as it was."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from core.errors import Trouble
from offline_cache.database import PageCheck, check_value_path, open_database
from tests.support.disks import make_read_only, small_disk

KEY = bytes(range(32))
OTHER = bytes(32)
STEPS = ("create table note (words text not null) strict;",)
ROOT = Path(__file__).parents[2]


def opened(path: Path, key: bytes = KEY, steps: tuple[str, ...] = STEPS) -> apsw.Connection:
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
    # The wal-index (-shm) is memory that happens to have a name, and an empty journal (-wal) says nothing.
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file() and not path.name.endswith("-shm")
        if path.stat().st_size or not path.name.endswith("-wal")
    }


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "store" / "some.db"
    connection = opened(path)
    connection.execute("insert into note values ('first')")
    connection.close()
    return path


def test_what_was_written_is_read_again(filled: Path) -> None:
    connection = opened(filled)

    assert connection.execute("select words from note").fetchall() == [("first",)]
    connection.close()


def test_settings_are_the_durable_and_guarded_ones(filled: Path) -> None:
    connection = opened(filled)

    assert connection.pragma("cipher") == "chacha20"
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("synchronous") == 2
    assert connection.pragma("secure_delete") == 1
    assert connection.pragma("temp_store") == 2
    assert connection.pragma("cell_size_check") == 1
    assert connection.pragma("trusted_schema") == 0
    assert connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, -1) == 1
    with pytest.raises(apsw.SQLError):
        connection.execute('select "no such column, taken for a text" from note')
    connection.close()


def test_everything_is_for_this_user_only(filled: Path) -> None:
    connection = opened(filled)
    connection.execute("insert into note values ('second')")

    modes = {path.name: path.stat().st_mode & 0o777 for path in filled.parent.iterdir()}

    assert set(modes) == {"some.db", "some.db-wal", "some.db-shm", "some.kcv"}
    assert set(modes.values()) == {0o600}
    assert filled.parent.stat().st_mode & 0o777 == 0o700
    connection.close()


def test_files_that_were_open_to_others_are_closed_to_them(filled: Path) -> None:
    filled.chmod(0o644)
    filled.parent.chmod(0o755)

    opened(filled).close()

    assert filled.stat().st_mode & 0o077 == 0
    assert filled.parent.stat().st_mode & 0o077 == 0


@pytest.mark.requirement("PRV-02", part="a database has no plain text")
def test_no_plain_text_is_in_any_file_and_the_search_for_it_works(tmp_path: Path) -> None:
    marker = "Amira-Testperson-0193"
    connection = opened(tmp_path / "some.db")
    connection.execute("insert into note values (?)", (marker,))
    plain = apsw.Connection(str(tmp_path / "plain.db"))
    plain.execute("create table note (words text)")
    plain.execute("insert into note values (?)", (marker,))

    found = {path.name for path in tmp_path.iterdir() if marker.encode() in path.read_bytes()}

    assert found == {"plain.db"}
    plain.close()
    connection.close()
    assert marker.encode() not in (tmp_path / "some.db").read_bytes()


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


def test_missing_steps_are_taken_and_keep_what_was_there(filled: Path) -> None:
    later = (
        *STEPS,
        "alter table note add column at real not null default 0;",
        "create index i on note (at);",
    )

    connection = opened(filled, steps=later)

    assert connection.execute("select words, at from note").fetchall() == [("first", 0.0)]
    assert connection.pragma("user_version") == 3
    connection.close()


def test_step_that_fails_leaves_the_schema_before_it(filled: Path) -> None:
    with pytest.raises(apsw.SQLError):
        open_database(filled, KEY, (*STEPS, "create table later (x int) strict; select nonsense();"))

    connection = opened(filled)
    assert connection.pragma("user_version") == 1
    assert connection.execute("select name from sqlite_schema where name = 'later'").fetchall() == []
    connection.close()


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


OPEN_AND_WRITE = """
import sys
from pathlib import Path
from offline_cache.database import open_database
steps = ("create table if not exists note (words text) strict;",)
c = open_database(Path(sys.argv[1]), bytes(range(32)), steps)
for _ in range(20):
    c.execute("insert into note values (?)", (sys.argv[2],))
c.close()
"""


def test_processes_that_make_the_same_new_store_at_once_all_get_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPEN_AND_WRITE, str(tmp_path / "some.db")]
    running = [
        subprocess.Popen([*command, str(number)], env={"PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE)
        for number in range(4)
    ]
    for process in running:
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said.decode()

    connection = opened(tmp_path / "some.db")
    rows = connection.execute("select words, count(*) from note group by words order by words").fetchall()
    assert rows == [("0", 20), ("1", 20), ("2", 20), ("3", 20)]
    connection.close()
