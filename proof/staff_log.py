# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P29: whatever is changed in the log of staff is found, and nothing of any citizen stands in it."""

import random
import time
from collections.abc import Callable
from contextlib import nullcontext
from typing import Final
from unittest.mock import patch

import apsw

from core.staff.log_events import LogEvent
from core.staff.log_record import Entry, LogMoment
from core.staff.roles import Role
from offline_cache.database import open_database
from offline_cache.staff_log import FILE_NAME, HEAD, STEPS, StoredLog
from offline_cache.staff_log_chain import Chain, Link
from offline_cache.staff_log_check import LogFault, LogVerdict
from offline_cache.staff_log_file import UnreadableLogError, check_file, written
from offline_cache.subkeys import Key, KeyOrigin, Purpose
from proof.staff_log_people import people_named
from proof.verdict import Trial, Verdict

SEED: Final = 29
KEY: Final = Key(bytes(range(32)), KeyOrigin.PASSPHRASE)
RECORDS_FOR_EACH: Final = 20
"""Records for each place that is changed, so that a thousand places lie in 20,000 records."""

PEOPLE_FOR_EACH: Final = 10
"""People whose applications staff deal with, for each place."""

LONGEST_CHECK: Final = 1.0
"""Seconds of computing in which so many records are verified."""

Change = Callable[[apsw.Connection, int, random.Random], None]


def prove(trial: Trial) -> Verdict:
    """`number` places in a log are edited, deleted, exchanged and cut by somebody who has the database's key.

    The file that is exported is changed at each place too. The seeded fault is a check that only counts.
    """
    records, chance = trial.number * RECORDS_FOR_EACH, random.Random(SEED)
    connection = open_database(trial.folder / "store" / FILE_NAME, KEY.derive(Purpose.STAFF_LOG), STEPS)
    assert isinstance(connection, apsw.Connection)
    log = _made(connection, records)
    begun = time.process_time()
    whole = log.verify().whole
    took = time.process_time() - begun
    exported, public = written(log), log.chain.public
    whole = whole and check_file(exported, public, None).whole
    missed = 0
    with patch.object(StoredLog, "verify", _counted) if trial.control else nullcontext():
        for turn in range(trial.number):
            change = CHANGES[turn % len(CHANGES)]
            missed += not _found(connection, log, change, chance)
    missed += 0 if trial.control else _missed_in_files(exported, public, trial.number, chance)
    people = PEOPLE_FOR_EACH * trial.number
    named = people_named(log, trial.folder, people)
    whole = whole and log.verify().whole
    log.close()
    found = f"records {records} places {2 * trial.number} not found {missed} verified in {took:.2f} s"
    return Verdict(
        whole and missed == 0 and named == 0 and took < LONGEST_CHECK,
        f"{found} people {people} named {named}",
    )


def _edited(connection: apsw.Connection, number: int, chance: random.Random) -> None:
    ((kept,),) = connection.execute("select content from record where number = ?", (number,)).fetchall()
    assert isinstance(kept, bytes)
    content = bytearray(kept)
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    connection.execute("update record set content = ? where number = ?", (bytes(content), number))


def _deleted(connection: apsw.Connection, number: int, _: random.Random) -> None:
    connection.execute("delete from record where number = ?", (number,))


def _exchanged(connection: apsw.Connection, number: int, chance: random.Random) -> None:
    ((last,),) = connection.execute("select count(*) from record").fetchall()
    other = number % int(str(last)) + 1
    both = connection.execute(
        "select number, content, mac from record where number in (?, ?)", (number, other)
    ).fetchall()
    rows = {one: (content, mac) for one, content, mac in both}
    for here, there in ((number, other), (other, number)):
        connection.execute("update record set content = ?, mac = ? where number = ?", (*rows[there], here))
    del chance


def _cut(connection: apsw.Connection, number: int, _: random.Random) -> None:
    connection.execute("delete from record where number >= ?", (number,))
    connection.execute("delete from checkpoint where number >= ?", (number,))


def _cut_and_told(connection: apsw.Connection, number: int, _: random.Random) -> None:
    # As above, and the end is said to be there; its seal cannot be made without the chain's secret.
    connection.execute("delete from record where number >= ?", (number,))
    connection.execute("delete from checkpoint where number >= ?", (number,))
    connection.execute("update place set number = ? where name = ?", (number - 1, HEAD))


CHANGES: Final[tuple[Change, ...]] = (_edited, _deleted, _exchanged, _cut, _cut_and_told)


def _found(connection: apsw.Connection, log: StoredLog, change: Change, chance: random.Random) -> bool:
    connection.execute("begin immediate")
    try:
        change(connection, chance.randrange(1, len(log.rows()) + 1), chance)
        return not log.verify().whole
    finally:
        connection.execute("rollback")


def _missed_in_files(exported: bytes, public: bytes, places: int, chance: random.Random) -> int:
    missed = 0
    lines = exported.splitlines(keepends=True)
    for turn in range(places):
        at = chance.randrange(1, len(lines))
        match turn % 3:
            case 0:
                changed = [*lines[:at], lines[at].replace(b'"', b"'", 1), *lines[at + 1 :]]
            case 1:
                changed = [*lines[:at], *lines[at + 1 :]]
            case _:
                changed = lines[:at]
        # A signature in the middle may go: the ones after it prove the same records.
        harmless = turn % 3 == 1 and b"signature" in lines[at] and at < len(lines) - 1
        missed += _is_whole(b"".join(changed), public) and not harmless
    return missed


def _is_whole(content: bytes, public: bytes) -> bool:
    try:
        return check_file(content, public, None).whole
    except UnreadableLogError:
        return False


def _counted(log: StoredLog) -> LogVerdict:
    rows = log.rows()
    fault = None if [row.number for row in rows] == list(range(1, len(rows) + 1)) else LogFault.MISSING
    return LogVerdict(len(rows), Link(len(rows)), fault)


def _made(connection: apsw.Connection, records: int) -> StoredLog:
    # Whether each record is on the disk by itself is P11's and P1's; here only the chain is asked.
    connection.pragma("synchronous", 0)
    log = StoredLog(connection, Chain(KEY.derive(Purpose.STAFF_LOG_CHAIN)))
    for number in range(records):
        role = (Role.ATTENDANT, Role.MANAGER, Role.TECHNICIAN)[number % 3]
        entry = Entry(LogEvent.SIGNED_IN, role, refs={"wait": number % 7})
        log.write(entry, LogMoment("boot", 1_795_000_000.0 + number, float(number)))
    log.sign(LogMoment("boot", 1_795_000_000.0 + records, float(records)))
    return log
