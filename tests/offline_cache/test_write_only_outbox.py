# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever seals cannot open; a key pair ends with its last item; and what an earlier version kept comes along."""

from pathlib import Path

import apsw
import pytest

from core import sync
from core.errors import Trouble
from core.submission import Delivery, DeliveryState, Received
from offline_cache.database import open_database
from offline_cache.epoch_keys import EpochKeys
from offline_cache.outbox import StoredOutbox, open_outbox
from offline_cache.outbox_rows import STEPS
from offline_cache.sealed_copy import MAGIC, CopyOpener, DamagedCopyError, epoch_of
from offline_cache.spool import copy_name
from offline_cache.subkeys import (
    COURIER_PURPOSES,
    SESSION_PURPOSES,
    Key,
    KeyOrigin,
    Keys,
    NotGivenError,
    Purpose,
    part,
)
from tests.support.earlier_store import make_earlier_store
from tests.support.submissions import MARKER, submission

KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)
SESSION, COURIER = part(KEY, SESSION_PURPOSES), part(KEY, COURIER_PURPOSES)
NOW = 5_000.0
DAY = 24 * 3_600.0


def opened(folder: Path, keys: Keys = COURIER, now: float = NOW) -> StoredOutbox:
    outbox = open_outbox(folder, keys, now, ballast_bytes=0)
    assert isinstance(outbox, StoredOutbox), outbox
    return outbox


def key_files(folder: Path) -> list[int]:
    return sorted(int(path.stem) for path in (folder / "epochs").iterdir())


def deliver(outbox: StoredOutbox, number: int) -> None:
    """The agency has it, and its answers are erased."""
    before = outbox.delivery(submission(number).id)
    assert before is not None
    leaving = sync.claim(before, NOW)
    received = sync.after(leaving, Received("R"), NOW, 0.5)
    assert outbox.update(before, leaving)
    assert outbox.update(leaving, received)
    outbox.erase_payload(before.id)


def test_the_window_s_process_seals_and_the_courier_opens(tmp_path: Path) -> None:
    courier, session = opened(tmp_path), opened(tmp_path, SESSION)

    assert isinstance(session.seal(submission(1)), Delivery)

    assert courier.submission(submission(1).id) == submission(1)
    courier.close()
    session.close()


def test_the_window_s_process_cannot_open_what_it_sealed(tmp_path: Path) -> None:
    opened(tmp_path).close()
    session = opened(tmp_path, SESSION)
    session.seal(submission(1))

    with pytest.raises(NotGivenError):
        session.submission(submission(1).id)
    with pytest.raises(NotGivenError):
        session.renew_keys(NOW)
    # With everything that it was given, tried as if it were the other half.
    name = copy_name(submission(1).id)
    content = (tmp_path / "spool" / f"{name}.sub").read_bytes()
    for secret in SESSION.by_purpose.values():
        stolen = CopyOpener(EpochKeys(tmp_path / "epochs", secret).private, secret)
        with pytest.raises(DamagedCopyError):
            stolen.open(content, name)
    session.close()


def test_the_master_key_and_the_courier_s_keys_do_open_it(tmp_path: Path) -> None:
    """The control: what the test before tries is what really opens."""
    outbox = opened(tmp_path)
    outbox.seal(submission(1))
    name = copy_name(submission(1).id)
    content = (tmp_path / "spool" / f"{name}.sub").read_bytes()

    opener = CopyOpener(EpochKeys(tmp_path / "epochs", COURIER.derive(Purpose.EPOCHS)).private, bytes(32))

    assert opener.open(content, name) == submission(1)
    outbox.close()


def test_nothing_is_sealed_before_there_is_a_key_to_seal_with(tmp_path: Path) -> None:
    session = opened(tmp_path, SESSION)

    refused = session.seal(submission(1))

    assert isinstance(refused, Trouble)
    assert refused.key == "trouble.store_locked"
    assert session.deliveries() == ()
    assert not list((tmp_path / "spool").iterdir())
    session.close()


@pytest.mark.requirement("PRV-02", part="old bytes cannot be opened once all is received")
def test_the_key_is_destroyed_with_the_last_item_and_old_bytes_cannot_be_opened_any_more(
    tmp_path: Path,
) -> None:
    outbox = opened(tmp_path)
    outbox.seal(submission(1))
    name = copy_name(submission(1).id)
    stale = (tmp_path / "spool" / f"{name}.sub").read_bytes()
    opener = CopyOpener(EpochKeys(tmp_path / "epochs", KEY.derive(Purpose.EPOCHS)).private, bytes(32))
    deliver(outbox, 1)

    outbox.renew_keys(NOW + 29.0)
    assert opener.open(stale, name) == submission(1), "too early: it can still be opened"
    outbox.renew_keys(NOW + 31.0)

    with pytest.raises(DamagedCopyError):
        opener.open(stale, name)
    assert key_files(tmp_path) == [2]
    outbox.seal(submission(2))
    assert outbox.submission(submission(2).id) == submission(2)
    outbox.close()


def test_after_a_day_the_next_key_begins_and_the_old_one_waits_for_its_items(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.seal(submission(1))
    outbox.renew_keys(NOW + DAY - 1.0)
    assert key_files(tmp_path) == [1]

    outbox.renew_keys(NOW + DAY + 1.0)
    outbox.seal(submission(2))

    assert key_files(tmp_path) == [1, 2]
    assert outbox.submission(submission(1).id) == submission(1)
    deliver(outbox, 1)
    outbox.renew_keys(NOW + DAY + 2.0)
    assert key_files(tmp_path) == [2]
    assert outbox.submission(submission(2).id) == submission(2)
    outbox.close()


def test_an_unused_key_stays_however_old_it_is(tmp_path: Path) -> None:
    outbox = opened(tmp_path)

    outbox.renew_keys(NOW + 400 * DAY)

    assert key_files(tmp_path) == [1]
    outbox.close()


def test_a_clock_that_was_set_back_ends_the_epoch_and_loses_nothing(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.seal(submission(1))

    outbox.renew_keys(NOW - 4_000 * DAY)
    outbox.seal(submission(2))

    assert key_files(tmp_path) == [1, 2]
    assert outbox.submission(submission(1).id) == submission(1)
    outbox.close()


def test_a_copy_without_a_row_keeps_its_key(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.seal(submission(1))
    kept = tmp_path / "spool" / f"{copy_name(submission(1).id)}.sub"
    content = kept.read_bytes()
    deliver(outbox, 1)
    kept.with_name("0" * 40 + ".sub").write_bytes(content)

    outbox.renew_keys(NOW + 60.0)

    assert key_files(tmp_path) == [1, 2]
    outbox.close()


def test_keys_survive_the_loss_of_the_database_and_it_all_comes_back(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    outbox = opened(tmp_path)
    for number, later in ((1, 0.0), (2, DAY + 1.0)):
        outbox.renew_keys(NOW + later)
        outbox.seal(submission(number))
    outbox.close()
    for path in tmp_path.glob("outbox.db*"):
        path.unlink()

    with caplog.at_level("CRITICAL"):
        again = opened(tmp_path)

    assert {again.submission(d.id) for d in again.deliveries()} == {submission(1), submission(2)}
    again.close()


@pytest.mark.expects_log
@pytest.mark.parametrize("spoilt", [b"", b"CKEPOCH1", b"\0" * 108, None])
def test_a_key_that_cannot_be_opened_is_left_and_another_is_begun(
    tmp_path: Path, spoilt: bytes | None
) -> None:
    outbox = opened(tmp_path)
    outbox.seal(submission(1))
    outbox.close()
    path = tmp_path / "epochs" / "000000001.key"
    if spoilt is None:
        path.unlink()
    else:
        path.write_bytes(spoilt)

    again = opened(tmp_path)

    again.seal(submission(2))
    assert again.submission(submission(2).id) == submission(2)
    assert again.submission(submission(1).id) is None, "nobody can open it, and nobody deletes it"
    assert {d.state for d in again.deliveries()} == {DeliveryState.SEALED}
    assert spoilt is None or path.read_bytes() == spoilt
    again.close()


@pytest.mark.expects_log
def test_a_row_that_is_damaged_is_read_from_its_second_copy(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.seal(submission(1))
    outbox._connection.execute("update sealed set content = ?", (MAGIC + bytes(100),))

    assert outbox.submission(submission(1).id) == submission(1)
    outbox.close()


def test_every_epoch_seals_anew_so_that_equal_answers_do_not_look_equal(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    contents = set()
    for number in range(1, 30):
        outbox.seal(submission(number, body=b"the same"))
        contents.add((tmp_path / "spool" / f"{copy_name(submission(number).id)}.sub").read_bytes()[12:60])

    assert len(contents) == 29
    outbox.close()


def test_what_the_earlier_format_kept_is_sealed_and_stays_whole(tmp_path: Path) -> None:
    items = tuple(submission(number) for number in range(1, 8))
    make_earlier_store(tmp_path, KEY, items)

    outbox = opened(tmp_path)

    assert tuple(outbox.submission(delivery.id) for delivery in outbox.deliveries()) == items
    assert outbox._connection.execute("select count(*) from payload").fetchall() == [(0,)]
    for path in (tmp_path / "spool").iterdir():
        assert epoch_of(path.read_bytes()) == 1
    outbox.close()


def test_the_window_s_process_opens_an_earlier_store_and_leaves_it_to_the_courier(tmp_path: Path) -> None:
    make_earlier_store(tmp_path, KEY, (submission(1),))

    session = opened(tmp_path, SESSION)
    assert len(session.deliveries()) == 1
    assert isinstance(session.seal(submission(2)), Trouble)
    courier = opened(tmp_path)

    assert isinstance(session.seal(submission(2)), Delivery)
    assert courier.submission(submission(1).id) == submission(1)
    session.close()
    courier.close()


def test_the_database_itself_holds_no_answer_even_when_it_is_decrypted(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.seal(submission(1))
    outbox.close()
    connection = open_database(tmp_path / "outbox.db", KEY.derive(Purpose.OUTBOX), STEPS)
    assert isinstance(connection, apsw.Connection)

    everything = repr([connection.execute(f"select * from {t}").fetchall() for t in ("delivery", "sealed")])

    assert MARKER.decode() not in everything
    assert submission(1).seal in everything
    connection.close()
