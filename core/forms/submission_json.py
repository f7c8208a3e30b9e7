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


def formio_data(entry: Entry, files: Sequence[FileHeld] = ()) -> bytes:
    """The answers as Form.io's `data`, in UTF-8; `files` as for `to_json`.

    What is asked and not answered is there as Form.io's own window leaves it (`""`, unticked boxes): the server asks
    the form's conditions again of what it gets, and one may wait for a text that is empty. An object without any
    answer is left out: an address is whole or not there.
    """
    value = _without_empty(entry.json(blanks=True))
    return _written(with_files(value, files, entry.submission_id) if files else value)


def to_formio(entry: Entry) -> bytes:
    """The answers as a submission of Form.io: the object of the answers is the member `data`."""
    return b'{"data":' + formio_data(entry) + b"}"


def _without_empty(value: object) -> object:
    """The value without members that are objects in which nothing is answered.

    Rows stay, since their number says something, and so do boxes of which none is ticked.
    """
    match value:
        case dict():
            kept = {name: _without_empty(one) for name, one in value.items()}
            return {name: one for name, one in kept.items() if not isinstance(one, dict) or _answered(one)}
        case list():
            return [_without_empty(one) for one in value]
        case _:
            return value


def _answered(value: object) -> bool:
    match value:
        case dict():
            boxes = bool(value) and all(isinstance(one, bool) for one in value.values())
            return boxes or any(map(_answered, value.values()))
        case list():
            return any(map(_answered, value))
        case _:
            # 0 is an answer, though it equals False.
            return value is not None and value is not False and value != ""


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
