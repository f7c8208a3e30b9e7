# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what the town has received, in one SQLite file: submissions, attachments and the state of forms."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from sandbox.references import new_reference

SCHEMA = """
CREATE TABLE IF NOT EXISTS submission (
    instance_id TEXT PRIMARY KEY,
    project INTEGER NOT NULL,
    form_id TEXT NOT NULL,
    form_version TEXT NOT NULL,
    reference TEXT NOT NULL,
    replaces TEXT,
    received TEXT NOT NULL,
    times_received INTEGER NOT NULL,
    xml BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS attachment (
    instance_id TEXT NOT NULL REFERENCES submission (instance_id),
    filename TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (instance_id, filename)
) STRICT;
CREATE TABLE IF NOT EXISTS form_state (
    form_id TEXT PRIMARY KEY,
    versions TEXT NOT NULL,
    mark TEXT NOT NULL,
    closed INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS service_request (
    service_request_id TEXT PRIMARY KEY,
    token TEXT UNIQUE,
    service_code TEXT NOT NULL,
    requested TEXT NOT NULL,
    updated TEXT NOT NULL,
    status TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS application (
    reference TEXT PRIMARY KEY,
    service TEXT NOT NULL,
    form TEXT NOT NULL,
    received TEXT NOT NULL,
    key TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS application_state (
    reference TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS idempotency_key (
    key TEXT PRIMARY KEY,
    print TEXT NOT NULL,
    reference TEXT NOT NULL,
    made TEXT NOT NULL
) STRICT;
"""


class Stored(Enum):
    """What became of a submission that was to be stored."""

    NEW = "new"
    SAME = "same"
    OTHER_CONTENT = "other content"


@dataclass(frozen=True, slots=True)
class Received:
    """One submission as it reached the town; `xml` is what was sent, byte for byte."""

    instance_id: str
    project: int
    form_id: str
    form_version: str
    reference: str
    replaces: str | None
    received: str
    times_received: int
    xml: bytes


class Records:
    """The town's file. Every write is on disk before it returns: a reference is never given for less."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.executescript(SCHEMA)

    def close(self) -> None:
        """Close the file; nothing can be stored afterwards."""
        self.connection.close()

    def store(
        self,
        *,
        instance_id: str,
        project: int,
        form_id: str,
        form_version: str,
        replaces: str | None,
        xml: bytes,
        attachments: dict[str, bytes],
    ) -> tuple[Stored, Received]:
        """Store a submission once; the same XML again only adds its attachments, other XML changes nothing.

        The reference of an edit is that of the submission it replaces, as people keep their number.
        """
        with self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            known = self.submission(instance_id)
            if known is not None and known.xml != xml:
                return Stored.OTHER_CONTENT, known
            if known is None:
                now = datetime.now(UTC)
                before = self.submission(replaces) if replaces else None
                self.connection.execute(
                    "INSERT INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)",
                    (
                        instance_id,
                        project,
                        form_id,
                        form_version,
                        before.reference if before else self._unused_reference(now),
                        replaces,
                        now.isoformat(timespec="milliseconds"),
                        xml,
                    ),
                )
            else:
                self.connection.execute(
                    "UPDATE submission SET times_received = times_received + 1 WHERE instance_id = ?",
                    (instance_id,),
                )
            self.connection.executemany(
                "INSERT OR IGNORE INTO attachment VALUES (?, ?, ?)",
                [(instance_id, name, content) for name, content in attachments.items()],
            )
            stored = Received(*self._row(instance_id))
        return (Stored.NEW if known is None else Stored.SAME), stored

    def submission(self, instance_id: str) -> Received | None:
        """The submission with this instanceID, or None."""
        row = self._row(instance_id)
        return None if row is None else Received(*row)

    def submissions(self) -> list[Received]:
        """All submissions, the oldest first."""
        rows = self.connection.execute("SELECT * FROM submission ORDER BY rowid").fetchall()
        return [Received(*row) for row in rows]

    def attachments(self, instance_id: str) -> dict[str, bytes]:
        """The files that came with a submission, by name."""
        return dict(
            self.connection.execute(
                "SELECT filename, content FROM attachment WHERE instance_id = ? ORDER BY filename",
                (instance_id,),
            ).fetchall()
        )

    def forget_everything(self) -> None:
        """Empty every table: a new day for a test that shares a running town."""
        with self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            self.connection.execute("DELETE FROM attachment")
            self.connection.execute("DELETE FROM submission")
            self.connection.execute("DELETE FROM form_state")
            self.connection.execute("DELETE FROM service_request")
            self.connection.execute("DELETE FROM application")
            self.connection.execute("DELETE FROM application_state")
            self.connection.execute("DELETE FROM idempotency_key")

    def _row(self, instance_id: str) -> Any:
        select = "SELECT * FROM submission WHERE instance_id = ?"
        return self.connection.execute(select, (instance_id,)).fetchone()

    def _unused_reference(self, now: datetime) -> str:
        """A reference that no record carries yet."""
        while True:
            reference = new_reference(now)
            taken = self.connection.execute(
                "SELECT 1 FROM submission WHERE reference = ?", (reference,)
            ).fetchone()
            if taken is None:
                return reference
