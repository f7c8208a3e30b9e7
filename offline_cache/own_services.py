# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The own services of a person at home, encrypted under a key of their own. A kiosk never opens this file.

A connection belongs to one thread at a time (the store lane); any number of processes may hold one each.
"""

from pathlib import Path

import apsw

from core.errors import Trouble
from core.ids import ServiceId
from core.own_services import OwnServices, Used
from offline_cache.database import PageCheck, open_database
from offline_cache.failures import troubles
from offline_cache.subkeys import Keys, Purpose
from offline_cache.transactions import writing

FILE_NAME = "services.db"

STEPS = (
    """
    create table added (place integer primary key, service text not null unique) strict;
    create table used (place integer primary key, service text not null unique, at real not null) strict;
    """,
)
"""The schema, step by step. A step that has been released is never edited. `place` 0 is the latest."""


class StoredServices:
    """`core.ports.KeptServices` on an open database. Faults of the environment are raised as TroubleError."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def keep(self, services: OwnServices) -> None:
        """In one transaction; the pages of what is gone are overwritten (`secure_delete`)."""
        with troubles(FILE_NAME), writing(self._connection):
            self._connection.execute("delete from added; delete from used")
            self._connection.executemany("insert into added values (?, ?)", enumerate(services.added))
            used = [(place, one.service, one.at) for place, one in enumerate(services.used)]
            self._connection.executemany("insert into used values (?, ?, ?)", used)

    def all(self, now: float | None) -> OwnServices:
        """All that last; what was used too long ago is forgotten on the disk as well, where the time is known."""
        with troubles(FILE_NAME):
            added = self._connection.execute("select service from added order by place").fetchall()
            used = self._connection.execute("select service, at from used order by place").fetchall()
        found = OwnServices(
            tuple(ServiceId(str(service)) for (service,) in added),
            tuple(Used(ServiceId(str(service)), float(str(at))) for service, at in used),
        )
        lasting = found if now is None else found.lasting(now)
        if lasting != found:
            self.keep(lasting)
        return lasting

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()


def open_own_services(folder: Path, keys: Keys) -> StoredServices | Trouble:
    """Open them in a folder, making the file where there is none. A `Trouble` leaves it as it was."""
    secret = keys.derive(Purpose.OWN_SERVICES)
    connection = open_database(folder / FILE_NAME, secret, STEPS, check=PageCheck.FIRST_PAGES)
    return connection if isinstance(connection, Trouble) else StoredServices(connection)
