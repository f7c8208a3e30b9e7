# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A schema whose root is a list or a single value, as the one member of an object: a form needs something around it."""

import json
from typing import Final

from core.forms.json_door import UnusableError, document_of
from core.forms.json_schema import parts
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.parts import Asks
from core.forms.problems import FormProblem
from core.ids import FormId

MEMBER: Final = "answer"


def alone(root: Schema, form: FormId) -> Schema:
    """The object around a root. Raises `UnusableError` for a root that says nothing of its value.

    The question needs words: the root's title, else what describes it, else the form's name.
    """
    if not parts.says_its_kind(root):
        raise UnusableError(FormProblem("#", "form.unsupported", {"construct": "a value of any kind"}))
    title = str(root.get("title") or root.get("description") or parts.words(form))
    several = parts.asks(root) in (Asks.LIST, Asks.CHOICES)
    least = root.get("minItems")
    needed = not several or (isinstance(least, int) and least > 0)
    if title == root.get("description"):
        root = {key: value for key, value in root.items() if key != "description"}
    return {
        "type": "object",
        "properties": {MEMBER: {**root, "title": title}},
        "required": [MEMBER] if needed else [],
    }


def alone_ui(source: bytes) -> bytes:
    """The UI schema of a root for the object around it. Raises `UnusableError`."""
    ui = document_of(source)
    if not isinstance(ui, dict):
        return source
    if isinstance(ui.get("type"), str):
        return json.dumps(_moved(ui)).encode()
    return json.dumps({MEMBER: ui}).encode()


def _moved(part: object) -> object:
    """An element of JSON Forms whose scopes begin at the object around the root."""
    if isinstance(part, list):
        return [_moved(one) for one in part]
    if not isinstance(part, dict):
        return part
    moved = {key: _moved(value) for key, value in part.items()}
    scope = part.get("scope")
    if isinstance(scope, str) and scope.startswith("#"):
        moved["scope"] = f"#/properties/{MEMBER}{scope.removeprefix('#').rstrip('/')}"
    return moved
