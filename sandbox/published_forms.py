# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decides which version of a form is published now and which are still taken; keeps that over restarts."""

import json
from dataclasses import dataclass

from sandbox.form_files import FormFile
from sandbox.records import Records
from sandbox.town import FormId


@dataclass(frozen=True, slots=True)
class FormState:
    """What an office has done to a form since; `versions`: oldest first, without the original."""

    versions: tuple[str, ...] = ()
    mark: str = ""
    closed: bool = False


class PublishedForms:
    """The forms as the town offers them today."""

    def __init__(self, originals: dict[FormId, FormFile], records: Records) -> None:
        self._originals = originals
        self._records = records

    def current(self, form: str) -> FormFile | None:
        """The form as it is published now, or None when there is no such form."""
        original = self._originals.get(FormId(form))
        if original is None:
            return None
        state = self.state(form)
        now = original.with_version(state.versions[-1]) if state.versions else original
        return now.with_another_hash(state.mark) if state.mark else now

    def accepts_version(self, form: str, version: str) -> bool:
        """Whether this version was ever published: older ones are still taken, as ODK Central does."""
        original = self._originals[FormId(form)]
        return version == original.version or version in self.state(form).versions

    def state(self, form: str) -> FormState:
        """What was done to the form since it was first published."""
        row = self._records.connection.execute(
            "SELECT versions, mark, closed FROM form_state WHERE form_id = ?", (form,)
        ).fetchone()
        if row is None:
            return FormState()
        return FormState(versions=tuple(json.loads(row[0])), mark=row[1], closed=bool(row[2]))

    def change(self, form: str, *, version: str | None, mark: str | None, closed: bool | None) -> FormState:
        """Publish another version or other bytes under the same one, close or reopen; None leaves as is.

        Raises KeyError when there is no such form.
        """
        self._originals[FormId(form)]
        before = self.state(form)
        after = FormState(
            versions=before.versions if version is None else (*before.versions, version),
            mark=before.mark if mark is None else mark,
            closed=before.closed if closed is None else closed,
        )
        self._records.connection.execute(
            "INSERT OR REPLACE INTO form_state VALUES (?, ?, ?, ?)",
            (form, json.dumps(after.versions), after.mark, int(after.closed)),
        )
        return after
