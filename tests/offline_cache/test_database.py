# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening a database: encrypted, private, durable, and brought up to the newest schema."""

import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from offline_cache.database import open_database
from tests.support.opened_database import KEY, STEPS, opened

ROOT = Path(__file__).parents[2]


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
