# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts recorded Form.io data into an entry, answer by answer as a person would give them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.forms.asked import ANOTHER, path_of, repeat_of
from core.forms.binds import Kind, Shape
from core.forms.definition import AnswerType, Question
from core.forms.entry import Entry
from core.forms.formio.javascript_values import javascript_text
from core.forms.instance import Tree
from core.forms.planting import instances
from core.ids import QuestionPath

EMPTY: Final = (None, "00/00/0000")
NOTHING: Final[tuple[object, ...]] = (None, "", [], {})


def place_of(tree: Tree, question: Question) -> str:
    """Where Form.io has the answer: `people[0].name`."""
    place = node_place(tree, question.node)
    if question.type is not AnswerType.REPEAT:
        return place
    name = question.path.rpartition("/")[2].removesuffix(ANOTHER)
    return f"{place}.{name}" if place else name


def node_place(tree: Tree, node: int) -> str:
    """Where Form.io has the data of a node; empty for the root."""
    one = tree.nodes[node]
    if one.parent < 0:
        return ""
    above = node_place(tree, one.parent)
    number = ""
    if one.origin in tree.repeats:
        number = f"[{list(instances(tree, one.parent, one.origin)).index(node)}]"
    return f"{above}.{one.name}{number}" if above else f"{one.name}{number}"


def questions_of(entry: Entry) -> Iterator[Question]:
    """All questions there are now, relevant or not."""
    tree = entry.tree
    for node in tree.live():
        found = _question(entry, path_of(tree, node))
        if found is not None:
            yield found
        for repeat in _repeats(entry, node):
            another = _question(entry, repeat)
            if another is not None:
                yield another


def _question(entry: Entry, path: QuestionPath) -> Question | None:
    try:
        return entry.question(path)
    except KeyError:
        return None


def _repeats(entry: Entry, node: int) -> Iterator[QuestionPath]:
    form, tree = entry.form, entry.tree
    for child in form.tree.nodes[tree.origin(node)].children:
        if child in form.tree.repeats:
            name = form.tree.nodes[child].path.rpartition("/")[2]
            yield QuestionPath(f"{path_of(tree, node)}/{name}{ANOTHER}")


class Filling:
    """An entry while data is put into it. `aside` are the places of what nobody could enter."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.aside: set[str] = set()

    def put(self, data: Mapping[str, object], node: int = 0) -> None:
        """Put the members of an object into the node of its instance or group."""
        tree = self.entry.tree
        for path in tuple(_repeats(self.entry, node)):
            self._rows(path, data, node)
        for child in tuple(self.entry.tree.nodes[node].children):
            one = self.entry.tree.nodes[child]
            if one.origin in tree.repeats:
                continue
            if one.name in data:
                self._value(child, data[one.name])
        known = {tree.nodes[child].name for child in self.entry.form.tree.nodes[tree.origin(node)].children}
        for name in data.keys() - known:
            self._leave(node_place(self.entry.tree, node), name)

    def _rows(self, path: QuestionPath, data: Mapping[str, object], node: int) -> None:
        """As many instances as the list has, with what it holds."""
        another = _question(self.entry, path)
        name = path.rpartition("/")[2].removesuffix(ANOTHER)
        if another is None:
            self._leave(node_place(self.entry.tree, node), name)
            return
        rows = data.get(name)
        if name not in data:
            # The engine adds what a form begins with; so did this entry.
            return
        if not isinstance(rows, list):
            if rows in NOTHING:
                rows = []
            else:
                self.aside.add(place_of(self.entry.tree, another))
                return
        if self._is_plain(path):
            # Among several answers an empty one is none: who has nothing to write adds no line for it.
            rows = [row for row in rows if row not in NOTHING]
        while len(self.entry.instances(path)) > len(rows):
            self.entry = self.entry.remove(path, len(self.entry.instances(path)))
        while len(self.entry.instances(path)) < len(rows):
            self.entry = self.entry.add(path)
        for number, row in enumerate(rows):
            self._value(self.entry.instances(path)[number], row)

    def _is_plain(self, path: QuestionPath) -> bool:
        """Whether a list has answers of one question, and no rows of several."""
        form = self.entry.form
        return form.shapes[repeat_of(form, path).node].kind is not Kind.OBJECT

    def _leave(self, above: str, name: str) -> None:
        self.aside.add(f"{above}.{name}" if above else name)

    def _value(self, node: int, value: object) -> None:
        tree, form = self.entry.tree, self.entry.form
        shape = form.shapes.get(tree.origin(node))
        place = node_place(tree, node)
        if shape is None:
            self.aside.add(place)
            return
        if shape.kind is Kind.OBJECT:
            if isinstance(value, dict):
                self.put(value, node)
            elif value not in NOTHING:
                self.aside.add(place)
            return
        question = _question(self.entry, path_of(tree, node))
        raw = _raw(shape, value) if question is not None else None
        if question is None or raw is None or self.entry.readonly(question.path):
            self.aside.add(place)
            return
        self.entry = self.entry.answer(question.path, raw)


def _raw(shape: Shape, value: object) -> str | None:
    """What a person would write or choose; None for what they could not."""
    match shape.kind:
        case Kind.BOXES if isinstance(value, dict):
            ticked = [javascript_text(name) for name, yes in value.items() if yes is True]
            return _tokens(shape, ticked)
        case Kind.CHOICES | Kind.BOXES if isinstance(value, list):
            return _tokens(shape, [javascript_text(one) for one in value])
        case Kind.CHOICE:
            return "" if value in NOTHING else _tokens(shape, [javascript_text(value)])
        case Kind.DAY if isinstance(value, str):
            parts = value.split("/")
            if not value.strip("0/"):
                return ""
            if len(parts) != 3:
                return None
            day, month = (0, 1) if shape.day_first else (1, 0)
            return f"{parts[2]}-{parts[month]}-{parts[day]}"
        case Kind.MIDNIGHT if isinstance(value, str):
            # A window that asks for a day alone gives its first moment; what has another time nobody could enter.
            moment = re.fullmatch(r"(\d{4}-\d\d-\d\d)(T00:00:00)?.*", value)
            return value if moment is None else moment[1] if moment[2] else None
        case Kind.TRUTH:
            return "" if value in NOTHING else javascript_text(value)
        case Kind.TEXT | Kind.NUMBER:
            return (
                None if isinstance(value, dict | list) else "" if value in EMPTY else javascript_text(value)
            )
        case _:
            return "" if value in NOTHING else None


def _tokens(shape: Shape, wanted: list[str]) -> str | None:
    tokens = {javascript_text(value): token for token, value in shape.values.items()}
    return None if not set(wanted) <= tokens.keys() else " ".join(tokens[one] for one in wanted)
