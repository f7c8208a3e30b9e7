# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one function that opens a database: encrypted, verified, durable, and never replaced when it fails.

SQLite3MultipleCiphers with ChaCha20-Poly1305 under a raw key. A passphrase key would keep its salt in page 1,
which a power cut can garble for good (5 of 1,000 simulated cuts); the raw key needs nothing from the file.
"""

import sys
import time
from enum import Enum
from pathlib import Path

import apsw

from core.errors import Trouble
from offline_cache import failures, key_check
from offline_cache.failures import trouble_of
from offline_cache.key_check import KeyVerdict
from offline_cache.migrations import migrate
from offline_cache.private_files import private_file, private_folder
from offline_cache.subkeys import KEY_BYTES

BUSY_MILLISECONDS = 5_000
JOURNAL_SIZE_LIMIT = 4 * 1024 * 1024

_PLAIN_HEADER = b"SQLite format 3\0"
_CIPHER = "chacha20"
# Another process that is just creating the file can make it look like no database for a moment.
_WORTH_A_SECOND_LOOK = frozenset({failures.DAMAGED, failures.WRONG_KEY})
_SECOND_LOOKS = 4
_SECOND_LOOK_SECONDS = 0.1


class PageCheck(Enum):
    """How much of an existing file is read before it is trusted. Each page is authenticated when read."""

    ALL_PAGES = "all pages"
    FIRST_PAGES = "first pages"


def open_database(
    path: Path,
    key: bytes,
    steps: tuple[str, ...],
    check: PageCheck = PageCheck.ALL_PAGES,
    vfs: str | None = None,
) -> apsw.Connection | Trouble:
    """Open, or create where nothing is, an encrypted database of mode 0600 in a folder of mode 0700.

    `key` is 32 raw bytes, `steps` the schema. Every failure of the environment is a `Trouble` and leaves an
    existing file as it was: wrong key, damage, lock, newer schema, no permission, full disk.
    `vfs` names another file layer to encrypt above, for tests.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a database key has {KEY_BYTES} bytes, not {len(key)}")
    try:
        verdict = _prepare(path, key)
    except OSError as error:
        return trouble_of(error, path.name)
    if verdict is KeyVerdict.WRONG:
        return Trouble(failures.WRONG_KEY, detail=f"{path.name}: key check value differs")
    for _ in range(_SECOND_LOOKS):
        opened = _attempt(path, key, steps, check, vfs, verdict)
        if isinstance(opened, apsw.Connection) or opened.key not in _WORTH_A_SECOND_LOOK:
            return opened
        time.sleep(_SECOND_LOOK_SECONDS)
    return _attempt(path, key, steps, check, vfs, verdict)


def check_value_path(path: Path) -> Path:
    """Where the key check value of a database is kept."""
    return path.with_suffix(".kcv")


def _prepare(path: Path, key: bytes) -> KeyVerdict:
    private_folder(path.parent)
    verdict = key_check.verdict(check_value_path(path), key)
    if verdict is KeyVerdict.WRONG:
        return verdict
    private_file(path)
    if verdict is KeyVerdict.UNKNOWN and path.stat().st_size == 0:
        # Before the first page, so that a damaged first page can never be mistaken for a wrong key.
        key_check.keep(check_value_path(path), key)
        return KeyVerdict.RIGHT
    return verdict


def _attempt(
    path: Path,
    key: bytes,
    steps: tuple[str, ...],
    check: PageCheck,
    vfs: str | None,
    verdict: KeyVerdict,
) -> apsw.Connection | Trouble:
    connection: apsw.Connection | None = None
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
        trouble = _set_up(connection, path, key, steps, check)
        if trouble is None and verdict is KeyVerdict.UNKNOWN:
            key_check.keep(check_value_path(path), key)
    except apsw.NotADBError as error:
        # Without a check value nobody can tell; the kinder reading keeps people from throwing the file away.
        reading = failures.DAMAGED if verdict is KeyVerdict.RIGHT else failures.WRONG_KEY
        trouble = Trouble(reading, detail=f"{path.name}: {type(error).__name__}")
    except (apsw.Error, OSError) as error:
        trouble = trouble_of(error, path.name)
    if connection is None:
        return trouble or Trouble(failures.UNWRITABLE, detail=path.name)
    if trouble is not None:
        connection.close()
        return trouble
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    return connection


def _set_up(
    connection: apsw.Connection, path: Path, key: bytes, steps: tuple[str, ...], check: PageCheck
) -> Trouble | None:
    # Until all is well, closing must not move pages of the journal into the file that we may have to refuse.
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    connection.set_busy_timeout(BUSY_MILLISECONDS)
    connection.pragma("cipher", _CIPHER)
    connection.pragma("key", "raw:" + key.hex())
    existing = path.stat().st_size > 0
    connection.execute("select count(*) from sqlite_schema").fetchall()
    _harden(connection)
    if existing and check is PageCheck.ALL_PAGES and _finds_damage(connection):
        return Trouble(failures.DAMAGED, detail=f"{path.name}: quick_check")
    trouble = migrate(connection, steps, path.name)
    if trouble is None:
        _verify(connection, path)
    return trouble


def _finds_damage(connection: apsw.Connection) -> bool:
    return bool(connection.execute("pragma quick_check(1)").fetchall() != [("ok",)])


def _harden(connection: apsw.Connection) -> None:
    for option, value in (
        (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
        (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
        (apsw.SQLITE_DBCONFIG_DQS_DML, 0),
        (apsw.SQLITE_DBCONFIG_DQS_DDL, 0),
    ):
        connection.config(option, value)
    for name, value_ in (
        ("temp_store", "memory"),
        ("secure_delete", "on"),
        ("cell_size_check", "on"),
        ("foreign_keys", "on"),
        ("journal_size_limit", JOURNAL_SIZE_LIMIT),
        ("journal_mode", "wal"),
        ("synchronous", "full"),
    ):
        connection.pragma(name, value_)
    if sys.platform == "darwin":
        connection.pragma("fullfsync", "on")
        connection.pragma("checkpoint_fullfsync", "on")


def _verify(connection: apsw.Connection, path: Path) -> None:
    """Misspelt pragmas are ignored in silence, so look at what came of them. RuntimeError: a wrong build."""
    found = {
        "cipher": connection.pragma("cipher"),
        "journal_mode": connection.pragma("journal_mode"),
        "synchronous": connection.pragma("synchronous"),
        "secure_delete": connection.pragma("secure_delete"),
    }
    wanted = {"cipher": _CIPHER, "journal_mode": "wal", "synchronous": 2, "secure_delete": 1}
    if found != wanted:
        raise RuntimeError(f"{path.name} was not opened as demanded: {found}")
    with path.open("rb") as file:
        if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise RuntimeError(f"{path.name} is not encrypted")
