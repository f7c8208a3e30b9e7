# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A full outbox in every earlier format that there is: one for each step of the schema but the last."""

import shutil
from pathlib import Path
from typing import Final

import apsw

from core.submission import Delivery, Submission
from offline_cache import outbox_schema
from offline_cache.database import check_value_path, open_database
from offline_cache.outbox import FILE_NAME, StoredOutbox, open_outbox
from offline_cache.subkeys import Key, Purpose
from offline_cache.transactions import writing
from tests.support.earlier_store import make_earlier_store

EARLIER: Final = tuple(range(1, len(outbox_schema.STEPS)))
"""The numbers of the formats (`user_version`); a step that is added tomorrow makes today's format one of them."""

SEALED_SINCE: Final = 2
"""The format in which what was sent is sealed to a key pair; the one before keeps it as columns of a row."""

TABLES: Final = ("delivery", "epoch", "sealed")


def make_store(folder: Path, version: int, key: Key, items: tuple[Submission, ...], now: float) -> None:
    """An outbox of that format with these submissions waiting in it."""
    if version < SEALED_SINCE:
        make_earlier_store(folder, key, items)
        return
    present = folder.with_name(f"{folder.name}-present")
    outbox = open_outbox(present, key, now, ballast_bytes=0)
    assert isinstance(outbox, StoredOutbox), outbox
    for one in items:
        assert isinstance(outbox.seal(one), Delivery)
    outbox.close()
    shutil.copytree(present, folder)
    for path in (*folder.glob(f"{FILE_NAME}*"), check_value_path(folder / FILE_NAME)):
        path.unlink(missing_ok=True)
    before = _opened(present, key, len(outbox_schema.STEPS))
    after = _opened(folder, key, version)
    with writing(after):
        for table in TABLES:
            _copy(before, after, table)
    before.close()
    after.close()
    shutil.rmtree(present)


def _opened(folder: Path, key: Key, version: int) -> apsw.Connection:
    steps = outbox_schema.STEPS[:version]
    connection = open_database(folder / FILE_NAME, key.derive(Purpose.OUTBOX), steps)
    assert isinstance(connection, apsw.Connection), connection
    return connection


def _copy(before: apsw.Connection, after: apsw.Connection, table: str) -> None:
    """The rows of a table, as far as the earlier format has columns for them."""
    columns = ", ".join(str(row[1]) for row in after.execute(f"pragma table_info({table})"))
    rows = before.execute(f"select {columns} from {table}").fetchall()
    places = ", ".join("?" * (columns.count(",") + 1))
    after.executemany(f"insert into {table} ({columns}) values ({places})", rows)
