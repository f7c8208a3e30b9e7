# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A little work on an outbox whose disk fails, and whether everything that somebody was told is still so."""

import contextlib
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import apsw

from core import sync
from core.errors import Trouble
from core.ids import SubmissionId
from core.submission import Delivery, DeliveryState, Received
from offline_cache import outbox_rows
from offline_cache.epoch_keys import FOLDER_NAME
from offline_cache.outbox import SPOOL_NAME, StoredOutbox, open_outbox
from offline_cache.sealed_copy import DamagedCopyError
from offline_cache.spool import Spool, copy_name
from offline_cache.subkeys import Key, KeyOrigin
from offline_cache.unsealing import Unsealing
from tests.support.faulty_disk import PowerCutError
from tests.support.submissions import submission

KEY: Final = Key(bytes(range(32)), KeyOrigin.MEMORY)
NOW: Final = 5_000.0
ITEMS: Final = 12
EARLY: Final = 4
"""So many are delivered and erased before the first pair of keys is over, and with them its private half."""

DAY_AND_MORE: Final = 25 * 3_600.0


def opened(folder: Path, vfs: str | None = None) -> StoredOutbox | Trouble:
    """The outbox, above a disk of ours."""
    name = None if vfs is None else f"multipleciphers-{vfs}"
    return open_outbox(folder, KEY, NOW, ballast_bytes=0, vfs=name)


@dataclass(slots=True)
class Acknowledged:
    """What somebody was told: the states that must not be lost or go back, and what must never come back.

    `stuck` were refused twice, the second time by a disk that works.
    """

    sealed: set[SubmissionId] = field(default_factory=set)
    received: set[SubmissionId] = field(default_factory=set)
    erased: set[SubmissionId] = field(default_factory=set)
    destroyed: set[int] = field(default_factory=set)
    stuck: set[SubmissionId] = field(default_factory=set)


def prepared(folder: Path) -> Acknowledged:
    """A store with one accepted submission, closed, as it stands after installation."""
    outbox = opened(folder)
    assert isinstance(outbox, StoredOutbox)
    assert isinstance(outbox.seal(submission(0)), Delivery)
    outbox.close()
    return Acknowledged({submission(0).id})


def nothing(folder: Path) -> Acknowledged:
    """A machine that was never started: the store, its keys and its check value are still to be made."""
    folder.mkdir()
    return Acknowledged()


def work(outbox: StoredOutbox, told: Acknowledged) -> None:
    """A few citizens and the courier, from wherever an earlier life has left it.

    Troubles are answered as the program does: nobody is told anything, and a session seals again when it is asked to.
    TroubleError: a courier ends with it.
    """
    for number in range(ITEMS):
        one = submission(number) if number == 0 else submission(number, body=bytes(3_000))
        sealed = outbox.seal(one)
        if isinstance(sealed, Trouble):
            sealed = outbox.seal(one)
        if isinstance(sealed, Trouble):
            told.stuck.add(one.id)
            continue
        told.sealed.add(one.id)
        if number < EARLY or number % 2:
            _deliver(outbox, one.id, told)
        if number < EARLY and one.id in told.received:
            outbox.erase_payload(one.id)
            told.erased.add(one.id)
        if number == EARLY - 1:
            _renew(outbox, NOW + DAY_AND_MORE, told)
        if number % 5 == 0:
            with contextlib.suppress(apsw.Error):
                outbox._connection.execute("pragma wal_checkpoint(passive)").fetchall()
    _renew(outbox, NOW + 2 * DAY_AND_MORE, told)


def unfinished(told: Acknowledged) -> list[str]:
    """What `work` has not reached, though the last disk under it had no faults."""
    everybody = [submission(number).id for number in range(ITEMS)]
    wrong = [f"refused again: {id_}" for id_ in sorted(told.stuck)]
    wrong += [f"not sealed: {id_}" for id_ in everybody if id_ not in told.sealed]
    to_deliver = [id_ for number, id_ in enumerate(everybody) if number < EARLY or number % 2]
    return wrong + [f"not delivered: {id_}" for id_ in to_deliver if id_ not in told.received]


def _deliver(outbox: StoredOutbox, id_: SubmissionId, told: Acknowledged) -> None:
    delivery = outbox.delivery(id_)
    if delivery is None:
        return
    if delivery.state is not DeliveryState.RECEIVED:
        leaving = delivery
        if delivery.state is not DeliveryState.LEAVING:
            leaving = sync.claim(delivery, NOW)
            if not outbox.update(delivery, leaving):
                return
        if not outbox.update(leaving, sync.after(leaving, Received(f"R-{id_[-2:]}"), NOW, 0.5)):
            return
    told.received.add(id_)


def _renew(outbox: StoredOutbox, now: float, told: Acknowledged) -> None:
    assert outbox._unsealing is not None
    before = set(outbox._unsealing.epochs.numbers())
    outbox.renew_keys(now)
    told.destroyed |= before - set(outbox._unsealing.epochs.numbers())


def faults_of(folder: Path, told: Acknowledged) -> list[str]:
    """What is no longer as somebody was told: of the second copies alone, then of the database alone.

    The store is used up by it.
    """
    wrong = _faults_of_files(folder, told)
    shutil.rmtree(folder / SPOOL_NAME, ignore_errors=True)
    outbox = opened(folder)
    if isinstance(outbox, Trouble):
        return [*wrong, f"does not open: {outbox.key}"]
    try:
        return wrong + _faults_of_database(outbox, told)
    finally:
        outbox.close()


def _faults_of_files(folder: Path, told: Acknowledged) -> list[str]:
    spool, unsealing = Spool(folder / SPOOL_NAME), Unsealing.of(folder, KEY)
    assert unsealing is not None
    wrong = []
    for id_ in told.sealed - told.received:
        try:
            kept = unsealing.opener.open(spool.content(copy_name(id_)), copy_name(id_))
        except (OSError, DamagedCopyError):
            wrong.append(f"no second copy: {id_}")
        else:
            wrong += [] if kept.id == id_ else [f"another second copy: {id_}"]
    left = spool.names()
    wrong += [f"answers came back: {id_}" for id_ in told.erased if copy_name(id_) in left]
    keys = {int(path.stem) for path in (folder / FOLDER_NAME).glob("*.key")}
    return wrong + [f"a key came back: {number}" for number in told.destroyed & keys]


def _faults_of_database(outbox: StoredOutbox, told: Acknowledged) -> list[str]:
    found = {delivery.id: delivery for delivery in outbox.deliveries()}
    wrong = [f"lost: {id_}" for id_ in told.sealed - set(found)]
    states = {id_: found[id_].state for id_ in told.received & set(found)}
    wrong += [f"went back: {id_}" for id_, state in states.items() if state is not DeliveryState.RECEIVED]
    for delivery in found.values():
        if delivery.state is DeliveryState.RECEIVED:
            continue
        kept = outbox.submission(delivery.id)
        if kept is None or kept.seal != delivery.seal:
            wrong.append(f"cannot be read: {delivery.id}")
    for id_ in told.erased:
        if outbox_rows.sealed_content(outbox._connection, id_) is not None:
            wrong.append(f"answers came back: {id_}")
    if outbox._connection.execute("pragma integrity_check").fetchall() != [("ok",)]:
        wrong.append("integrity_check")
    return wrong


def let_go(outbox: StoredOutbox) -> None:
    """Close it, whatever the disk says to that."""
    try:
        outbox.close()
    except (apsw.Error, PowerCutError):
        outbox._connection.close(force=True)
