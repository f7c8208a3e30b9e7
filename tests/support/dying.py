# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets a process take over an earlier store and die, by SIGKILL, at a chosen disk operation or fsync."""

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import apsw

from core.ids import SubmissionId
from offline_cache import outbox_epochs, outbox_rows
from offline_cache.outbox import StoredOutbox, open_outbox
from offline_cache.spool import Spool, copy_name
from offline_cache.subkeys import Key, KeyOrigin
from offline_cache.transactions import writing
from tests.support.earlier_formats import make_store
from tests.support.faulty_disk import Operations, failing_disk
from tests.support.submissions import submission

KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)
NOW = 5_000.0
ITEMS = tuple(submission(number, body=bytes([number]) * 2_000) for number in range(1, 9))


@dataclass(slots=True)
class Deadly(Operations):
    """Kills its own process at the operation of that number."""

    def next(self, *, locks: bool = False) -> None:
        """One more operation."""
        del locks
        self.done += 1
        if self.done == self.fail_at:
            os.kill(os.getpid(), signal.SIGKILL)


def sweep(folder: Path, version: int, most: int, *, carelessly: bool = False) -> tuple[int, list[str]]:
    """Die at operations spread evenly over a whole take-over, `most` of them: how often, and what was lost."""
    template = folder / "template"
    make_store(template, version, KEY, ITEMS, NOW)
    counted = folder / "counted"
    shutil.copytree(template, counted)
    operations = _taken_over(counted, None, carelessly)
    deaths, wrong = 0, list[str]()
    for at in range(1, operations + 1, max(1, operations // most)):
        store = folder / f"store-{at}"
        shutil.copytree(template, store)
        deaths += _taken_over(store, at, carelessly) == 0
        wrong += [f"format {version} killed at {at}: {one}" for one in wrong_in(store)]
        shutil.rmtree(store)
    return deaths, wrong


def _taken_over(store: Path, at: int | None, carelessly: bool) -> int:
    """Open the store in a fork that dies at that operation: how many operations there were, 0 when it died."""
    count = store.with_name(store.name + ".count")
    pid = os.fork()
    if pid == 0:
        deadly = Deadly(fail_at=at)
        disk = failing_disk()
        disk.operations = deadly
        fsync: Callable[[int], None] = os.fsync

        def counted(descriptor: int) -> None:
            deadly.next()
            fsync(descriptor)

        with mock.patch("os.fsync", counted):
            if carelessly:
                with mock.patch("offline_cache.outbox.take_over", careless):
                    open_outbox(store, KEY, NOW, ballast_bytes=0, vfs=f"multipleciphers-{disk.name}")
            else:
                open_outbox(store, KEY, NOW, ballast_bytes=0, vfs=f"multipleciphers-{disk.name}")
        count.write_text(str(deadly.done))
        os._exit(0)
    os.waitpid(pid, 0)
    return int(count.read_text()) if count.exists() else 0


def wrong_in(store: Path) -> list[str]:
    """What the program of today does not find there as it was."""
    outbox = open_outbox(store, KEY, NOW, ballast_bytes=0)
    if not isinstance(outbox, StoredOutbox):
        return [f"does not open: {outbox.key}"]
    try:
        found = [outbox.submission(delivery.id) for delivery in outbox.deliveries()]
        return [f"lost or changed: {one.id}" for one in ITEMS if found.count(one) != 1]
    finally:
        outbox.close()


def careless(connection: apsw.Connection, spool: Spool) -> int:
    """The fault: everything is taken out of the old place first, and put into the new one afterwards."""
    ids = [SubmissionId(str(row[0])) for row in connection.execute("select id from payload")]
    held = [one for id_ in ids if (one := outbox_rows.earlier_payload(connection, id_)) is not None]
    with writing(connection):
        for one in held:
            outbox_rows.erase(connection, one.id)
            spool.forget(one.id)
    for one in held:
        seal = outbox_epochs.current(connection)
        assert seal is not None
        content = seal.seal(one, copy_name(one.id))
        with writing(connection):
            outbox_rows.insert_sealed(connection, one.id, seal.epoch, content)
    return len(held)
