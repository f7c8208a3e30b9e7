# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a filled form as the JSON that its agency expects (RFC 8259); it sends nothing."""

import json
from collections.abc import Sequence

from core.forms.entry import Entry
from core.forms.handed_json import with_files
from core.visit.files import FileHeld


def to_json(entry: Entry, files: Sequence[FileHeld] = ()) -> bytes:
    """The answers as JSON in UTF-8: members in the form's order, what is not asked or answered left out.

    A root that is no object is its value alone; only a list may be without an answer, and is empty then.

    `files` are those that answers name; without them an answer of that kind is only begun.
    """
    value = entry.json()
    whole = with_files(value, files, entry.submission_id) if files else value
    member = entry.form.member
    return _written(whole.get(member, []) if member and isinstance(whole, dict) else whole)


def to_formio(entry: Entry) -> bytes:
    """The answers as a submission of Form.io: the object of the answers is the member `data`."""
    return _written({"data": entry.json()})


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
