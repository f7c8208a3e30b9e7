# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a damaged outbox anew: the old files are put aside, and everyone in it is brought back.

Called by staff, never by itself: until then a damaged outbox is refused and left as it was.
"""

import errno
import logging
from dataclasses import dataclass
from pathlib import Path

import apsw

from core.delivery_rules import DISCARDABLE, PROVEN
from core.errors import Trouble
from core.submission import Delivery
from offline_cache import failures, outbox_epochs, outbox_rows, outbox_schema
from offline_cache.database import check_value_path, open_database
from offline_cache.failures import trouble_of
from offline_cache.key_check import KeyVerdict, verdict
from offline_cache.outbox import FILE_NAME, SPOOL_NAME
from offline_cache.private_files import private_folder, sync_folder
from offline_cache.sealed_copy import epoch_of
from offline_cache.spool import Spool, copy_name
from offline_cache.spool_recovery import reconcile
from offline_cache.subkeys import Keys, NotGivenError, Purpose
from offline_cache.transactions import writing
from offline_cache.unsealing import Unsealing

ASIDE_NAME = "damaged"
ENDED = PROVEN | DISCARDABLE

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What came of it: where the old files are, how many receipts and how many others were saved."""

    aside: Path
    receipts: int
    waiting: int


def rescue_outbox(folder: Path, key: Keys, now: float) -> Rescued | Trouble:
    """Make a new outbox from what the damaged one and the spool still hold. Nothing is deleted.

    Receipts are copied row by row, and so is what an agency refused or a person has to decide: nobody decides that
    anew. Everything else comes back from its sealed copy as not known to be unsent, as the row may be an older one than
    the last. Only for the right key: a wrong one is a `Trouble`, and so is a disk that refuses. `now` is the wall
    clock's and names the folder to which the old files go.
    """
    path = folder / FILE_NAME
    secret = key.derive(Purpose.OUTBOX)
    try:
        if verdict(check_value_path(path), secret) is not KeyVerdict.RIGHT:
            return Trouble(failures.WRONG_KEY, detail=f"{FILE_NAME}: not the key of this store")
        aside = folder / f"{ASIDE_NAME}-{int(now)}"
        private_folder(aside)
        for suffix in ("", "-wal", "-shm"):
            old = path.with_name(FILE_NAME + suffix)
            if old.exists():
                old.rename(aside / old.name)
        sync_folder(folder)
        ended = _ended(aside / FILE_NAME, secret)
        connection = open_database(path, secret, outbox_schema.STEPS)
        if isinstance(connection, Trouble):
            return connection
        spool = Spool(folder / SPOOL_NAME)
        with writing(connection):
            for delivery in ended:
                _bring_over(connection, spool, delivery)
        unsealing = Unsealing.of(folder, key)
        if unsealing is None:
            raise NotGivenError(Purpose.EPOCHS.value)
        unsealing.epochs.prepare()
        outbox_epochs.ensure(connection, unsealing.epochs, now)
        reconcile(connection, spool, unsealing.opener, now)
        found = outbox_rows.select(connection, "")
        receipts = sum(delivery.state in PROVEN for delivery in found)
        waiting = len(found) - receipts
        connection.close()
    except (apsw.Error, OSError) as error:
        return trouble_of(error, FILE_NAME)
    _LOG.warning("The outbox was made anew: %d receipts, %d waiting", receipts, waiting)
    return Rescued(aside, receipts, waiting)


def _bring_over(connection: apsw.Connection, spool: Spool, delivery: Delivery) -> None:
    """With its answers, where they are still kept. A copy that cannot be read comes back as any other, or stays."""
    try:
        content = None if delivery.state in PROVEN else spool.content(copy_name(delivery.id))
    except FileNotFoundError:
        content = None
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        return
    epoch = None if content is None else epoch_of(content)
    if content is not None and epoch is None:
        return
    outbox_rows.insert_delivery(connection, delivery)
    if content is not None and epoch is not None:
        outbox_rows.insert_sealed(connection, delivery.id, epoch, content)


def _ended(path: Path, secret: bytes) -> tuple[Delivery, ...]:
    """The deliveries of which all is decided and that can still be read, each asked for by itself."""
    if not path.exists():
        return ()
    found: dict[str, Delivery] = {}
    try:
        connection = _opened_as_it_is(path, secret)
        last = connection.execute("select max(rowid) from delivery").fetchone()
    except apsw.Error:
        return ()
    for row in range(1, int((last or (0,))[0] or 0) + 1):
        try:
            read = outbox_rows.select(connection, "where rowid = ?", (row,))
        except apsw.Error:
            continue
        found |= {delivery.id: delivery for delivery in read if delivery.state in ENDED}
    connection.close()
    return tuple(found.values())


def _opened_as_it_is(path: Path, secret: bytes) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    connection.pragma("cipher", "chacha20")
    connection.pragma("key", "raw:" + secret.hex())
    return connection
