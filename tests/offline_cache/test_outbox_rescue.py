# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A damaged outbox: no flipped bit is read as data, and rescue brings everyone back."""

import os
import random
from pathlib import Path

import pytest

from core import sync
from core.errors import Trouble
from core.submission import DeliveryState, Refused
from offline_cache.database import open_database
from offline_cache.outbox import open_outbox
from offline_cache.outbox_schema import STEPS
from offline_cache.rescue import Rescued, rescue_outbox
from offline_cache.subkeys import Purpose
from tests.support.outbox_steps import left
from tests.support.stored_outbox import KEY, NOW, OTHER, copy_of, opened, received, sealed
from tests.support.submissions import submission


@pytest.mark.expects_log
@pytest.mark.parametrize("pages", [1, 5, 20, 0])
def test_rescue_brings_back_everyone_from_a_damaged_database(tmp_path: Path, pages: int) -> None:
    outbox = opened(tmp_path)
    for number in range(60):
        item = submission(number, body=os.urandom(3_000))
        if number % 3:
            sealed(outbox, item)
        else:
            outbox.erase_payload(received(outbox, item, f"R-{number}").id)
    outbox.close()
    damage(tmp_path / "outbox.db", pages)
    assert isinstance(open_outbox(tmp_path, KEY, NOW), Trouble)
    before = (tmp_path / "outbox.db").read_bytes()

    rescued = rescue_outbox(tmp_path, KEY, NOW)

    assert isinstance(rescued, Rescued)
    assert rescued.waiting == 40
    assert (rescued.aside / "outbox.db").read_bytes() == before
    again = opened(tmp_path)
    waiting = {item.id for item in again.deliveries() if item.state is DeliveryState.SEALED}
    assert waiting == {submission(number).id for number in range(60) if number % 3}
    assert all(again.submission(id_) is not None for id_ in waiting)
    receipts = [item for item in again.deliveries() if item.state is DeliveryState.RECEIVED]
    assert len(receipts) == rescued.receipts
    assert all(item.reference for item in receipts)
    again.close()


@pytest.mark.expects_log
def test_what_was_refused_or_is_a_persons_to_decide_is_not_sent_again(tmp_path: Path) -> None:
    """The one was decided by its agency, the other may have arrived there; both can be read behind the bad page."""
    outbox = opened(tmp_path)
    refused, unclear, answerless = (
        left(outbox, sealed(outbox, submission(number, repeatable=False)), NOW) for number in range(3)
    )
    decided = [
        sync.after(refused, Refused(422, "no"), NOW, 0.5),
        sync.to_person(unclear, NOW),
        sync.to_person(answerless, NOW),
    ]
    outbox.update_all(zip((refused, unclear, answerless), decided, strict=True))
    copy_of(tmp_path, 2).unlink()
    for number in range(3, 20):
        sealed(outbox, submission(number, body=os.urandom(3_000)))
    outbox.close()
    path = tmp_path / "outbox.db"
    content = path.read_bytes()
    path.write_bytes(content[:-4_096] + os.urandom(4_096))
    assert isinstance(open_outbox(tmp_path, KEY, NOW), Trouble)

    rescued = rescue_outbox(tmp_path, KEY, NOW)

    assert isinstance(rescued, Rescued)
    again = opened(tmp_path)
    assert [again.delivery(one.id) for one in decided] == decided
    assert [again.submission(one.id) is not None for one in decided] == [True, True, False]
    assert len(again.deliveries()) == 20
    assert not {one.id for one in decided} & {one.id for one in again.due(NOW + 1e6, most=50)}
    again.close()


def damage(path: Path, pages: int) -> None:
    """Trash some random pages; 0 means the first page only."""
    content = bytearray(path.read_bytes())
    chance = random.Random(pages)
    last = len(content) // 4_096 - 1
    for page in chance.sample(range(1, last + 1), min(pages, last)) if pages else [0]:
        content[page * 4_096 : (page + 1) * 4_096] = chance.randbytes(4_096)
    path.write_bytes(content)


def test_no_flipped_bit_is_ever_read_as_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("offline_cache.database._SECOND_LOOKS", 0)
    outbox = opened(tmp_path / "store")
    for number in range(30):
        sealed(outbox, submission(number, body=bytes(3_000)))
    outbox.close()
    path = tmp_path / "store" / "outbox.db"
    good = path.read_bytes()
    chance = random.Random(9)
    for _ in range(150):
        bad = bytearray(good)
        bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        path.write_bytes(bad)
        assert isinstance(open_database(path, KEY.derive(Purpose.OUTBOX), STEPS), Trouble)
    path.write_bytes(good)
    opened(tmp_path / "store").close()


def test_rescue_with_a_wrong_key_touches_nothing(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    sealed(outbox, submission(1))
    outbox.close()
    before = sorted(path.name for path in tmp_path.iterdir())

    found = rescue_outbox(tmp_path, OTHER, NOW)

    assert isinstance(found, Trouble)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
