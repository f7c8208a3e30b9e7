# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings database and spool together when a store is opened: restores lost rows, removes erased copies."""

import logging

import apsw

from core import sync
from offline_cache import outbox_rows
from offline_cache.sealed_copy import DamagedCopyError
from offline_cache.spool import Spool, copy_name
from offline_cache.transactions import writing

_LOG = logging.getLogger(__name__)


def reconcile(connection: apsw.Connection, spool: Spool, now: float) -> None:
    """Give every copy without a row its row back, and remove the copies whose answers were erased.

    A copy that cannot be opened stays where it is and is named in the log. apsw.Error and OSError when the
    disk refuses.
    """
    if spool.is_empty():
        return
    with writing(connection):
        spool.clear_unfinished()
        # Looked at again under the lock: a copy that is just being sealed has its row by now.
        rows = connection.execute("select id, id in (select id from payload) from delivery")
        kept = {copy_name(row[0]): bool(row[1]) for row in rows}
        for name in sorted(spool.names()):
            if name not in kept:
                _restore(connection, spool, name, now)
            elif not kept[name]:
                spool.forget_name(name)


def _restore(connection: apsw.Connection, spool: Spool, name: str, now: float) -> None:
    try:
        submission = spool.read(name)
    except DamagedCopyError:
        _LOG.error("A sealed copy cannot be opened and is left as it is: %s", name)
        return
    outbox_rows.insert(connection, sync.restore(submission, now), submission)
    _LOG.warning("A submission was restored from its sealed copy: %s", submission.id)
