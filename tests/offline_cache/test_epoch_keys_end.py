# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A key pair ends with its last item, and none ends while anything needs it."""

from pathlib import Path

import pytest

from core import sync
from core.submission import DeliveryState, Received
from offline_cache.epoch_keys import EpochKeys
from offline_cache.outbox import StoredOutbox
from offline_cache.sealed_copy import CopyOpener, DamagedCopyError
from offline_cache.spool import copy_name
from offline_cache.subkeys import Purpose
from tests.support.outbox_halves import opened
from tests.support.stored_outbox import KEY, NOW
from tests.support.submissions import submission

DAY = 24 * 3_600.0


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
