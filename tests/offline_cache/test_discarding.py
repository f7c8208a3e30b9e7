# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person gives up is gone from every file, and wherever that is interrupted it is never sent instead."""

from pathlib import Path
from unittest.mock import patch

import pytest

from core import sync
from core.errors import TroubleError
from core.submission import Delivery, DeliveryState, Refused
from offline_cache import outbox_rows
from offline_cache.outbox import StoredOutbox
from offline_cache.spool import Spool
from tests.support.outbox_halves import SESSION
from tests.support.stored_outbox import NOW, opened, sealed
from tests.support.submissions import submission


def refused(outbox: StoredOutbox) -> Delivery:
    first = sealed(outbox, submission(1))
    leaving = sync.claim(first, NOW)
    after = sync.after(leaving, Refused(400, "no"), NOW, 0.5)
    assert outbox.update(first, leaving)
    assert outbox.update(leaving, after)
    return after


def copies(folder: Path) -> list[str]:
    return [path.name for path in (folder / "spool").iterdir()]


def test_neither_row_nor_copy_is_left_also_when_the_store_is_opened_again(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    delivery = refused(outbox)
    assert len(copies(tmp_path)) == 1

    assert outbox.discard(delivery)

    assert copies(tmp_path) == []
    outbox.close()
    again = opened(tmp_path)
    assert again.deliveries() == ()
    assert again.due(1e9) == ()
    again.close()


def test_the_window_s_process_may_give_up_what_it_cannot_open(tmp_path: Path) -> None:
    courier = opened(tmp_path)
    delivery = refused(courier)
    session = opened(tmp_path, SESSION)

    assert session.discard(delivery)

    assert courier.deliveries() == ()
    session.close()
    courier.close()


@pytest.mark.parametrize(
    ("owner", "name"), [(Spool, "forget"), (outbox_rows, "forget")], ids=["at the copy", "at the row"]
)
def test_interrupted_it_is_never_sent_and_can_be_finished(tmp_path: Path, owner: object, name: str) -> None:
    outbox = opened(tmp_path)
    delivery = refused(outbox)
    with patch.object(owner, name, side_effect=OSError(28, "No space left")), pytest.raises(TroubleError):
        outbox.discard(delivery)
    outbox.close()

    again = opened(tmp_path)

    assert again.deliveries() == (delivery,)
    assert copies(tmp_path) == []
    assert again.submission(delivery.id) is None
    assert again.due(1e9) == ()
    assert again.discard(delivery)
    assert again.deliveries() == ()
    again.close()


@pytest.mark.expects_log
def test_a_copy_that_outlives_its_row_would_be_sent(tmp_path: Path) -> None:
    """Why the row goes last."""
    outbox = opened(tmp_path)
    delivery = refused(outbox)
    outbox._connection.execute("delete from sealed")
    outbox_rows.forget(outbox._connection, delivery.id)
    outbox.close()

    again = opened(tmp_path)

    (back,) = again.deliveries()
    assert back.state is DeliveryState.SEALED
    again.close()
