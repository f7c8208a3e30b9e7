# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a catalogue down together with its search index, and reads it back in the publisher's order."""

import apsw

from core.catalogue import Catalogue
from offline_cache import catalogue_record as record
from offline_cache.search_index import Index, write_index


def write(connection: apsw.Connection, catalogue: Catalogue, source: bytes, at: float, index: Index) -> None:
    """Replace the catalogue and everything derived from it. Belongs inside one transaction."""
    connection.execute(
        "insert or replace into catalogue values (1, ?, ?, ?)", (catalogue.version, at, source)
    )
    connection.execute("delete from service; delete from event; delete from organisation")
    connection.executemany(
        "insert into service values (?, ?)",
        enumerate(record.pack_service(service) for service in catalogue.services.values()),
    )
    connection.executemany(
        "insert into event values (?, ?)",
        enumerate(record.pack_event(event) for event in catalogue.events.values()),
    )
    connection.executemany(
        "insert into organisation values (?, ?)",
        enumerate(record.pack_organisation(body) for body in catalogue.organisations.values()),
    )
    write_index(connection, index)


def read(connection: apsw.Connection) -> tuple[Catalogue, float] | None:
    """The catalogue and when it was last confirmed (epoch seconds), or None when none was ever kept."""
    connection.execute("begin")
    try:
        row = connection.execute("select version, confirmed from catalogue").fetchone()
        if row is None:
            return None
        services = _packed(connection, "select packed from service order by position")
        events = _packed(connection, "select packed from event order by position")
        bodies = _packed(connection, "select packed from organisation order by position")
    finally:
        connection.execute("commit")
    catalogue = Catalogue(
        services={service.id: service for service in map(record.unpack_service, services)},
        events={event.id: event for event in map(record.unpack_event, events)},
        organisations={body.id: body for body in map(record.unpack_organisation, bodies)},
        version=str(row[0]),
    )
    return catalogue, float(row[1])


def _packed(connection: apsw.Connection, statement: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(statement)]
