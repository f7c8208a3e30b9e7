# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The answers of a form as JSON values (RFC 8259), for forms whose standard sends JSON; it writes nothing."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from core.forms.binds import Kind, Shape
from core.forms.clocks import in_clock
from core.forms.definition import Form, Question
from core.forms.expression.tree import ABSENT
from core.forms.geojson import geometry
from core.forms.handed_json import DrawnFile, EncodedFile, HandedFile
from core.forms.instance import Tree
from core.forms.planting import instances
from core.forms.state import Cell, State


def json_of(form: Form, state: State, node: int) -> object:
    """The value of a node; None for one without an answer, without a shape, or not relevant and not kept.

    An object has the members that are answered, and an array the instances that are there.
    """
    shape = form.shapes.get(state.tree.origin(node))
    if shape is None or not (state.cells[node].relevant or shape.kept):
        return None
    if shape.kind is not Kind.OBJECT:
        return _leaf(shape, state.cells[node])
    found: dict[str, object] = {}
    for child in state.tree.nodes[node].children:
        one = state.tree.nodes[child]
        value = json_of(form, state, child)
        if state.tree.origin(child) in state.tree.repeats:
            if value is None and not state.cells[child].relevant:
                continue
            items = found.setdefault(one.name, [])
            assert isinstance(items, list)
            items.append(value)
        elif value is not None and value != {}:
            found[one.name] = value
    return found


def complete(form: Form, state: State, node: int) -> object:
    """As `json_of`, but with everything that is asked: what is not answered is its shape's `blank`.

    `ABSENT` for a node that is not asked and not kept, and for one without an answer and a `blank`.
    """
    shape = form.shapes.get(state.tree.origin(node))
    if shape is None or not (state.cells[node].relevant or shape.kept):
        return ABSENT
    if shape.kind is not Kind.OBJECT:
        value = _leaf(shape, state.cells[node])
        blank = ABSENT if shape.blank is None else shape.blank
        return blank if value is None else value
    tree, found = state.tree, dict[str, object]()
    for pattern in form.tree.nodes[tree.origin(node)].children:
        if pattern in tree.repeats and _is_asked(form, state, node, pattern):
            found[form.tree.nodes[pattern].name] = []
    for child in tree.nodes[node].children:
        value = complete(form, state, child)
        name = tree.nodes[child].name
        if tree.origin(child) not in tree.repeats:
            if value is not ABSENT:
                found[name] = value
            continue
        # A row that is asked has its place though nothing stands in it; one that is not asked is not there.
        if value is not ABSENT or state.cells[child].relevant:
            items = found.setdefault(name, [])
            assert isinstance(items, list)
            items.append(None if value is ABSENT else value)
    return found


def _is_asked(form: Form, state: State, node: int, pattern: int) -> bool:
    """Whether a list in a node is asked for, even while nothing is in it."""
    gate = next((one.gate for one in form.repeats if one.node == pattern), None)
    beside = state.tree.nodes[node].children
    return gate is None or any(state.cells[one].relevant for one in beside if state.tree.origin(one) == gate)


def _leaf(shape: Shape, cell: Cell) -> object:
    text = cell.text
    match shape.kind:
        case Kind.CONSTANT:
            return shape.constant
        case Kind.TEXT:
            # A program may have worked out a number where people write a text.
            plain = in_clock(text, shape.clock) if shape.clock else text
            return _number(text) if type(cell.value) is float else plain or None
        case Kind.NUMBER:
            return _number(text)
        case Kind.TRUTH:
            return {"true": True, "false": False}.get(text.strip())
        case Kind.CHOICE:
            return shape.values.get(text.strip())
        case Kind.CHOICES:
            chosen = [shape.values[one] for one in text.split() if one in shape.values]
            return chosen or None
        case Kind.BOXES:
            ticked = text.split()
            return {str(value): token in ticked for token, value in shape.values.items()} if ticked else None
        case Kind.DAY | Kind.MIDNIGHT:
            return _day(shape, text)
        case Kind.DATA_URL | Kind.ENCODED | Kind.DRAWN | Kind.FILE | Kind.FILES:
            return _file(shape.kind, text) if text else None
        case Kind.POINT | Kind.LINE | Kind.AREA:
            return geometry(shape.kind, text)
        case Kind.OBJECT:
            return None
        case _:
            assert_never(shape.kind)


def _file(kind: Kind, name: str) -> object:
    match kind:
        case Kind.DATA_URL:
            return HandedFile(name)
        case Kind.ENCODED:
            return EncodedFile(name)
        case Kind.DRAWN:
            return DrawnFile(name)
        case _:
            one = {"storage": "base64", "name": name, "url": HandedFile(name)}
            return one if kind is Kind.FILE else [one]


def _day(shape: Shape, text: str) -> str | None:
    if shape.kind is Kind.MIDNIGHT:
        # With a zone it would be another day for who reads it in another one.
        return f"{text}T00:00:00" if text else None
    year, *rest = text.split("-") if text.count("-") == 2 else ("",)
    return "/".join([*(reversed(rest) if shape.day_first else rest), year]) if rest else None


def _number(text: str) -> int | float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    # A number that is whole is written without a fraction, as people and programs expect it of counts and years.
    return int(text) if text.lstrip("+-").isdigit() else number


def nearest_question(state: State, asked: Sequence[Question], place: Sequence[str | int]) -> Question | None:
    """The question at a place in the JSON, else the first inside it, else the first of what is around it."""
    tree, way = state.tree, [0]
    for step in place:
        node = way[-1]
        if isinstance(step, int):
            alike = instances(tree, tree.nodes[node].parent, tree.origin(node)) if node else ()
            found = alike[step : step + 1]
            way[-1:] = found or [node]
            continue
        found = [one for one in tree.children(node, step) if state.cells[one].relevant]
        if not found:
            break
        way.append(found[0])
    by_node = {question.node: question for question in reversed(asked)}
    for node in reversed(way):
        inside = next((by_node[one] for one in _below(tree, node) if one in by_node), None)
        if inside is not None:
            return inside
    return asked[0] if asked else None


def _below(tree: Tree, node: int) -> Iterator[int]:
    waiting = [node]
    while waiting:
        at = waiting.pop()
        yield at
        waiting.extend(reversed(tree.nodes[at].children))
