# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps forms as they were published, and whether their endpoints answered lately."""

from collections.abc import Iterable

import apsw

from core.ids import FormId
from core.ports import CachedForm, Reach

_FORM = "select endpoint, form, version, hash, source, fetched from form where endpoint = ?"


def form(connection: apsw.Connection, endpoint: str, wanted: FormId) -> CachedForm | None:
    """One form, or None."""
    row = connection.execute(_FORM + " and form = ?", (endpoint, wanted)).fetchone()
    return None if row is None else _form(*row)


def forms(connection: apsw.Connection, endpoint: str) -> tuple[CachedForm, ...]:
    """All forms of an endpoint, in the order of their ids."""
    return tuple(_form(*row) for row in connection.execute(_FORM + " order by form", (endpoint,)))


def keep(connection: apsw.Connection, new: CachedForm) -> None:
    """Keep a form in place of its earlier version."""
    connection.execute(
        "insert or replace into form values (?, ?, ?, ?, ?, ?)",
        (new.endpoint, new.form, new.version, new.hash, new.source, new.fetched),
    )


def forget(connection: apsw.Connection, endpoint: str, but: Iterable[FormId]) -> None:
    """Drop all forms of an endpoint but those."""
    kept = set(but)
    rows = connection.execute("select form from form where endpoint = ?", (endpoint,)).fetchall()
    gone = [(endpoint, row[0]) for row in rows if row[0] not in kept]
    connection.executemany("delete from form where endpoint = ? and form = ?", gone)


def reach(connection: apsw.Connection, endpoint: str) -> Reach | None:
    """What was last noted of an endpoint, or None."""
    statement = "select endpoint, reachable, since, kind from reach where endpoint = ?"
    row = connection.execute(statement, (endpoint,)).fetchone()
    return None if row is None else Reach(str(row[0]), bool(row[1]), float(row[2] or 0), str(row[3]))


def note_reach(connection: apsw.Connection, new: Reach) -> None:
    """Keep it in place of what was noted before."""
    connection.execute(
        "insert or replace into reach values (?, ?, ?, ?)",
        (new.endpoint, int(new.reachable), new.since, new.kind),
    )


def _form(endpoint: str, id_: str, version: str, hash_: str, source: bytes, fetched: float) -> CachedForm:
    return CachedForm(endpoint, FormId(id_), version, hash_, source, fetched)
