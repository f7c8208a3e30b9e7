# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The log's signature as a code to scan: whoever keeps it finds a log that was put back or exchanged."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import segno

from core.staff.log_events import LogEvent
from core.staff.log_record import Entry, LogMoment
from core.staff.roles import Role
from offline_cache.checkpoint_code import PREFIX, UnreadableCodeError, code_of, read_code
from offline_cache.staff_log import StoredLog, open_staff_log
from offline_cache.staff_log_chain import is_signed
from offline_cache.staff_log_check import LogFault
from offline_cache.staff_log_file import UnreadableLogError, check_file, read_checkpoint, written
from offline_cache.subkeys import Key, KeyOrigin

KEY = Key(bytes(range(32)), KeyOrigin.KEYRING)
AT = LogMoment("boot", 1_795_000_000.0, 5.0)
MOST_MODULES = 53
"""A side of version 9 (ISO/IEC 18004): 1 mm a module on the screen, which any phone reads."""


def add(log: StoredLog, role: Role, times: int) -> None:
    for _ in range(times):
        log.write(Entry(LogEvent.SIGNED_IN, role), AT)
    log.sign(AT)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[StoredLog]:
    opened = open_staff_log(tmp_path / "store", KEY)
    assert isinstance(opened, StoredLog)
    add(opened, Role.MANAGER, 7)
    yield opened
    opened.close()


@pytest.fixture
def code(log: StoredLog) -> str:
    return code_of(log.checkpoints()[-1], log.chain.public)


def test_a_code_is_small_and_says_what_was_signed(log: StoredLog, code: str) -> None:
    scanned = read_code(code)
    assert scanned.checkpoint == log.checkpoints()[-1]
    assert log.chain.public.startswith(scanned.key)
    assert is_signed(scanned.checkpoint, log.chain.public)
    assert len(segno.make(code, error="m", micro=False).matrix) <= MOST_MODULES


def test_a_code_that_was_copied_in_small_letters_and_lines_is_the_same(code: str) -> None:
    assert read_code(f"  {code[:40].lower()}\n{code[40:]} ") == read_code(code)


@pytest.mark.parametrize("place", [len(PREFIX) + 1, 30, 90, 150, 200])
def test_a_changed_sign_is_not_signed(log: StoredLog, code: str, place: int) -> None:
    other = "A" if code[place] != "A" else "B"
    changed = read_code(code[:place] + other + code[place + 1 :]).checkpoint
    assert not is_signed(changed, log.chain.public)


@pytest.mark.parametrize(
    "text", ["", "KIOSKLOG1:", "KIOSKLOG2:" + "A" * 224, "A" * 224, "KIOSKLOG1:" + "1" * 224]
)
def test_what_is_no_such_code_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UnreadableCodeError):
        read_code(text)
    with pytest.raises(UnreadableLogError):
        read_checkpoint(text)


def test_a_log_that_came_in_the_place_of_the_signed_one_is_found_here_and_in_a_file(
    log: StoredLog, code: str, tmp_path: Path
) -> None:
    taken = read_checkpoint(code)
    other = open_staff_log(tmp_path / "other", KEY)
    assert isinstance(other, StoredLog)
    add(other, Role.ATTENDANT, 6)
    public = other.chain.public
    assert other.verify(taken).fault is LogFault.CUT
    assert check_file(written(other), public, None, taken).fault is LogFault.CUT
    add(other, Role.ATTENDANT, 6)
    assert other.verify(taken).fault is LogFault.UNSIGNED
    assert check_file(written(other), public, None).whole
    assert check_file(written(other), public, None, taken).fault is LogFault.UNSIGNED
    add(log, Role.MANAGER, 3)
    assert log.verify(taken).whole
    assert check_file(written(log), public, None, taken).whole
    other.close()
