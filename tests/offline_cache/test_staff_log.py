# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of staff: whatever is changed in it is found, on the machine and in a file that was taken away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from core.staff.log_events import Disposition, LogEvent
from core.staff.log_record import CHECKPOINT_EVERY, Entry, LogMoment
from core.staff.roles import Role
from offline_cache.database import open_database
from offline_cache.staff_log import FILE_NAME, STEPS, StoredLog, open_staff_log
from offline_cache.staff_log_check import LogFault
from offline_cache.staff_log_file import (
    UnreadableLogError,
    check_file,
    last_checkpoint,
    read_checkpoint,
    written,
)
from offline_cache.subkeys import (
    COURIER_PURPOSES,
    HOME_PURPOSES,
    Key,
    KeyOrigin,
    NotGivenError,
    Purpose,
    part,
)

KEY = Key(bytes(range(32)), KeyOrigin.KEYRING)
DAY = 86_400.0
RECORDS = 250


def at(days: float) -> LogMoment:
    return LogMoment("boot", 1_795_000_000.0 + days * DAY, 5.0)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of 250 records, all of them signed."""
    folder = tmp_path_factory.mktemp("made") / "store"
    opened = open_staff_log(folder, KEY)
    assert isinstance(opened, StoredLog)
    for number in range(RECORDS):
        opened.write(Entry(LogEvent.SIGNED_IN, Role.ATTENDANT, Disposition.DONE), at(number))
    opened.sign(at(RECORDS))
    opened.close()
    return folder


@pytest.fixture
def log(tmp_path: Path, made: Path) -> Iterator[StoredLog]:
    """The same in a folder of this test's own."""
    shutil.copytree(made, tmp_path / "store")
    opened = open_staff_log(tmp_path / "store", KEY)
    assert isinstance(opened, StoredLog)
    yield opened
    opened.close()


@pytest.fixture
def outside(tmp_path: Path, log: StoredLog) -> Iterator[apsw.Connection]:
    """Somebody who has the database's key, and not the chain's."""
    del log
    connection = open_database(tmp_path / "store" / FILE_NAME, KEY.derive(Purpose.STAFF_LOG), STEPS)
    assert isinstance(connection, apsw.Connection)
    yield connection
    connection.close()


def test_a_log_that_nobody_touched_is_whole(log: StoredLog) -> None:
    assert log.verify().whole
    assert log.verify().records == RECORDS
    assert [one.link.number for one in log.checkpoints()] == [CHECKPOINT_EVERY, 2 * CHECKPOINT_EVERY, RECORDS]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            "update record set content = cast(replace(content, 'attendant', 'manager') as blob) where number = 77",
            LogFault.CHANGED,
        ),
        ("update record set mac = zeroblob(32) where number = 1", LogFault.CHANGED),
        ("delete from record where number = 120", LogFault.MISSING),
        ("delete from record where number = 1", LogFault.MISSING),
        ("delete from record where number > 240", LogFault.CUT),
        ("delete from record where number > 240; delete from checkpoint where number > 240", LogFault.CUT),
        ("delete from record; delete from checkpoint", LogFault.CUT),
        ("update checkpoint set signature = zeroblob(64) where number = 100", LogFault.UNSIGNED),
        ("update place set number = 240 where name = 'head'", LogFault.BEGINNING),
        (
            "update record set number = -1 where number = 8; update record set number = 8 where number = 9",
            LogFault.MISSING,
        ),
    ],
)
def test_whatever_is_changed_with_the_databases_key_is_found(
    log: StoredLog, outside: apsw.Connection, change: str, fault: LogFault
) -> None:
    outside.execute(change).fetchall()
    assert log.verify().fault is fault


def test_an_older_file_put_back_whole_is_found_by_a_checkpoint_that_was_taken_away(
    log: StoredLog, tmp_path: Path
) -> None:
    log.sign(at(RECORDS))
    taken = read_checkpoint(last_checkpoint(log))
    younger = open_staff_log(tmp_path / "other", KEY)
    assert isinstance(younger, StoredLog)
    for number in range(RECORDS - 1):
        younger.write(Entry(LogEvent.SIGNED_IN, Role.ATTENDANT, Disposition.DONE), at(number))
    assert younger.verify().whole
    assert younger.verify(taken).fault is LogFault.CUT
    assert log.verify(taken).whole
    younger.close()


def test_a_file_is_checked_by_the_public_key_alone(log: StoredLog) -> None:
    content, public = written(log), log.chain.public
    assert check_file(content, public, None).whole
    assert check_file(content, public, log.chain).records == RECORDS
    assert check_file(content, bytes(32), None).fault is LogFault.UNSIGNED
    lines = content.splitlines(keepends=True)
    assert check_file(content.replace(b"attendant", b"manager", 1), public, None).fault is LogFault.UNSIGNED
    assert check_file(b"".join(lines[:-1]), public, None).fault is LogFault.CUT
    assert check_file(b"".join(lines[:60] + lines[61:]), public, None).fault is LogFault.MISSING


def test_a_file_that_ends_at_an_earlier_signature_is_found(log: StoredLog) -> None:
    lines = written(log).splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if b"signature" in line and number)
    verdict = check_file(b"".join(lines[: place + 1]), log.chain.public, None)
    assert verdict.fault is LogFault.CUT


def test_a_file_whose_beginning_was_taken_out_is_found(log: StoredLog) -> None:
    lines = written(log).splitlines(keepends=True)
    signed = log.checkpoints()[0]
    place = next(number for number, line in enumerate(lines) if b"signature" in line and number)
    head = lines[0].replace(b"0" * 64 + b'","format"', signed.link.digest.hex().encode() + b'","format"')
    head = head.replace(b'"mac":"' + b"0" * 64, b'"mac":"' + signed.link.mac.hex().encode())
    head = head.replace(b'"seq":0', b'"seq":100')
    verdict = check_file(head + b"".join(lines[place + 1 :]), log.chain.public, None)
    assert verdict.fault is LogFault.BEGINNING


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]\n", b"\xff\xfe", b'{"format":"civic-kiosk staff log 1"}']
)
def test_what_is_no_such_file_is_said_to_be_none(log: StoredLog, content: bytes) -> None:
    with pytest.raises(UnreadableLogError):
        check_file(content, log.chain.public, None)


def test_what_is_older_than_four_hundred_days_goes_and_the_rest_stays_whole(log: StoredLog) -> None:
    for number in range(RECORDS, 620):
        log.write(Entry(LogEvent.SIGNED_IN, Role.ATTENDANT), at(number))
    log.shorten(at(5_000))
    assert log.verify().whole
    assert log.rows()[0].number == 2 * CHECKPOINT_EVERY + 1
    assert b"log-shortened" in log.rows()[-1].content
    log.sign(at(620))
    assert check_file(written(log), log.chain.public, log.chain).whole


def test_a_date_that_is_wrong_at_one_start_takes_nothing_out(log: StoredLog) -> None:
    log.shorten(at(100_000))
    assert log.verify().records == RECORDS


def test_whether_the_program_was_stopped_in_order_is_known(log: StoredLog) -> None:
    assert log.ended_in_order()
    log.write(Entry(LogEvent.STARTED, refs={"version": "1"}), at(1))
    log.write(Entry(LogEvent.ADDED, refs={"role": "manager"}), at(1))
    assert not log.ended_in_order()
    log.write(Entry(LogEvent.STOPPED), at(1))
    log.write(Entry(LogEvent.ADDED, refs={"role": "manager"}), at(1))
    assert log.ended_in_order()


def test_neither_a_visit_nor_the_courier_can_open_it(tmp_path: Path) -> None:
    for purposes in (HOME_PURPOSES, COURIER_PURPOSES):
        with pytest.raises(NotGivenError):
            open_staff_log(tmp_path / "store", part(KEY, purposes))
