# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a filled form as the JSON that its agency expects (RFC 8259); it sends nothing."""

import json

from core.forms.entry import Entry


def to_json(entry: Entry) -> bytes:
    """The answers as one JSON object in UTF-8: members in the form's order, what is not asked or answered left out."""
    return _written(entry.json())


def to_formio(entry: Entry) -> bytes:
    """The answers as a submission of Form.io: the object of the answers is the member `data`."""
    return _written({"data": entry.json()})


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
