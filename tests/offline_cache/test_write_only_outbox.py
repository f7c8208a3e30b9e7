# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever seals cannot open; the database itself holds no answer; and what an earlier version kept comes along."""

from pathlib import Path

import apsw
import pytest

from core import sync
from core.errors import Trouble
from core.submission import Delivery, DeliveryState, Received
from offline_cache.database import open_database
from offline_cache.epoch_keys import EpochKeys
from offline_cache.outbox_schema import STEPS
from offline_cache.sealed_copy import MAGIC, CopyOpener, DamagedCopyError, epoch_of
from offline_cache.spool import copy_name
from offline_cache.subkeys import NotGivenError, Purpose
from tests.support.earlier_store import make_earlier_store, make_store_without_told_addresses
from tests.support.outbox_halves import COURIER, SESSION, opened
from tests.support.stored_outbox import KEY, NOW
from tests.support.submissions import MARKER, submission


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


def test_an_outbox_without_told_addresses_keeps_every_delivery_and_goes_on(tmp_path: Path) -> None:
    items = tuple(submission(number, repeatable=number > 2) for number in range(1, 5))
    before = make_store_without_told_addresses(tmp_path, KEY, items)
    assert len({delivery.state for delivery in before}) == len(before)

    outbox = opened(tmp_path)

    # Only what an attempt left open is decided anew, and that is the courier's when it starts.
    assert outbox.deliveries() == before
    for delivery, item in zip(before, items, strict=True):
        kept = outbox.submission(delivery.id)
        assert kept == (None if delivery.state is DeliveryState.RECEIVED else item)
    assert outbox.asked_about(1e9) == ()
    leaving = next(delivery for delivery in before if delivery.state is DeliveryState.LEAVING)
    arrived = sync.after(leaving, Received("R-9", "https://town.example/cases/9"), 9_000.0, 0.5)
    assert outbox.update(leaving, arrived)
    outbox.close()
    again = opened(tmp_path)
    assert again.delivery(leaving.id) == arrived
    again.close()


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
