# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write transactions that hold the lock from their first statement, and end in COMMIT or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw


@contextmanager
def writing(connection: apsw.Connection) -> Iterator[None]:
    """Everything inside is one transaction, on the disk (`synchronous=FULL`) when this has returned.

    BEGIN IMMEDIATE waits for other writers at once; a lock taken later could fail half-way
    (sqlite.org/lang_transaction.html).
    """
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    finally:
        if connection.in_transaction:
            connection.execute("rollback")
