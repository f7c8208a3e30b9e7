# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what came in by the town's JSON services, in the town's file; checks and renders nothing."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sandbox.records import Records
from sandbox.references import new_reference

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Application:
    """One application. `service` names the API, `form` the form; `key` is the Idempotency-Key where there was one."""

    reference: str
    service: str
    form: str
    received: str
    key: str
    content: Content


class Applications:
    """The applications. Whoever gives a key is told from a repetition; without one everything is new."""

    def __init__(self, records: Records) -> None:
        self._connection = records.connection

    def add(
        self, service: str, form: str, content: Content, *, key: str = "", print_: str = ""
    ) -> Application:
        """Store one and, in the same transaction, its key with the fingerprint of what was sent."""
        now = datetime.now(UTC)
        received = now.isoformat(timespec="milliseconds")
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            one = Application(self._unused_reference(now), service, form, received, key, content)
            self._connection.execute(
                "INSERT INTO application VALUES (?, ?, ?, ?, ?, ?)",
                (one.reference, service, form, received, key, json.dumps(content, ensure_ascii=False)),
            )
            if key:
                self._connection.execute(
                    "INSERT INTO idempotency_key VALUES (?, ?, ?, ?)", (key, print_, one.reference, received)
                )
        return one

    def by_key(self, key: str) -> tuple[str, Application] | None:
        """The fingerprint and the application of a key, or None when it is unknown or forgotten."""
        row = self._connection.execute(
            "SELECT print, reference FROM idempotency_key WHERE key = ?", (key,)
        ).fetchone()
        found = None if row is None else self.find(row[1])
        return None if found is None else (row[0], found)

    def state(self, reference: str, first: str) -> tuple[str, str]:
        """How far an application is, in its service's own word, and what the office says; `first` at the beginning."""
        row = self._connection.execute(
            "SELECT state, words FROM application_state WHERE reference = ?", (reference,)
        ).fetchone()
        return (first, "") if row is None else (row[0], row[1])

    def change(self, reference: str, *, state: str, words: str) -> None:
        """What an office has done about an application."""
        self._connection.execute(
            "INSERT INTO application_state VALUES (?, ?, ?) ON CONFLICT (reference)"
            " DO UPDATE SET state = excluded.state, words = excluded.words",
            (reference, state, words),
        )

    def forget_keys(self) -> None:
        """What a server does with keys that are older than it declares."""
        self._connection.execute("DELETE FROM idempotency_key")

    def find(self, reference: str) -> Application | None:
        """The application with a reference, or None."""
        return next(iter(self._select("WHERE reference = ?", (reference,))), None)

    def all(self, service: str = "") -> list[Application]:
        """All of them, or one API's, the oldest first."""
        return self._select("WHERE ? IN ('', service)", (service,))

    def _select(self, condition: str, values: tuple[str, ...]) -> list[Application]:
        rows: list[tuple[str, ...]] = self._connection.execute(
            f"SELECT * FROM application {condition} ORDER BY rowid",  # noqa: S608  # our own words
            values,
        ).fetchall()
        return [
            Application(reference, api, form, received, key, json.loads(content))
            for reference, api, form, received, key, content in rows
        ]

    def _unused_reference(self, now: datetime) -> str:
        while True:
            reference = new_reference(now)
            if self.find(reference) is None:
                return reference
