# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the body of a form: groups, controls and their choices."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from core.forms.definition import MASKED, AnswerType, Group, Question, Repeat, Scale
from core.forms.expression.tree import Call, Expression, Literal
from core.forms.instance import Tree, upwards
from core.forms.problems import Fate
from core.forms.xforms_binds import Rules, find_node
from core.forms.xforms_choices import Choices
from core.forms.xforms_reading import Reading, place_of
from core.forms.xforms_repeats import count_of
from core.forms.xforms_texts import Texts
from core.forms.xml_door import attribute, child, local
from core.ids import QuestionPath

_INPUTS: Mapping[str, AnswerType] = {
    "string": AnswerType.TEXT,
    "text": AnswerType.TEXT,
    "int": AnswerType.INTEGER,
    "integer": AnswerType.INTEGER,
    "long": AnswerType.INTEGER,
    "decimal": AnswerType.DECIMAL,
    "double": AnswerType.DECIMAL,
    "float": AnswerType.DECIMAL,
    "date": AnswerType.DATE,
    "time": AnswerType.TIME,
    "datetime": AnswerType.DATE_TIME,
    "barcode": AnswerType.BARCODE,
    "geopoint": AnswerType.GEOPOINT,
    "geotrace": AnswerType.GEOTRACE,
    "geoshape": AnswerType.GEOSHAPE,
    "select1": AnswerType.TEXT,
    "select": AnswerType.TEXT,
}
_NOT_TYPED = frozenset({"binary", "boolean", "intent"})
"""Types whose answers nobody could type."""

_CONTROLS: Mapping[str, AnswerType] = {
    "select1": AnswerType.SELECT_ONE,
    "select": AnswerType.SELECT_MULTIPLE,
    "rank": AnswerType.RANK,
    "trigger": AnswerType.TRIGGER,
    "range": AnswerType.RANGE,
    "upload": AnswerType.UPLOAD,
}
WITH_CHOICES = frozenset({AnswerType.SELECT_ONE, AnswerType.SELECT_MULTIPLE, AnswerType.RANK})
_PASSED_OVER = frozenset(
    ["label", "hint", "help", "item", "itemset", "setvalue", "setgeopoint", "recordaudio", "meta"]
)
"""Elements between controls that are read elsewhere, or say nothing to a citizen."""


@dataclass(frozen=True, slots=True)
class Around:
    """The groups around an element: the node of the nearest one, those with nodes, and all of them."""

    node: int = 0
    nodes: tuple[int, ...] = ()


@dataclass(slots=True)
class Body:
    """Reads the body once. `questions` are in document order."""

    tree: Tree
    rules: Rules
    texts: Texts
    choices: Choices
    reading: Reading
    questions: list[Question] = field(default_factory=list)
    repeats: list[Repeat] = field(default_factory=list)

    def read(self, element: etree._Element, around: Around) -> tuple[Question | Group | Repeat, ...]:
        """The questions, groups and repeats inside an element."""
        found: list[Question | Group | Repeat] = []
        for inner in element:
            match local(inner):
                case "group" | "section":
                    found.append(self._group(inner, around))
                case "repeat":
                    found.extend(self._repeat(inner, around))
                case "input" | "secret" | "select1" | "select" | "rank" | "trigger" | "range" | "upload":
                    question = self._question(inner, around)
                    if question is not None:
                        self.questions.append(question)
                        found.append(question)
                case name if name not in _PASSED_OVER:
                    self.reading.unsupported(place_of(inner), name)
                case _:
                    pass
        return tuple(found)

    def _target(self, element: etree._Element, around: Around) -> int | None:
        """The node of a control; -1 for an element that names none."""
        identity = element.get("bind")
        path = element.get("ref") or element.get("nodeset")
        if identity is not None and path is None:
            node = self.rules.by_id.get(identity)
        elif path is None:
            return -1
        else:
            node = find_node(path, self.tree, around.node, self.reading, place_of(element))
        if node is None:
            self.reading.problem(
                place_of(element), "form.missing_node", path=(path or identity or "").strip()
            )
        return node

    def _group(self, element: etree._Element, around: Around) -> Group:
        node = self._target(element, around)
        inside = around if node is None or node < 0 else Around(node, (*around.nodes, node))
        path = self.tree.nodes[node].path if node is not None and node >= 0 else ""
        label = self.texts.of_control(child(element, "label"), inside.node)
        children = self.read(element, inside)
        return Group(QuestionPath(path), label, children, attribute(element, "appearance"))

    def _repeat(self, element: etree._Element, around: Around) -> tuple[Repeat, ...]:
        node = self._target(element, around)
        if node is None or node not in self.tree.repeats:
            if node is not None:
                self.reading.problem(place_of(element), "form.not_a_form", missing="nodeset")
            return ()
        place = len(self.repeats)
        own = child(element, "label")
        parent = element.getparent()
        if own is None and parent is not None and local(parent) == "group":
            own = child(parent, "label")
        path = QuestionPath(self.tree.nodes[node].path)
        above = max(0, self.tree.nodes[node].parent)
        label = self.texts.of_control(own, node)
        fixed = attribute(element, "noAddRemove").strip() in ("true()", "true", "1")
        count = self._count(count_of(element), node, above, fixed=fixed)
        self.repeats.append(Repeat(path, node, label, (), count))
        children = self.read(element, Around(node, (*around.nodes, node)))
        self.repeats[place] = replace(
            self.repeats[place], children=children, appearance=attribute(element, "appearance")
        )
        return (self.repeats[place],)

    def _count(self, source: str, node: int, above: int, *, fixed: bool) -> Expression | None:
        """The expression of a count, for the node above the repeat: the instances that it counts may not be there."""
        if not source:
            # A count that is no number leaves what is there, and is nobody's to change.
            return Literal("") if fixed else None
        place = self.tree.nodes[node].path
        context = above
        if source.startswith("../"):
            source = source[3:]
        elif source.startswith("current()/../"):
            source = source[len("current()/../") :]
        found = self.reading.expression(source, self.tree, context, place, "count")
        return found.expression if found is not None else None

    def _question(self, element: etree._Element, around: Around) -> Question | None:
        node = self._target(element, around)
        if node is None:
            return None
        if node < 0:
            self.reading.problem(place_of(element), "form.not_a_form", missing="ref")
            return None
        kind = self._kind(element, node)
        if kind is None:
            return None
        appearance = attribute(element, "appearance")
        if local(element) == "secret":
            appearance = f"{appearance} {MASKED}".strip()
        path = QuestionPath(self.tree.nodes[node].path)
        label = self.texts.of_control(child(element, "label"), node)
        below = child(element, "hint")
        hint = self.texts.of_control(below, node)
        guidance = self.texts.guidance(below, node) or self.texts.of_control(child(element, "help"), node)
        within = self._outside(node, around)
        question = Question(path, kind, label, hint, (), appearance, node, None, within, guidance=guidance)
        if kind is AnswerType.RANGE:
            return replace(question, scale=self._scale(element))
        if kind is AnswerType.UPLOAD:
            return replace(question, media_type=attribute(element, "mediatype"))
        if kind not in WITH_CHOICES:
            return question
        choices, itemset = self.choices.of(element, node)
        return replace(question, choices=choices, itemset=itemset)

    def _kind(self, element: etree._Element, node: int) -> AnswerType | None:
        control = _CONTROLS.get(local(element))
        if control is not None:
            return control
        type_name = self.rules.type_names.get(node, "string")
        refused = "query" if element.get("query") is not None else type_name
        if refused == "query" or type_name in _NOT_TYPED:
            self.reading.unsupported(place_of(element), refused)
            return None
        kind = _INPUTS.get(type_name)
        if kind is None:
            # A type of an author's own is written as a text, as the reference engines do.
            self.reading.note(place_of(element), f"type {type_name[:40]}", Fate.NO_EFFECT)
            kind = AnswerType.TEXT
        bind = self.rules.binds.get(node)
        # A control that can never be written into is something to read: XLSForm's note.
        return AnswerType.NOTE if bind is not None and bind.readonly == Call("true", ()) else kind

    def _scale(self, element: etree._Element) -> Scale | None:
        """The numbers of a range; a problem when they lead nowhere."""
        try:
            start, end, step = (float(element.get(name, "")) for name in ("start", "end", "step"))
        except ValueError:
            start, end, step = 0.0, 0.0, 0.0
        if not all(map(math.isfinite, (start, end, step))) or step == 0 or start == end:
            self.reading.problem(place_of(element), "form.not_a_form", missing="step")
            return None
        return Scale(start, end, abs(step))

    def _outside(self, node: int, around: Around) -> tuple[int, ...]:
        """The groups around a control whose nodes are not above its own, so that it does not inherit from them."""
        above = set(upwards(self.tree.nodes, node))
        return tuple([group for group in around.nodes if group not in above])
