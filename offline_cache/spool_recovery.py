# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings database and spool together when a store is opened: restores lost rows, finishes erasures."""

import json
import logging

import apsw

from core import sync
from core.delivery_rules import PROVEN
from offline_cache import outbox_rows
from offline_cache.sealed_copy import DamagedCopyError
from offline_cache.spool import Spool, copy_name
from offline_cache.transactions import writing

_LEFT = """
    select id from payload join delivery using (id) where state in (select value from json_each(?))
"""
_ERASE = "delete from payload where id = ?"
_PROVEN = json.dumps(sorted(state.value for state in PROVEN))
_LOG = logging.getLogger(__name__)


def reconcile(connection: apsw.Connection, spool: Spool, now: float) -> None:
    """Give every copy without a row its row back, and erase the answers that agencies have.

    An erasure that a crash interrupted is finished here, in the database and then in the spool. A copy that
    cannot be opened stays where it is and is named in the log. apsw.Error and OSError when the disk refuses.
    """
    if spool.is_empty() and not _left_behind(connection):
        return
    with writing(connection):
        connection.executemany(_ERASE, _left_behind(connection))
        spool.clear_unfinished()
        # Looked at again under the lock: a copy that is just being sealed has its row by now.
        rows = connection.execute("select id, id in (select id from payload) from delivery")
        kept = {copy_name(row[0]): bool(row[1]) for row in rows}
        for name in sorted(spool.names()):
            if name not in kept:
                _restore(connection, spool, name, now)
            elif not kept[name]:
                spool.forget_name(name)


def _left_behind(connection: apsw.Connection) -> list[tuple[str]]:
    return [(str(row[0]),) for row in connection.execute(_LEFT, (_PROVEN,))]


def _restore(connection: apsw.Connection, spool: Spool, name: str, now: float) -> None:
    try:
        submission = spool.read(name)
    except DamagedCopyError:
        _LOG.error("A sealed copy cannot be opened and is left as it is: %s", name)
        return
    outbox_rows.insert(connection, sync.restore(submission, now), submission)
    _LOG.warning("A submission was restored from its sealed copy: %s", submission.id)
