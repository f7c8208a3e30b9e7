# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox on a full disk: it says so, keeps everyone who was accepted, and lets the citizen at hand finish."""

import os
from pathlib import Path

import pytest

from core import sync
from core.errors import Trouble, TroubleError
from core.submission import Delivery, DeliveryState, NotSent
from kiosk.store_access import OpenStores, open_stores
from offline_cache.cache import StoredCache
from offline_cache.outbox import StoredOutbox
from offline_cache.subkeys import Key, KeyOrigin
from tests.support.disks import fill, small_disk
from tests.support.stored_outbox import NOW, opened, sealed
from tests.support.submissions import submission


def test_full_disk_is_said_and_keeps_everyone_who_was_accepted(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        outbox = opened(disk / "store")
        accepted, answer = [], None
        for number in range(1_000):
            answer = outbox.seal(submission(number, body=os.urandom(8_000)))
            if isinstance(answer, Trouble):
                break
            accepted.append(answer)
        assert isinstance(answer, Trouble)
        assert answer.key == "trouble.disk_full"
        assert len(accepted) > 50
        assert outbox.deliveries() == tuple(accepted)
        outbox.close()

        again = opened(disk / "store")
        assert again.deliveries() == tuple(accepted)
        assert len(list((disk / "store" / "spool").iterdir())) == len(accepted)
        again.close()


def test_on_a_full_disk_the_ballast_lets_the_citizen_at_hand_finish(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        outbox = opened(disk / "store")
        (disk / "store" / "ballast").write_bytes(bytes(400_000))
        fill(disk / "filler")

        delivery = outbox.seal(submission(1))

        assert isinstance(delivery, Delivery)
        assert not (disk / "store" / "ballast").exists()
        outbox.close()


def carry_on(outbox: StoredOutbox, delivery: Delivery) -> None:
    """Attempt it again and again, until the journal has to grow."""
    for _ in range(1_000):
        leaving = sync.claim(delivery, NOW)
        assert outbox.update(delivery, leaving)
        delivery = sync.after(leaving, NotSent("no_name"), NOW, 0.5)
        assert outbox.update(leaving, delivery)


def test_full_disk_in_the_middle_of_a_delivery_is_raised_and_changes_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        outbox = opened(disk / "store")
        first = sealed(outbox, submission(1))
        fill(disk / "filler")

        with pytest.raises(TroubleError, match="disk_full"):
            carry_on(outbox, first)

        (disk / "filler").unlink()
        (kept,) = outbox.deliveries()
        assert kept.state in (DeliveryState.SEALED, DeliveryState.LEAVING)
        outbox.close()


def test_on_a_full_disk_the_ballast_lets_what_was_sealed_leave(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        outbox = opened(disk / "store")
        delivery = sealed(outbox, submission(1))
        ballast = disk / "store" / "ballast"
        ballast.write_bytes(bytes(400_000))
        fill(disk / "filler")
        for _ in range(1_000):
            if not ballast.exists():
                break
            leaving = sync.claim(delivery, NOW)
            assert outbox.update(delivery, leaving)
            delivery = sync.after(leaving, NotSent("no_name"), NOW, 0.5)
            assert outbox.update(leaving, delivery)
        assert not ballast.exists(), "the journal had to grow, and got the room"
        assert outbox.delivery(delivery.id) == delivery
        outbox.close()


def test_after_another_start_on_a_full_disk_the_ballast_lets_the_stores_open(tmp_path: Path) -> None:
    key = Key(bytes(range(32)), KeyOrigin.KEYRING)
    with small_disk(tmp_path / "disk", "3m") as disk:
        store = disk / "store"
        first = open_stores(store, key, NOW)
        assert isinstance(first, OpenStores)
        assert isinstance(first.outbox.seal(submission(1)), Delivery)
        assert isinstance(first.outbox, StoredOutbox)
        assert isinstance(first.cache, StoredCache)
        first.outbox.close()
        first.cache.close()
        (store / "ballast").write_bytes(bytes(900_000))
        fill(disk / "filler")

        again = open_stores(store, key, NOW)

        assert isinstance(again, OpenStores), again
        (delivery,) = again.outbox.deliveries()
        assert again.outbox.update(delivery, sync.claim(delivery, NOW))
        assert not (store / "ballast").exists()


def test_on_a_disk_without_room_for_a_visit_nobody_new_begins(tmp_path: Path) -> None:
    roomy = opened(tmp_path / "store", ballast_bytes=400_000)
    assert roomy.has_room()
    roomy.close()
    with small_disk(tmp_path / "disk", "3m") as disk:
        outbox = opened(disk / "store", ballast_bytes=400_000)
        assert not outbox.has_room()
        assert isinstance(outbox.seal(submission(1)), Delivery), "who has begun already can still send"
        outbox.close()
