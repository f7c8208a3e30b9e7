# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings database and spool together when a store is opened: restores lost rows, finishes erasures.

Only a process that may open what is sealed can do this, and does it under the lock of the database.
"""

import errno
import json
import logging

import apsw

from core import sync
from core.delivery_rules import PROVEN
from core.ids import SubmissionId
from offline_cache import outbox_epochs, outbox_rows
from offline_cache.sealed_copy import CopyOpener, DamagedCopyError, epoch_of
from offline_cache.spool import Spool, copy_name
from offline_cache.transactions import writing

_LEFT = """
    select id from delivery
    where (id in (select id from sealed) or id in (select id from payload))
        and state in (select value from json_each(?))
"""
_PROVEN = json.dumps(sorted(state.value for state in PROVEN))
_LOG = logging.getLogger(__name__)


def reconcile(connection: apsw.Connection, spool: Spool, opener: CopyOpener, now: float) -> None:
    """Give every copy without a row its row back, and erase the answers that agencies have.

    An erasure that a crash interrupted is finished here, in the database and then in the spool. A copy that
    cannot be opened stays where it is and is named in the log. apsw.Error and OSError when the disk refuses.
    """
    if spool.is_empty() and not _left_behind(connection):
        return
    with writing(connection):
        for submission in _left_behind(connection):
            outbox_rows.erase(connection, submission)
        spool.clear_unfinished()
        # Looked at again under the lock: a copy that is just being sealed has its row by now.
        rows = connection.execute(
            "select id, id in (select id from sealed) or id in (select id from payload) from delivery"
        )
        kept = {copy_name(row[0]): bool(row[1]) for row in rows}
        for name in sorted(spool.names()):
            if name not in kept:
                _restore(connection, spool, opener, name, now)
            elif not kept[name]:
                spool.forget_name(name)


def take_over(connection: apsw.Connection, spool: Spool) -> int:
    """Seal what the format before key pairs kept, each in its own transaction; how many there were.

    Whenever this is interrupted, an item is whole in the old place or in the new one. apsw.Error and OSError
    when the disk refuses; there must be an epoch (`outbox_epochs.ensure`).
    """
    waiting = [SubmissionId(str(row[0])) for row in connection.execute("select id from payload")]
    for submission in waiting:
        with writing(connection):
            known = outbox_rows.earlier_payload(connection, submission)
            seal = outbox_epochs.current(connection)
            if known is None or seal is None:
                continue
            name = copy_name(submission)
            content = seal.seal(known, name)
            spool.keep(name, content)
            outbox_rows.erase(connection, submission)
            outbox_rows.insert_sealed(connection, submission, seal.epoch, content)
            outbox_epochs.note_use(connection, seal.epoch)
    return len(waiting)


def _left_behind(connection: apsw.Connection) -> list[SubmissionId]:
    return [SubmissionId(str(row[0])) for row in connection.execute(_LEFT, (_PROVEN,))]


def _restore(connection: apsw.Connection, spool: Spool, opener: CopyOpener, name: str, now: float) -> None:
    try:
        content = spool.content(name)
        submission = opener.open(content, name)
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        # One bad sector keeps nobody else's answers from leaving.
        _LOG.error("A sealed copy cannot be read and is left as it is: %s", name)
        return
    except DamagedCopyError:
        _LOG.error("A sealed copy cannot be opened and is left as it is: %s", name)
        return
    epoch = epoch_of(content)
    if epoch is None:
        seal = outbox_epochs.current(connection)
        assert seal is not None
        epoch, content = seal.epoch, seal.seal(submission, name)
        spool.keep(name, content)
    outbox_rows.insert_delivery(connection, sync.restore(submission, now))
    outbox_rows.insert_sealed(connection, submission.id, epoch, content)
    outbox_epochs.note_use(connection, epoch)
    _LOG.warning("A submission was restored from its sealed copy: %s", submission.id)
