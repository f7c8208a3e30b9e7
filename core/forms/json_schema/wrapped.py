# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A JSON Schema with its UI schema in one document, as the tools that show them write their examples."""

import json
from collections.abc import Mapping
from typing import Final

_OF_SCHEMAS: Final = frozenset({"$schema", "type", "properties", "$ref", "allOf", "anyOf", "oneOf"})
"""Members that a schema has itself, and no document around one."""

_UI: Final = ("uischema", "uiSchema")
"""What JSON Forms and react-jsonschema-form call it."""


def is_around_a_schema(document: Mapping[str, object]) -> bool:
    """Whether a document holds a schema instead of being one."""
    return isinstance(document.get("schema"), dict) and not document.keys() & _OF_SCHEMAS


def parted(document: Mapping[str, object]) -> tuple[Mapping[str, object], bytes | None]:
    """The schema of a document, and the bytes of the UI schema that stands beside it, if one does."""
    schema = document.get("schema")
    if not isinstance(schema, dict) or not is_around_a_schema(document):
        return document, None
    shown = next((document[name] for name in _UI if isinstance(document.get(name), dict)), None)
    return schema, None if shown is None else json.dumps(shown).encode()


def together(schema: Mapping[str, object], ui: object) -> bytes:
    """One document of a schema and its UI schema, both as JSON values."""
    return json.dumps({"schema": schema, _UI[0]: ui}).encode()
