# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every disk operation failing once, and the power cut at random ones: whoever was told 'sealed' is there."""

import contextlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from core import sync
from core.errors import Trouble, TroubleError
from core.ids import SubmissionId
from core.submission import Delivery, DeliveryState, Received
from offline_cache.outbox import StoredOutbox, open_outbox
from offline_cache.subkeys import Key, KeyOrigin
from tests.support.faulty_disk import CuttableDisk, FailingDisk, PowerCutError
from tests.support.submissions import submission

KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)
NOW = 5_000.0
ITEMS = 12


def opened(folder: Path, vfs: str | None = None) -> StoredOutbox | Trouble:
    return open_outbox(
        folder, KEY, NOW, ballast_bytes=0, vfs=None if vfs is None else f"multipleciphers-{vfs}"
    )


def prepared(folder: Path) -> None:
    """A store with one accepted submission, closed, as it stands after installation."""
    outbox = opened(folder)
    assert isinstance(outbox, StoredOutbox)
    assert isinstance(outbox.seal(submission(0)), Delivery)
    outbox.close()


class Acknowledged:
    """What somebody was told: the states that must not be lost or go back."""

    def __init__(self) -> None:
        self.sealed: set[str] = {submission(0).id}
        self.received: set[str] = set()


def work(outbox: StoredOutbox, told: Acknowledged) -> None:
    """A few citizens and the courier. Troubles are answered as the program does: nobody is told anything."""
    for number in range(1, ITEMS):
        delivery = outbox.seal(submission(number, body=bytes(3_000)))
        if isinstance(delivery, Trouble):
            continue
        told.sealed.add(delivery.id)
        if number % 2:
            leaving = sync.claim(delivery, NOW)
            received = sync.after(leaving, Received(f"R-{number}"), NOW, 0.5)
            if outbox.update(delivery, leaving) and outbox.update(leaving, received):
                told.received.add(delivery.id)
        if number % 5 == 0:
            with contextlib.suppress(apsw.Error):
                outbox._connection.execute("pragma wal_checkpoint(passive)").fetchall()


def check(folder: Path, told: Acknowledged) -> None:
    """Look at what is left, without the second copies, so that the database alone has to answer."""
    shutil.rmtree(folder / "spool", ignore_errors=True)
    outbox = opened(folder)
    assert isinstance(outbox, StoredOutbox), outbox
    found = {delivery.id: delivery for delivery in outbox.deliveries()}
    assert told.sealed <= set(found)
    for id_ in told.received:
        assert found[SubmissionId(id_)].state is DeliveryState.RECEIVED
    for delivery in found.values():
        if delivery.state is not DeliveryState.RECEIVED:
            kept = outbox.submission(delivery.id)
            assert kept is not None
            assert kept.seal == delivery.seal
    assert outbox._connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    outbox.close()


@pytest.fixture(scope="module")
def failing_disk() -> FailingDisk:
    return FailingDisk("failing-disk")


@pytest.fixture(scope="module")
def cuttable_disk() -> CuttableDisk:
    return CuttableDisk("cuttable-disk")


def count_operations(folder: Path, disk: FailingDisk, error: type[apsw.Error]) -> int:
    prepared(folder)
    disk.fail(None, error)
    outbox = opened(folder, disk.name)
    assert isinstance(outbox, StoredOutbox)
    work(outbox, Acknowledged())
    outbox.close()
    return disk.operations.done


@pytest.mark.parametrize("error", [apsw.IOError, apsw.FullError, apsw.BusyError])
def test_any_one_operation_that_fails_costs_nobody_their_submission(
    tmp_path: Path, error: type[apsw.Error], request: pytest.FixtureRequest, failing_disk: FailingDisk
) -> None:
    disk = failing_disk
    operations = count_operations(tmp_path / "counted", disk, error)
    template = tmp_path / "template"
    prepared(template)
    # Every operation in the long run, every third here.
    step = 1 if operations < 50 or request.config.getoption("-m") == "long" else 3
    failed = 0
    for index in range(1, operations + 1, step):
        folder = tmp_path / f"store-{index}"
        shutil.copytree(template, folder)
        disk.fail(index, error)
        told = Acknowledged()
        outbox = opened(folder, disk.name)
        if isinstance(outbox, StoredOutbox):
            try:
                work(outbox, told)
            except TroubleError:
                assert disk.operations.failed
            close(outbox)
        failed += disk.operations.failed
        check(folder, told)
        shutil.rmtree(folder)
    assert failed > operations // step * 0.9


def close(outbox: StoredOutbox) -> None:
    """Let go of it, whatever the disk says to that."""
    try:
        outbox.close()
    except apsw.Error:
        outbox._connection.close(force=True)


def cut_many(tmp_path: Path, disk: CuttableDisk, cuts: int, spoil: Callable[[StoredOutbox], None]) -> int:
    """How many of so many power cuts lost or spoilt something that somebody had been told."""
    template = tmp_path / "template"
    prepared(template)
    chance = random.Random(20261123)
    lost = 0
    for cut in range(cuts):
        folder, left = tmp_path / f"store-{cut}", tmp_path / f"left-{cut}"
        shutil.copytree(template, folder)
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        disk.begin(files, cut_at=chance.randrange(1, 140))
        told = Acknowledged()
        run_until_cut(folder, disk, told, spoil)
        disk.possible_disk(left, chance)
        try:
            check(left, told)
        except AssertionError:
            lost += 1
        shutil.rmtree(folder)
        shutil.rmtree(left)
    return lost


def run_until_cut(
    folder: Path, disk: CuttableDisk, told: Acknowledged, spoil: Callable[[StoredOutbox], None]
) -> None:
    try:
        outbox = opened(folder, disk.name)
    except PowerCutError:
        return
    if isinstance(outbox, Trouble):
        return
    try:
        spoil(outbox)
        work(outbox, told)
    except (PowerCutError, TroubleError, apsw.Error):
        assert disk.dead
    try:
        outbox._connection.close(force=True)
    except (PowerCutError, apsw.Error):
        assert disk.dead


def nothing(outbox: StoredOutbox) -> None:
    """The outbox as it is."""


def sync_less(outbox: StoredOutbox) -> None:
    outbox._connection.pragma("synchronous", "normal")


def test_no_power_cut_loses_what_was_acknowledged(tmp_path: Path, cuttable_disk: CuttableDisk) -> None:
    assert cut_many(tmp_path, cuttable_disk, 200, nothing) == 0


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_no_power_cut_of_three_thousand_loses_what_was_acknowledged(
    tmp_path: Path, cuttable_disk: CuttableDisk
) -> None:
    assert cut_many(tmp_path, cuttable_disk, 3_000, nothing) == 0


def test_power_cuts_do_lose_when_the_disk_is_synced_less(tmp_path: Path, cuttable_disk: CuttableDisk) -> None:
    """The cuts have teeth: the weaker setting, which many programs use, loses."""
    assert cut_many(tmp_path, cuttable_disk, 60, sync_less) > 10
