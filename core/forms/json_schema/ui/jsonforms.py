# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""UI schemas of JSON Forms: layouts, categories and controls, each with its rule."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from core.forms.built import TRUE, Part
from core.forms.definition import AnswerType, Group, Question, Repeat
from core.forms.expression.tree import Call, Expression
from core.forms.json_schema.building import WHICH
from core.forms.json_schema.conditions import ALWAYS, Condition, both
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.parts import members, merged
from core.forms.json_schema.ui.control_options import dressed, is_fixed, other_options
from core.forms.json_schema.ui.dressing import UI, Dressing, only
from core.forms.json_schema.ui.rules import Rules, names_of
from core.forms.json_schema.ui.unshown import leave_out
from core.forms.json_schema.values import text
from core.forms.message import Message
from core.ids import QuestionPath

_PLAIN: Final = ("VerticalLayout", "HorizontalLayout", "Categorization")
_NAMED: Final = ("Group", "Category")
_CONTROLS: Final = ("Control", "ListWithDetail")
_READ: Final = frozenset({"type", "elements", "label", "scope", "rule", "options", "text"})


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around one say of it."""

    seen: Condition = ALWAYS
    fixed: tuple[Expression, ...] = ()


@dataclass(slots=True)
class _Laying:
    """The parts of one object, until elements take them."""

    container: int
    schema: Schema
    rules: Rules
    parts: dict[tuple[str, ...], list[Part]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)


class Layouts:
    """Lays the parts of an object out as a UI schema says."""

    def __init__(self, dressing: Dressing) -> None:
        self._dressing = dressing

    def laid(
        self, parts: Sequence[Part], schema: Schema, ui: UI, container: int, place: str
    ) -> tuple[Part, ...]:
        """The parts that the UI schema shows, in its order. What it does not show is left out and told."""
        laying = _Laying(container, schema, Rules(self._dressing, container))
        self._index(parts, (), laying)
        found = tuple(self._element(ui, place, _Around(), laying))
        leave_out(self._dressing, parts, schema, laying.taken)
        return found

    def _index(self, parts: Sequence[Part], above: tuple[str, ...], laying: _Laying) -> None:
        for part in parts:
            names = (*above, self._dressing.name(part))
            laying.parts.setdefault(names, []).append(part)
            if isinstance(part, Group):
                self._index(part.children, names, laying)

    def _element(self, ui: UI, place: str, around: _Around, laying: _Laying) -> Iterator[Part]:
        self._dressing.enter(place)
        kind = ui.get("type")
        for name in sorted(ui.keys() - _READ):
            self._dressing.note(place, name)
        around = self._inside(ui, place, around, laying)
        if kind in _PLAIN or kind in _NAMED:
            children = tuple(self._elements(ui, place, around, laying))
            label = ui.get("label")
            if kind in _NAMED and children:
                title = text(label) if isinstance(label, str) else Message()
                yield Group(QuestionPath(""), title, children)
            else:
                yield from children
            for name in other_options(ui, readable=()):
                self._dressing.note(place, name)
        elif kind == "Label":
            yield from self._note(ui, around, laying)
        elif kind in _CONTROLS:
            yield from self._control(ui, place, around, laying)
        else:
            self._dressing.unsupported(place, f"an element of the type {kind}")

    def _elements(self, ui: UI, place: str, around: _Around, laying: _Laying) -> Iterator[Part]:
        several = ui.get("elements")
        for number, one in enumerate(several if isinstance(several, list) else ()):
            if isinstance(one, dict):
                yield from self._element(one, f"{place}/elements/{number}", around, laying)
            else:
                self._dressing.unsupported(f"{place}/elements/{number}", "an element that is no object")

    def _inside(self, ui: UI, place: str, around: _Around, laying: _Laying) -> _Around:
        """What an element says of all that is in it."""
        if is_fixed(ui):
            around = replace(around, fixed=(*around.fixed, Call("true", ())))
        rule = laying.rules.of(ui, place)
        if rule is None:
            return around
        usable = rule.usable()
        unless = () if usable is ALWAYS else (Call("not", (usable.test,)),)
        return _Around(both(around.seen, rule.seen()), (*around.fixed, *unless))

    def _note(self, ui: UI, around: _Around, laying: _Laying) -> Iterator[Part]:
        """A text between the questions."""
        said = ui.get("text")
        if isinstance(said, str) and said.strip():
            built = self._dressing.built
            node = built.node(f"~label{len(built.nodes)}", laying.container)
            self._dressing.only_if(node, around.seen)
            yield Question(built.path(node), AnswerType.NOTE, text(said), node=node)

    def _control(self, ui: UI, place: str, around: _Around, laying: _Laying) -> Iterator[Part]:
        names = names_of(str(ui.get("scope") or ""))
        # A control for the whole object is one for each of its members.
        keys = [names] if names else [key for key in laying.parts if len(key) == 1]
        found = [part for key in keys for part in laying.parts.get(key, ())]
        if not found:
            if not self._dressing.nodes(laying.container, names):
                self._dressing.unsupported(place, f"a control for {ui.get('scope')}, which is nowhere")
            # What is there without a part is a constant: it is sent, and there is nothing to ask.
            return
        for length in range(len(names)):
            around_it = names[:length]
            for key in [key for key in laying.parts if key[:-1] == around_it and key[-1].startswith(WHICH)]:
                yield from self._untaken(laying.parts[key], around, laying)
        several = list(self._untaken(found, around, laying))
        if not several:
            self._dressing.note(place, f"a second control for {ui.get('scope')}")
        for part in several:
            yield self._detailed(
                dressed(part, ui, place, self._dressing), ui, place, schema_at(laying.schema, names)
            )

    def _untaken(self, parts: Sequence[Part], around: _Around, laying: _Laying) -> Iterator[Part]:
        """What no element took before of some parts, under the conditions of those around."""
        for one in parts:
            part = _rest(one, laying.taken)
            if part is None:
                continue
            laying.taken.update(_paths(part))
            self._see(part, around.seen)
            for when in around.fixed:
                self._dressing.fix(part, when)
            yield part

    def _see(self, part: Part, seen: Condition) -> None:
        built, node = self._dressing.built, self._dressing.node(part)
        self._dressing.only_if(node, seen)
        # JSON Forms sends what is hidden; here that is so of what the schema cannot do without.
        if seen is not ALWAYS and isinstance(part, Question) and built.binds[node].required == TRUE:
            built.shapes[node] = replace(built.shapes[node], kept=True)

    def _detailed(self, part: Part, ui: UI, place: str, schema: Schema) -> Part:
        """A list or an object with the layout that its control gives it."""
        options = ui.get("options")
        detail = options.get("detail") if isinstance(options, dict) else None
        if not isinstance(detail, dict) or isinstance(part, Question):
            return part
        if any(child.path == part.path for child in part.children):
            # A list of plain values has nothing inside that could be laid out.
            self._dressing.note(place, "options.detail")
            return part
        items = schema.get("items")
        schema = items if isinstance(part, Repeat) and isinstance(items, dict) else schema
        children = self.laid(
            part.children, schema, detail, self._dressing.node(part), f"{place}/options/detail"
        )
        return only(part, children)


def schema_at(schema: Schema, names: Sequence[str]) -> Schema:
    """The schema of what lies at a place of an object; nothing where only conditions bring it."""
    for name in names:
        schema = merged(members(merged(schema)).get(name, {}))
    return schema


def _rest(part: Part, taken: Collection[str]) -> Part | None:
    """What is left of a part. An object may have several groups at one path, so that only what is in them counts."""
    if not isinstance(part, Group):
        return None if part.path in taken else part
    children = tuple([rest for child in part.children if (rest := _rest(child, taken)) is not None])
    return replace(part, children=children) if children else None


def _paths(part: Part) -> Iterator[str]:
    """The path of a question or a list; those of all that is in a group."""
    if not isinstance(part, Group):
        yield part.path
        return
    for child in part.children:
        yield from _paths(child)
