# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for a schema's author what its objects say and no page asks or shows."""

from core.forms.built import Built
from core.forms.json_schema import parts
from core.forms.json_schema.documents import Schema
from core.forms.problems import Fate

NAMELESS = "an object whose members are not named where it stands"


def note_unasked(schema: Schema, node: int, built: Built) -> None:
    """Note the members that nothing names beside those that are asked for, and the words about all of them."""
    if parts.members(schema) and parts.is_nameless(schema):
        built.note(node, "members that only a pattern names", Fate.LEFT_OUT)
    note_description(schema, node, built, "the description of an object")


def note_description(schema: Schema, node: int, built: Built, what: str) -> None:
    """Note words about what lies on several pages: there is none to show them on."""
    if isinstance(schema.get("description"), str):
        built.note(node, what, Fate.NOT_SHOWN)


def note_nameless(node: int, needed: bool, built: Built) -> None:
    """Note an object whose members have no names: nobody knows what to ask for. A needed one refuses the form."""
    if needed:
        built.unsupported(node, NAMELESS)
    else:
        built.note(node, NAMELESS, Fate.LEFT_OUT)
