# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forgets an undelivered submission because a person wants it; nothing here happens by itself."""

import apsw

from core.delivery_rules import DISCARDABLE, IllegalChangeError
from core.submission import Delivery
from offline_cache import outbox_rows
from offline_cache.spool import Spool
from offline_cache.transactions import writing


def discard(connection: apsw.Connection, spool: Spool, delivery: Delivery) -> bool:
    """Erase the answers, then their copy, then the row; whether the row was still as `delivery` says.

    The row goes last: a copy without a row would be taken for one that was never sent, and be sent. Interrupted
    anywhere, a row without answers is left, and the same again finishes it. apsw.Error and OSError when the disk
    refuses.
    """
    if delivery.state not in DISCARDABLE:
        raise IllegalChangeError(f"{delivery.id}: nobody gives up what is {delivery.state.value}")
    with writing(connection):
        if outbox_rows.select(connection, "where id = ?", (delivery.id,)) != (delivery,):
            return False
        outbox_rows.erase(connection, delivery.id)
    spool.forget(delivery.id)
    with writing(connection):
        outbox_rows.forget(connection, delivery.id)
    return True
