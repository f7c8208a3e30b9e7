# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox as files: encrypted twice, restored from its second copy, shared safely, honest when full."""

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from core import sync
from core.errors import Trouble, TroubleError
from core.submission import Delivery, DeliveryState, NotSent, Received, Submission
from offline_cache.database import open_database
from offline_cache.outbox import StoredOutbox, open_outbox
from offline_cache.outbox_rows import STEPS
from offline_cache.rescue import Rescued, rescue_outbox
from offline_cache.spool import copy_name
from offline_cache.subkeys import Key, KeyOrigin, Purpose
from tests.support.disks import fill, small_disk
from tests.support.submissions import MARKER, submission

ROOT = Path(__file__).parents[2]
KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)
OTHER = Key(bytes(32), KeyOrigin.MEMORY)
NOW = 5_000.0


def opened(folder: Path, *, ballast_bytes: int = 0) -> StoredOutbox:
    outbox = open_outbox(folder, KEY, NOW, ballast_bytes=ballast_bytes)
    assert isinstance(outbox, StoredOutbox)
    return outbox


def sealed(outbox: StoredOutbox, item: Submission) -> Delivery:
    delivery = outbox.seal(item)
    assert isinstance(delivery, Delivery), delivery
    return delivery


def received(outbox: StoredOutbox, item: Submission, reference: str = "R-1") -> Delivery:
    first = sealed(outbox, item)
    leaving = sync.claim(first, NOW)
    after = sync.after(leaving, Received(reference), NOW, 0.5)
    assert outbox.update(first, leaving)
    assert outbox.update(leaving, after)
    return after


def copy_of(folder: Path, number: int) -> Path:
    return folder / "spool" / (copy_name(submission(number).id) + ".sub")


def lose_database(folder: Path) -> None:
    for name in ("outbox.db", "outbox.db-wal", "outbox.db-shm"):
        (folder / name).unlink(missing_ok=True)


def test_sealed_submission_is_there_after_a_restart(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    delivery = sealed(outbox, submission(1))
    outbox.close()

    again = opened(tmp_path)

    assert again.deliveries() == (delivery,)
    assert again.submission(delivery.id) == submission(1)
    again.close()


@pytest.mark.requirement("PRV-02", part="no answer is in any file of the outbox")
def test_no_answer_is_in_any_file_while_open_or_closed(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    for number in range(20):
        sealed(outbox, submission(number))
    paths = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert len(paths) >= 23
    for marker in (MARKER, b"town.example", submission(1).seal.encode()):
        assert not [path for path in paths if marker in path.read_bytes()]
    outbox.close()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and MARKER in path.read_bytes()]


def test_all_files_are_for_this_user_only(tmp_path: Path) -> None:
    outbox = opened(tmp_path / "store", ballast_bytes=4_096)
    sealed(outbox, submission(1))

    for path in (tmp_path / "store").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    outbox.close()


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


def test_wrong_key_is_refused_and_changes_no_file(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    sealed(outbox, submission(1))
    outbox.close()
    before = {path: hashlib.sha256(path.read_bytes()).digest() for path in tmp_path.rglob("*.*")}

    found = open_outbox(tmp_path, OTHER, NOW)

    assert isinstance(found, Trouble)
    assert found.key == "trouble.store_wrong_key"
    assert {path: hashlib.sha256(path.read_bytes()).digest() for path in tmp_path.rglob("*.*")} == before


def test_version_changes_when_another_connection_commits(tmp_path: Path) -> None:
    session, courier = opened(tmp_path), opened(tmp_path)
    before = courier.version()

    sealed(session, submission(1))

    assert courier.version() != before
    assert len(courier.due(NOW)) == 1
    session.close()
    courier.close()


def test_of_two_couriers_only_one_gets_the_item(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    delivery = sealed(first, submission(1))

    assert first.update(delivery, sync.claim(delivery, NOW))
    assert not second.update(delivery, sync.claim(delivery, NOW + 1))
    first.close()
    second.close()


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


SEAL_MANY = """
import sys
from pathlib import Path
from offline_cache.outbox import open_outbox
from offline_cache.subkeys import Key, KeyOrigin, Purpose
from tests.support.submissions import submission
outbox = open_outbox(Path(sys.argv[1]), Key(bytes(range(32)), KeyOrigin.MEMORY), 5000.0, ballast_bytes=0)
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    answer = outbox.seal(submission(number))
    print(getattr(answer, "key", number), flush=True)
outbox.close()
"""


def test_processes_that_seal_at_once_all_succeed(tmp_path: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SEAL_MANY, str(tmp_path), str(start), str(start + 40)],
            env={"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for start in (0, 20, 100)
    ]
    said = []
    for process in running:
        out, wrong = process.communicate(timeout=60)
        assert process.returncode == 0, wrong
        assert not wrong
        said += out.split()

    outbox = opened(tmp_path)
    assert "trouble" not in " ".join(said)
    assert {int(number) for number in said} == {*range(60), *range(100, 140)}
    assert len(outbox.deliveries()) == 100
    assert all(delivery.state is DeliveryState.SEALED for delivery in outbox.deliveries())
    assert all(delivery.unsure_since is None for delivery in outbox.deliveries())
    outbox.close()
