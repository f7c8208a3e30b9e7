# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a UI schema shows nowhere: nobody is asked for it, and what needs it can never be sent."""

from collections.abc import Collection, Iterator, Sequence

from core.forms.built import Part
from core.forms.definition import Group, Question
from core.forms.json_schema import parts as schemas
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.ui.dressing import Dressing
from core.forms.problems import Fate


def leave_out(dressing: Dressing, parts: Sequence[Part], schema: Schema, taken: Collection[str]) -> None:
    """Tell of the parts that no element took. One that the schema needs, and that is empty, refuses the form."""
    for part, needed in _left(dressing, parts, schema, taken):
        node = dressing.node(part)
        default = dressing.built.nodes[node].default if isinstance(part, Question) else ""
        if needed and not default:
            dressing.unsupported(part.path, "a needed answer that no control asks for")
        elif not needed:
            dressing.note(part.path, "a member without a control", Fate.LEFT_OUT)
            for inner in dressing.below(node):
                dressing.built.default(inner, "")
                dressing.built.shapes.pop(inner, None)


def _left(
    dressing: Dressing, parts: Sequence[Part], schema: Schema, taken: Collection[str]
) -> Iterator[tuple[Part, bool]]:
    """The parts that nothing took, outermost only, and whether the schema needs each."""
    schema = schemas.merged(schema)
    needed = schemas.required(schema)
    for part in parts:
        name = dressing.name(part)
        if isinstance(part, Group):
            inner = schemas.members(schema).get(name, {})
            if name in needed or any(_taken(child, taken) for child in part.children):
                yield from _left(dressing, part.children, inner, taken)
                continue
        elif part.path in taken:
            continue
        yield part, name in needed


def _taken(part: Part, taken: Collection[str]) -> bool:
    if isinstance(part, Group):
        return any(_taken(child, taken) for child in part.children)
    return part.path in taken
