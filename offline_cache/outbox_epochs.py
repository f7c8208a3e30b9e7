# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The epochs in the outbox's database: which public key seals now, when the next begins, which are destroyed.

The public halves lie in the database, where every change is noticed, so that nobody can slip in one of his own.
Only a process that has `Purpose.EPOCHS` makes and destroys pairs.
"""

import logging

import apsw

from core.epochs import is_over
from offline_cache.epoch_keys import EpochKeys
from offline_cache.sealed_copy import DamagedCopyError, EpochSeal
from offline_cache.spool import Spool
from offline_cache.transactions import writing

_CURRENT = "select number, public from epoch order by number desc limit 1"
_INSERT = "insert into epoch (number, public, made, used) values (?, ?, ?, ?)"
_NOW = """
    select made, used, not exists (select 1 from sealed) from epoch order by number desc limit 1
"""
_FINISHED = """
    select number from epoch where number < (select max(number) from epoch)
        and number not in (select epoch from sealed)
"""
_LOG = logging.getLogger(__name__)


def current(connection: apsw.Connection) -> EpochSeal | None:
    """What seals now; None while the courier has never run. apsw.Error when it cannot be read."""
    row = connection.execute(_CURRENT).fetchone()
    return None if row is None else EpochSeal(int(row[0]), bytes(row[1]))


def note_use(connection: apsw.Connection, epoch: int) -> None:
    """Something is sealed under it, in the same transaction."""
    connection.execute("update epoch set used = 1 where number = ? and used = 0", (epoch,))


def ensure(connection: apsw.Connection, keys: EpochKeys, now: float) -> None:
    """There is an epoch whose private half can be opened: the last one, or a new one.

    Files whose rows are gone (the database was made anew) get their rows back. apsw.Error and OSError when the
    disk refuses.
    """
    seal = current(connection)
    known = {int(row[0]) for row in connection.execute("select number from epoch")}
    if seal is not None and set(keys.numbers()) <= known and _opens(keys, seal):
        return
    with writing(connection):
        known = {int(row[0]) for row in connection.execute("select number from epoch")}
        for number in keys.numbers():
            if number not in known:
                _take_back(connection, keys, number, now)
        seal = current(connection)
        if seal is None or not _opens(keys, seal):
            _begin(connection, keys, now)


def renew(connection: apsw.Connection, keys: EpochKeys, spool: Spool, now: float) -> None:
    """Begin the next epoch where `core.epochs` says so, and destroy every earlier one that holds nothing more.

    A copy in the spool counts as well, whatever the database says. apsw.Error and OSError when the disk refuses.
    """
    if not _is_over(connection, now) and not connection.execute(_FINISHED).fetchall():
        return
    with writing(connection):
        # Looked at again under the lock: somebody may just have sealed.
        if _is_over(connection, now):
            _begin(connection, keys, now)
        finished = {int(row[0]) for row in connection.execute(_FINISHED)}
        if finished and not spool.is_empty():
            held = spool.epochs()
            # A sector that is bad holds up no courier: the keys are kept, and it is looked at again.
            finished = finished - held if held is not None else set()
        for number in finished:
            keys.destroy(number)
            connection.execute("delete from epoch where number = ?", (number,))
        if finished:
            _LOG.info("epochs destroyed: %d", len(finished))


def _is_over(connection: apsw.Connection, now: float) -> bool:
    made, used, empty = connection.execute(_NOW).fetchone() or (now, 0, 0)
    return is_over(float(made), now, used=bool(used), empty=bool(empty))


def _begin(connection: apsw.Connection, keys: EpochKeys, now: float) -> None:
    (last,) = connection.execute("select max(number) from epoch").fetchone() or (None,)
    number = max((int(last or 0), *keys.numbers())) + 1
    # The private half first: a public key without it would seal for nobody.
    connection.execute(_INSERT, (number, keys.make(number), now, 0))


def _take_back(connection: apsw.Connection, keys: EpochKeys, number: int, now: float) -> None:
    try:
        public = keys.public(number)
    except DamagedCopyError as error:
        _LOG.error("A key of the outbox cannot be opened and is left as it is: %s", error)
        return
    connection.execute(_INSERT, (number, public, now, 1))


def _opens(keys: EpochKeys, seal: EpochSeal) -> bool:
    try:
        return keys.public(seal.epoch) == seal.public
    except DamagedCopyError as error:
        _LOG.error("A key of the outbox cannot be opened and is left as it is: %s", error)
        return False
