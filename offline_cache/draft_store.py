# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The drafts of a person at home, encrypted under a key of their own. A kiosk never opens this file.

A connection belongs to one thread at a time (the store lane); any number of processes may hold one each.
"""

import json
from datetime import datetime
from pathlib import Path

import apsw

from core.drafts import Draft, expired
from core.errors import Trouble
from core.forms.keeping import Given
from core.ids import FormId, QuestionPath, ServiceId, SubmissionId
from core.passed_time import Counted, Instant, passed
from core.ports import CachedForm, FormFile
from offline_cache import draft_age
from offline_cache.database import PageCheck, open_database
from offline_cache.failures import troubles
from offline_cache.subkeys import Keys, Purpose
from offline_cache.transactions import writing

FILE_NAME = "drafts.db"

STEPS = (
    """
    create table draft (
        submission text primary key,
        service text not null,
        begun text not null,
        saved real not null,
        reached text not null,
        lists text not null,
        answers text not null
    ) strict;
    create table form (
        submission text primary key references draft (submission) on delete cascade,
        endpoint text not null,
        form text not null,
        version text not null,
        hash text not null,
        source blob not null,
        fetched real not null
    ) strict;
    create table form_file (
        submission text not null references draft (submission) on delete cascade,
        name text not null,
        hash text not null,
        content blob not null,
        primary key (submission, name)
    ) strict;
    """,
    draft_age.STEP,
)
"""The schema, step by step. A step that has been released is never edited."""

_KEEP = """
    insert into draft values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (submission) do update set
        saved = excluded.saved, reached = excluded.reached, lists = excluded.lists, answers = excluded.answers,
        sure = excluded.sure, likely = excluded.likely
"""

_KEEP_FORM = """
    insert into form values (?, ?, ?, ?, ?, ?, ?)
    on conflict (submission) do update set
        endpoint = excluded.endpoint, form = excluded.form, version = excluded.version, hash = excluded.hash,
        source = excluded.source, fetched = excluded.fetched
    where source != excluded.source or fetched != excluded.fetched
"""

_ALL = """
    select sure, likely, draft.submission, service, begun, saved, reached, lists, answers,
        endpoint, form.form, version, hash, source, fetched
    from draft join form on form.submission = draft.submission
    order by saved desc
"""


_FILES = "select name, hash, content from form_file where submission = ? order by name"


class StoredDrafts:
    """`core.ports.Drafts` on an open database. Faults of the environment are raised as TroubleError."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def keep(self, draft: Draft) -> None:
        """Put it away; the form's bytes are written only when they are others than before."""
        form, given = draft.form, draft.given
        with troubles(FILE_NAME), writing(self._connection):
            counted = draft_age.read(self._connection).counted
            self._connection.execute(
                _KEEP,
                (
                    draft.submission,
                    draft.service,
                    draft.begun.isoformat(),
                    draft.saved,
                    draft.reached,
                    json.dumps(given.lists),
                    # Escaped: half a sign, as a keyboard may leave it, is no text for the database.
                    json.dumps(given.answers),
                    counted.sure,
                    counted.likely,
                ),
            )
            self._connection.execute(
                _KEEP_FORM,
                (
                    draft.submission,
                    form.endpoint,
                    form.form,
                    form.version,
                    form.hash,
                    form.source,
                    form.fetched,
                ),
            )
            if self._connection.changes():
                self._keep_files(draft)

    def _keep_files(self, draft: Draft) -> None:
        self._connection.execute("delete from form_file where submission = ?", (draft.submission,))
        self._connection.executemany(
            "insert into form_file values (?, ?, ?, ?)",
            [
                (draft.submission, file.name, file.hash, file.content)
                for file in draft.form.files
                if file.content is not None
            ],
        )

    def drop(self, submission: SubmissionId) -> None:
        """Forget one; its pages are overwritten (`secure_delete`)."""
        with troubles(FILE_NAME), writing(self._connection):
            self._connection.execute("delete from draft where submission = ?", (submission,))

    def pass_time(self, now: Instant, shown: float | None) -> None:
        """Count the time that has passed; read and written under one lock, for two windows may count at once."""
        with troubles(FILE_NAME), writing(self._connection):
            counted = passed(draft_age.read(self._connection), now, shown)
            if counted.last is not None:
                draft_age.write(self._connection, counted, counted.last)

    def all(self) -> tuple[Draft, ...]:
        """All that have not expired, the latest first; the others are forgotten."""
        with troubles(FILE_NAME):
            now = draft_age.read(self._connection)
            found = [
                (
                    Counted(float(str(sure)), float(str(likely))),
                    _draft(row, self._connection.execute(_FILES, (row[0],)).fetchall()),
                )
                for sure, likely, *row in self._connection.execute(_ALL).fetchall()
            ]
        for kept, draft in found:
            if expired(kept, now):
                self.drop(draft.submission)
        return tuple(draft for kept, draft in found if not expired(kept, now))

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()


def open_drafts(folder: Path, keys: Keys, *, vfs: str | None = None) -> StoredDrafts | Trouble:
    """Open the drafts in a folder, making the file where there is none. A `Trouble` leaves it as it was."""
    secret = keys.derive(Purpose.DRAFTS)
    connection = open_database(folder / FILE_NAME, secret, STEPS, check=PageCheck.FIRST_PAGES, vfs=vfs)
    return connection if isinstance(connection, Trouble) else StoredDrafts(connection)


def _draft(row: list[object], files: list[tuple[object, ...]]) -> Draft:
    submission, service, begun, saved, reached, lists, answers, *form = row
    endpoint, form_id, version, hash_, source, fetched = form
    assert isinstance(source, bytes)
    return Draft(
        service=ServiceId(str(service)),
        form=CachedForm(
            str(endpoint),
            FormId(str(form_id)),
            str(version),
            str(hash_),
            source,
            float(str(fetched)),
            tuple([_file(*one) for one in files]),
        ),
        submission=SubmissionId(str(submission)),
        begun=datetime.fromisoformat(str(begun)),
        saved=float(str(saved)),
        reached=str(reached),
        given=Given(
            tuple((QuestionPath(path), int(count)) for path, count in json.loads(str(lists))),
            tuple((QuestionPath(path), str(raw)) for path, raw in json.loads(str(answers))),
        ),
    )


def _file(name: object, hash_: object, content: object) -> FormFile:
    assert isinstance(content, bytes)
    return FormFile(str(name), str(hash_), content)
