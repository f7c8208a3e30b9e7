# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps forms as they were published with their files, and whether their endpoints answered lately."""

from collections.abc import Iterable
from dataclasses import replace

import apsw

from core.ids import FormId
from core.ports import CachedForm, FormFile, Reach

_FORM = "select endpoint, form, version, hash, source, fetched from form where endpoint = ?"


def form(connection: apsw.Connection, endpoint: str, wanted: FormId) -> CachedForm | None:
    """One form with its files, or None. Both are read as they were written together."""
    statement = "select name, hash, content from form_file where endpoint = ? and form = ? order by name"
    with connection:
        row = connection.execute(_FORM + " and form = ?", (endpoint, wanted)).fetchone()
        files = tuple([_file(*one) for one in connection.execute(statement, (endpoint, wanted))])
    return None if row is None else replace(_form(*row), files=files)


def forms(connection: apsw.Connection, endpoint: str) -> tuple[CachedForm, ...]:
    """All forms of an endpoint, in the order of their ids, with the names and hashes of their files."""
    statement = "select form, name, hash from form_file where endpoint = ? order by name"
    files: dict[FormId, list[FormFile]] = {}
    with connection:
        found = [_form(*row) for row in connection.execute(_FORM + " order by form", (endpoint,))]
        for of, name, hash_ in connection.execute(statement, (endpoint,)):
            files.setdefault(FormId(of), []).append(FormFile(name, hash_))
    return tuple([replace(one, files=tuple(files.get(one.form, ()))) for one in found])


def keep(connection: apsw.Connection, new: CachedForm) -> None:
    """Keep a form in place of its earlier version. Of a file without contents those that are here stay."""
    connection.execute(
        "insert or replace into form values (?, ?, ?, ?, ?, ?)",
        (new.endpoint, new.form, new.version, new.hash, new.source, new.fetched),
    )
    of = (new.endpoint, new.form)
    statement = "select name from form_file where endpoint = ? and form = ?"
    gone = {row[0] for row in connection.execute(statement, of)} - {file.name for file in new.files}
    connection.executemany(
        "delete from form_file where endpoint = ? and form = ? and name = ?", [(*of, name) for name in gone]
    )
    connection.executemany(
        "insert or replace into form_file values (?, ?, ?, ?, ?)",
        [(*of, file.name, file.hash, file.content) for file in new.files if file.content is not None],
    )


def forget(connection: apsw.Connection, endpoint: str, but: Iterable[FormId]) -> None:
    """Drop all forms of an endpoint but those."""
    kept = set(but)
    rows = connection.execute("select form from form where endpoint = ?", (endpoint,)).fetchall()
    gone = [(endpoint, row[0]) for row in rows if row[0] not in kept]
    connection.executemany("delete from form where endpoint = ? and form = ?", gone)
    connection.executemany("delete from form_file where endpoint = ? and form = ?", gone)


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


def _file(name: str, hash_: str, content: bytes) -> FormFile:
    return FormFile(name, hash_, content)
