# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The second copy of every submission: there before the row, restored once, damaged ones named and left alone."""

import random
from pathlib import Path

import pytest

from core.errors import Trouble
from core.submission import DeliveryState
from offline_cache.outbox import StoredOutbox, open_outbox
from tests.support.stored_outbox import KEY, NOW, copy_of, lose_database, opened, received, sealed
from tests.support.submissions import submission


@pytest.mark.expects_log
def test_second_copy_is_on_the_disk_before_the_row_and_is_the_whole_submission(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    sealed(outbox, submission(1))
    outbox.close()
    lose_database(tmp_path)

    restored = open_outbox(tmp_path, KEY, NOW, ballast_bytes=0)

    assert isinstance(restored, StoredOutbox)
    assert restored.submission(submission(1).id) == submission(1)
    restored.close()


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("repeatable", "state"), [(True, DeliveryState.SEALED), (False, DeliveryState.CHECKING)]
)
def test_lost_row_comes_back_from_its_copy_and_is_not_called_unsent(
    tmp_path: Path, repeatable: bool, state: DeliveryState
) -> None:
    outbox = opened(tmp_path)
    sealed(outbox, submission(1, repeatable=repeatable))
    outbox.close()
    lose_database(tmp_path)

    restored = opened(tmp_path)

    (delivery,) = restored.deliveries()
    assert (delivery.state, delivery.unsure_since, delivery.created) == (state, NOW, 1_000.0)
    assert delivery.seal == submission(1).seal
    restored.close()


def test_received_submission_is_not_restored_after_its_answers_were_erased(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.erase_payload(received(outbox, submission(1)).id)
    outbox.close()

    assert not copy_of(tmp_path, 1).exists()
    lose_database(tmp_path)
    again = opened(tmp_path)
    assert again.deliveries() == ()
    again.close()


def test_copy_left_behind_by_an_interrupted_erasure_is_removed_at_the_next_start(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    after = received(outbox, submission(1))
    left_behind = copy_of(tmp_path, 1).read_bytes()
    outbox.erase_payload(after.id)
    outbox.close()
    copy_of(tmp_path, 1).write_bytes(left_behind)

    again = opened(tmp_path)

    assert not copy_of(tmp_path, 1).exists()
    assert again.deliveries() == (after,)
    again.close()


@pytest.mark.expects_log
def test_damaged_copies_are_each_noticed_named_and_left_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    outbox = opened(tmp_path)
    for number in range(200):
        sealed(outbox, submission(number))
    outbox.close()
    lose_database(tmp_path)
    chance = random.Random(7)
    damaged = [copy_of(tmp_path, number) for number in chance.sample(range(200), 3)]
    for path in damaged:
        content = bytearray(path.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
    before = [path.read_bytes() for path in damaged]

    restored = opened(tmp_path)

    assert len(restored.deliveries()) == 197
    assert [path.read_bytes() for path in damaged] == before
    named = {record.getMessage().split()[-1] for record in caplog.records if record.levelname == "ERROR"}
    assert named == {path.stem for path in damaged}
    restored.close()


@pytest.mark.expects_log
def test_copy_under_another_name_is_not_taken_for_that_submission(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    sealed(outbox, submission(1))
    sealed(outbox, submission(2))
    outbox.close()
    lose_database(tmp_path)
    copy_of(tmp_path, 1).write_bytes(copy_of(tmp_path, 2).read_bytes())

    restored = opened(tmp_path)

    assert [delivery.id for delivery in restored.deliveries()] == [submission(2).id]
    restored.close()


def test_interrupted_erasure_is_finished_at_the_next_start(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    after = received(outbox, submission(1))
    sealed(outbox, submission(2))
    outbox.close()

    again = opened(tmp_path)

    assert again.submission(after.id) is None
    assert again.delivery(after.id) == after
    assert not copy_of(tmp_path, 1).exists()
    assert again.submission(submission(2).id) == submission(2)
    again.close()


def test_half_written_copy_is_removed_at_the_next_start(tmp_path: Path) -> None:
    opened(tmp_path).close()
    half = tmp_path / "spool" / "0123.sub.new"
    half.write_bytes(b"CKSPOOL1")

    opened(tmp_path).close()

    assert not half.exists()


def test_submission_whose_second_copy_cannot_be_written_is_not_kept(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    (tmp_path / "spool").rmdir()

    answer = outbox.seal(submission(1))

    assert isinstance(answer, Trouble)
    assert answer.key == "trouble.store_unwritable"
    assert outbox.deliveries() == ()
    (tmp_path / "spool").mkdir()
    assert sealed(outbox, submission(1)).state is DeliveryState.SEALED
    outbox.close()
