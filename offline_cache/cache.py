# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cache on the disk: catalogue, forms and reachability as agencies last gave them.

A connection belongs to one thread at a time (the store lane); any number of processes may hold one each.
"""

import logging
from collections.abc import Iterable
from pathlib import Path

import apsw

from core.catalogue import Catalogue
from core.errors import Trouble
from core.ids import FormId, Language, ServiceId
from core.passed_time import ShownTime
from core.ports import CachedForm, Reach
from offline_cache import cache_schema, catalogue_store, failures, form_store
from offline_cache.database import PageCheck, open_database
from offline_cache.failures import trouble_of, troubles
from offline_cache.search import search
from offline_cache.search_index import make_index
from offline_cache.subkeys import Keys, Purpose
from offline_cache.transactions import writing

FILE_NAME = "cache.db"

_LOG = logging.getLogger(__name__)


class StoredCache:
    """`core.ports.Cache` on an open database. Faults of the environment are raised as TroubleError."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._read_at: int | None = None
        self._read: tuple[Catalogue, float] | None = None

    def catalogue(self) -> tuple[Catalogue, float] | None:
        """The last good catalogue and when it was last confirmed; read anew only when it may have changed."""
        version = self.version()
        if self._read_at != version:
            with troubles(FILE_NAME):
                self._read = catalogue_store.read(self._connection)
            self._read_at = version
        return self._read

    def keep_catalogue(self, catalogue: Catalogue, source: bytes, at: float) -> None:
        """Keep it and its search index, in one transaction; words are cut before the lock is taken."""
        index = make_index(catalogue)
        with troubles(FILE_NAME), writing(self._connection):
            self._read_at = None
            catalogue_store.write(self._connection, catalogue, source, at, index)

    def confirm_catalogue(self, at: float) -> None:
        """Note that the publisher said that nothing has changed."""
        with troubles(FILE_NAME), writing(self._connection):
            self._read_at = None
            self._connection.execute("update catalogue set confirmed = ?", (at,))

    def search(self, words: str, language: Language, most: int = 20) -> tuple[ServiceId, ...]:
        """The services that match, best first."""
        with troubles(FILE_NAME):
            return search(self._connection, words, language, most)

    def form(self, endpoint: str, form: FormId) -> CachedForm | None:
        """The last good version of a form."""
        with troubles(FILE_NAME):
            return form_store.form(self._connection, endpoint, form)

    def forms(self, endpoint: str) -> tuple[CachedForm, ...]:
        """All forms kept from an endpoint, in the order of their ids."""
        with troubles(FILE_NAME):
            return form_store.forms(self._connection, endpoint)

    def keep_form(self, form: CachedForm) -> None:
        """Keep it in place of the earlier version."""
        with troubles(FILE_NAME), writing(self._connection):
            form_store.keep(self._connection, form)

    def forget_forms(self, endpoint: str, but: Iterable[FormId]) -> None:
        """Drop the forms that the endpoint no longer offers."""
        with troubles(FILE_NAME), writing(self._connection):
            form_store.forget(self._connection, endpoint, but)

    def reach(self, endpoint: str) -> Reach | None:
        """What is known of the endpoint's reachability."""
        with troubles(FILE_NAME):
            return form_store.reach(self._connection, endpoint)

    def note_reach(self, reach: Reach) -> None:
        """Keep what an attempt to reach the endpoint showed."""
        with troubles(FILE_NAME), writing(self._connection):
            form_store.note_reach(self._connection, reach)

    def shown_time(self) -> ShownTime | None:
        """The time that an agency named last."""
        with troubles(FILE_NAME):
            row = self._connection.execute("select boot, up, time from shown_time").fetchone()
        return None if row is None else ShownTime(str(row[0]), float(row[1]), float(row[2]))

    def note_shown_time(self, shown: ShownTime) -> None:
        """Keep it in place of the one before."""
        with troubles(FILE_NAME), writing(self._connection):
            values = (shown.boot, shown.up, shown.time)
            self._connection.execute("insert or replace into shown_time values (1, ?, ?, ?)", values)

    def version(self) -> int:
        """SQLite's `data_version`: differs when another connection has committed."""
        with troubles(FILE_NAME):
            return int(self._connection.pragma("data_version"))

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()


def open_cache(
    folder: Path, key: Keys, *, check: PageCheck = PageCheck.ALL_PAGES, vfs: str | None = None
) -> StoredCache | Trouble:
    """Open the cache in a folder, making it where there is none.

    A damaged cache is thrown away and begun again, because agencies can be asked again; nothing else is. With
    `check=FIRST_PAGES` damage further in shows only when it is read, as TroubleError.
    """
    path = folder / FILE_NAME
    secret = key.derive(Purpose.CACHE)
    connection = open_database(path, secret, cache_schema.STEPS, check=check, vfs=vfs)
    if isinstance(connection, Trouble) and connection.key == failures.DAMAGED:
        _LOG.warning("The cache is damaged and is begun again: %s", connection.detail)
        try:
            for name in (path, path.with_name(FILE_NAME + "-wal"), path.with_name(FILE_NAME + "-shm")):
                name.unlink(missing_ok=True)
        except OSError as error:
            return trouble_of(error, FILE_NAME)
        connection = open_database(path, secret, cache_schema.STEPS, check=check, vfs=vfs)
    if isinstance(connection, Trouble):
        return connection
    return StoredCache(connection)
