# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the nodes, rules and questions of a form out of an object's schema."""

from dataclasses import dataclass, replace

from core.forms.binds import NO_BIND, Bind, DataType, Kind, Shape
from core.forms.built import TRUE, Built, Part
from core.forms.definition import MOST_INSTANCES, AnswerType, Choice, Group, Question, Repeat
from core.forms.expression.tree import (
    Axis,
    Binary,
    Call,
    Expression,
    Literal,
    Operator,
    Outside,
    Path,
    Start,
    Step,
)
from core.forms.json_schema import parts
from core.forms.json_schema.checks import checks_under_condition
from core.forms.json_schema.clashing import asked_twice
from core.forms.json_schema.conditions import ALWAYS, Condition, When, both, conditions, in_turn, mentioned
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.parts import Asks
from core.forms.json_schema.rules import Fits, validator_for
from core.forms.json_schema.unasked import note_description, note_nameless, note_unasked
from core.forms.json_schema.values import default_of, question_of, text
from core.forms.message import Message
from core.forms.problems import Fate

Made = dict[str, list[int]]
"""The nodes of an object's members, by their names: one for each condition that brings the member."""


@dataclass(frozen=True, slots=True)
class Under:
    """Where conditional members belong: their condition, their object, and the names that it always has."""

    condition: Condition
    parent: int
    always: frozenset[str]


class Building:
    """Builds the members of objects, outermost first."""

    def __init__(self, built: Built) -> None:
        self._built = built
        self._made: dict[int, Made] = {}

    def members(self, schema: Schema, parent: int) -> tuple[Part, ...]:
        """The questions of an object's members, those that hold under a condition behind what they depend on."""
        schema = parts.merged(schema)
        needed = parts.required(schema)
        made = self._made.setdefault(parent, {})
        found: list[Part] = []
        for name, member in parts.members(schema).items():
            self._member(name, member, parent, name in needed, made, found)
        note_unasked(schema, parent, self._built)
        always = frozenset(made)
        for alternative in self._alternatives(schema, parent, found):
            self._conditional(Under(alternative[0], parent, always), alternative[1], made, found)
        self._all_conditional(Under(ALWAYS, parent, always), schema, made, found)
        return tuple(found)

    def _member(
        self, name: str, schema: Schema, parent: int, needed: bool, made: Made, found: list[Part]
    ) -> None:
        schema = parts.merged(schema)
        node = self._built.node(name, parent, default_of(schema))
        made.setdefault(name, []).append(node)
        part = self._part(schema, node, needed)
        if part is not None:
            found.append(part)

    def _all_conditional(self, under: Under, schema: Schema, made: Made, found: list[Part]) -> None:
        """The parts of an object's schema that hold under conditions of their own, beside the one around them."""
        turns, waiting = in_turn(conditions(schema), frozenset(made))
        if waiting:
            self._built.unsupported(under.parent, "conditions that wait for each other")
        for when in turns:
            condition = self._condition(when, made)
            if condition is None:
                self._built.note(under.parent, "a part whose condition never holds", Fate.LEFT_OUT)
            else:
                self._conditional(
                    replace(under, condition=both(under.condition, condition)), when.part, made, found
                )

    def _conditional(self, under: Under, part: Schema, made: Made, found: list[Part]) -> None:
        """Members that are asked under a condition, and members asked anyway that then are needed."""
        condition, parent = under.condition, under.parent
        needed = parts.required(part)
        own: Made = {}
        for name, member in parts.members(part).items():
            if name in under.always:
                for node in made[name]:
                    self._tighten(node, member, condition, found)
            else:
                self._member(name, member, parent, name in needed, own, found)
        for node in (node for nodes in own.values() for node in nodes):
            self._only_if(node, condition)
        for name in needed & (made.keys() - own.keys()):
            for node in made[name]:
                self._need(node, condition)
        for name, nodes in own.items():
            made.setdefault(name, []).extend(nodes)
        self._all_conditional(replace(under, always=under.always | own.keys()), part, made, found)

    def _condition(self, when: When, made: Made) -> Condition | None:
        """The rule of a condition; None for one that never holds.

        Members that are not there are never answered, so that a condition about nothing else holds always or never.
        """
        there = frozenset(made)
        nodes = {name: made[name] for name in sorted(mentioned(when.condition, there) & there)}
        validator = validator_for(when.condition, self._built.dialect)
        if not nodes:
            return ALWAYS if validator.is_valid({}) is when.wanted else None
        below = {leaf for several in nodes.values() for node in several for leaf in self._built.below(node)}
        reads = tuple(sorted(below))
        test: Expression = Outside(Fits(validator, nodes, reads))
        return Condition(test if when.wanted else Call("not", (test,)), reads)

    def _only_if(self, node: int, condition: Condition) -> None:
        bind = self._built.binds.get(node, NO_BIND)
        if condition is not ALWAYS:
            self._built.binds[node] = replace(bind, relevant=condition.test)
            reads = {read: self._built.shared(read, node) for read in condition.reads}
            self._built.relevant_reads[node] = reads

    def _need(self, node: int, condition: Condition) -> None:
        bind = self._built.binds.get(node, NO_BIND)
        if bind.required == TRUE:
            return
        before = bind.required
        either = condition.test if before is None else Binary(Operator.OR, before, condition.test)
        self._built.binds[node] = replace(bind, required=either if condition is not ALWAYS else TRUE)

    def _tighten(self, node: int, schema: Schema, condition: Condition, found: list[Part]) -> None:
        """More conditions for a member's value, each counting only under the condition."""
        schema = parts.merged(schema)
        bind = self._built.binds.get(node, NO_BIND)
        unless = Call("not", (condition.test,))
        more = [
            replace(check, test=Binary(Operator.OR, unless, check.test))
            for check in checks_under_condition(schema, node, self._built.dialect)
        ]
        self._built.binds[node] = replace(bind, checks=(*bind.checks, *more))
        inside = self._made.get(node)
        if inside is not None:
            new: list[Part] = []
            self._conditional(Under(condition, node, frozenset(inside)), schema, inside, new)
            if new:
                found.append(Group(self._built.path(node), Message(), tuple(new)))

    def _alternatives(self, schema: Schema, parent: int, found: list[Part]) -> list[tuple[Condition, Schema]]:
        """Which of several objects is meant is asked first; the questions themselves are not sent."""
        made: list[tuple[Condition, Schema]] = []
        several = parts.alternatives(schema)
        if asked_twice([of for _, of in several], frozenset(self._made[parent])):
            self._built.unsupported(parent, "a member that two choices ask for")
        for number, (title, of) in enumerate(several, 1):
            name = WHICH if number == 1 else f"{WHICH}{number}"
            node = self._built.node(name, parent)
            titles = [str(one.get("title") or parts.words(next(iter(parts.members(one))))) for one in of]
            choices = tuple([Choice(str(place), text(title)) for place, title in enumerate(titles, 1)])
            around = str(schema.get("title") or "").strip() or parts.words(self._built.nodes[parent].name)
            label = text(title or around)
            question = Question(
                self._built.path(node), AnswerType.SELECT_ONE, label, choices=choices, node=node
            )
            self._built.questions.append(question)
            self._built.binds[node] = Bind(type=DataType.CHOICES, required=TRUE)
            found.append(question)
            which = Path(Start.CONTEXT, (Step(Axis.PARENT, "*"), Step(Axis.CHILD, name)))
            tests = [Binary(Operator.EQUAL, which, Literal(str(place))) for place in range(1, len(of) + 1)]
            made += [(Condition(test, (node,)), one) for test, one in zip(tests, of, strict=True)]
        return made

    def _part(self, schema: Schema, node: int, needed: bool) -> Part | None:
        built, kind = self._built, parts.asks(schema)
        label = text(str(schema.get("title") or parts.words(built.nodes[node].name)))
        if schema.get("title") == "":
            label = text(parts.words(built.nodes[node].name))
        match kind:
            case Asks.CONSTANT:
                built.shapes[node] = Shape(Kind.CONSTANT, constant=schema["const"])
                return None
            case Asks.NOTHING:
                return None
            case Asks.OBJECT:
                built.shapes[node] = Shape(Kind.OBJECT)
                before = len(built.nodes)
                inner = self.members(schema, node)
                if len(built.nodes) == before:
                    note_nameless(node, needed, built)
                return Group(built.path(node), label, inner) if inner else None
            case Asks.LIST:
                return self._list(schema, node, needed, label)
            case Asks.UNKNOWN:
                built.unsupported(node, "a value of any kind")
                return None
            case _:
                return question_of(schema, kind, node, needed, label, built)

    def _list(self, schema: Schema, node: int, needed: bool, label: Message) -> Repeat | None:
        items, most = parts.one_kind(schema), schema.get("maxItems")
        if not isinstance(items, dict) or not items:
            self._built.unsupported(node, "a list of several kinds")
            return None
        items = parts.merged(items)
        if parts.asks(items) in (Asks.LIST, Asks.CHOICES, Asks.CONSTANT, Asks.NOTHING):
            self._built.unsupported(node, "a list of lists")
            return None
        built = self._built
        note_description(schema, node, built, "the description of a list")
        built.repeating.add(node)
        least = schema.get("minItems")
        place = len(built.repeats)
        repeat = Repeat(
            built.path(node),
            node,
            label,
            (),
            least=max(int(least), 1) if isinstance(least, int) and needed else 0,
            most=min(most, MOST_INSTANCES) if isinstance(most, int) else MOST_INSTANCES,
        )
        built.repeats.append(repeat)
        if parts.asks(items) is Asks.OBJECT:
            built.shapes[node] = Shape(Kind.OBJECT)
            children = self.members(items, node)
        else:
            inner = self._part(items, node, needed=True)
            children = (inner,) if inner is not None else ()
        built.repeats[place] = replace(repeat, children=children)
        return built.repeats[place]


WHICH = "~which"
"""The node of the question which of several objects is meant; a second one has a number after it. It has no shape, so
it is not sent."""
