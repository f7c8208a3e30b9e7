# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings a database to this program's schema, one committed step at a time, and refuses a newer one."""

import apsw

from core.errors import Trouble
from offline_cache import failures
from offline_cache.transactions import writing


def migrate(connection: apsw.Connection, steps: tuple[str, ...], place: str) -> Trouble | None:
    """Run the steps that `user_version` says are missing, each in one transaction with its new number.

    A schema that is newer than this program is refused (`trouble.store_newer`) and left untouched.
    apsw.Error when a step cannot be written.
    """
    for number, step in enumerate(steps, start=1):
        if _version(connection) >= number:
            continue
        with writing(connection):
            # Another process may have taken this step while we waited for the lock.
            if _version(connection) < number:
                connection.execute(step).fetchall()
                connection.pragma("user_version", number)
    found = _version(connection)
    if found > len(steps):
        return Trouble(failures.NEWER, detail=f"{place}: schema {found}, this program knows {len(steps)}")
    return None


def _version(connection: apsw.Connection) -> int:
    return int(connection.pragma("user_version"))
