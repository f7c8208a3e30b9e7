# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A little work on an outbox whose disk fails, and whether everything that somebody was told is still so."""

import contextlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import apsw

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
OPERATIONS = 140
"""About so many disk operations are in `work`: the power is cut at one of them."""


def opened(folder: Path, vfs: str | None = None) -> StoredOutbox | Trouble:
    """The outbox, above a disk of ours."""
    name = None if vfs is None else f"multipleciphers-{vfs}"
    return open_outbox(folder, KEY, NOW, ballast_bytes=0, vfs=name)


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


def faults_of(folder: Path, told: Acknowledged) -> list[str]:
    """What is no longer as somebody was told, without the second copies: the database alone has to answer."""
    shutil.rmtree(folder / "spool", ignore_errors=True)
    outbox = opened(folder)
    if isinstance(outbox, Trouble):
        return [f"does not open: {outbox.key}"]
    try:
        found = {delivery.id: delivery for delivery in outbox.deliveries()}
        wrong = [f"lost: {id_}" for id_ in told.sealed - set(found)]
        states = {id_: found[SubmissionId(id_)].state for id_ in told.received & set(found)}
        wrong += [f"went back: {id_}" for id_, state in states.items() if state is not DeliveryState.RECEIVED]
        for delivery in found.values():
            kept = outbox.submission(delivery.id) if delivery.state is not DeliveryState.RECEIVED else None
            if delivery.state is not DeliveryState.RECEIVED and (kept is None or kept.seal != delivery.seal):
                wrong.append(f"cannot be read: {delivery.id}")
        if outbox._connection.execute("pragma integrity_check").fetchall() != [("ok",)]:
            wrong.append("integrity_check")
        return wrong
    finally:
        outbox.close()


def let_go(outbox: StoredOutbox) -> None:
    """Close it, whatever the disk says to that."""
    try:
        outbox.close()
    except (apsw.Error, PowerCutError):
        outbox._connection.close(force=True)


def fail_each_once(
    folder: Path, disk: FailingDisk, error: type[apsw.Error], most: int
) -> tuple[int, int, list[str]]:
    """Let disk operations fail once, each in a store of its own: `most` of them, spread evenly over all.

    How many failed, of how many there are, and what went wrong.
    """
    template = folder / f"template-{error.__name__}"
    prepared(template)
    disk.fail(None, error)
    counted = folder / f"counted-{error.__name__}"
    shutil.copytree(template, counted)
    outbox = opened(counted, disk.name)
    assert isinstance(outbox, StoredOutbox)
    work(outbox, Acknowledged())
    outbox.close()
    operations = disk.operations.done
    failed, wrong = 0, list[str]()
    for index in range(1, operations + 1, max(1, operations // most)):
        store = folder / f"store-{error.__name__}-{index}"
        shutil.copytree(template, store)
        disk.fail(index, error)
        told = Acknowledged()
        tried = opened(store, disk.name)
        if isinstance(tried, StoredOutbox):
            try:
                work(tried, told)
            except TroubleError:
                assert disk.operations.failed
            let_go(tried)
        failed += disk.operations.failed
        wrong += [f"{error.__name__} {index}: {one}" for one in faults_of(store, told)]
        shutil.rmtree(store)
    return failed, operations, wrong


def cut_many(
    folder: Path,
    disk: CuttableDisk,
    cuts: int,
    spoil: Callable[[StoredOutbox], None] = lambda outbox: None,
    seed: int = 20261123,
) -> tuple[int, int]:
    """How many acknowledged rows there were in so many power cuts, and how many cuts lost or spoilt some.

    `spoil` may weaken each outbox first. Keys of epochs were on the disk long before, as the program makes them.
    """
    template = folder / "template"
    prepared(template)
    chance = random.Random(seed)
    acknowledged = lost = 0
    for cut in range(cuts):
        store, left = folder / f"store-{cut}", folder / f"left-{cut}"
        shutil.copytree(template, store)
        files = {path.name: path.read_bytes() for path in store.iterdir() if path.is_file()}
        disk.begin(files, cut_at=chance.randrange(1, OPERATIONS))
        told = Acknowledged()
        _run_until_cut(store, disk, told, spoil)
        disk.possible_disk(left, chance)
        shutil.copytree(template / "epochs", left / "epochs")
        acknowledged += len(told.sealed)
        lost += bool(faults_of(left, told))
        shutil.rmtree(store)
        shutil.rmtree(left)
    return acknowledged, lost


def _run_until_cut(
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


def sync_less(outbox: StoredOutbox) -> None:
    """The setting that many programs use, and that loses."""
    outbox._connection.pragma("synchronous", "normal")
