# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluates a syntax tree over instances, step by counted step; it changes nothing."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, assert_never

from core.forms.expression.copies import copies, lying_in
from core.forms.expression.document_order import joined
from core.forms.expression.focus import Focus
from core.forms.expression.functions import FUNCTIONS
from core.forms.expression.lists import place_among_siblings, pulled
from core.forms.expression.lookups import looked_up
from core.forms.expression.operators import applied
from core.forms.expression.shuffling import from_bytes, from_seed, shuffled
from core.forms.expression.tree import (
    SCATTERED,
    Axis,
    Binary,
    Call,
    Expression,
    Filtered,
    Fixed,
    Indexed,
    Joined,
    Literal,
    Negative,
    Operator,
    Outside,
    Path,
    Start,
    Step,
    Within,
)
from core.forms.expression.trouble import BudgetExceededError, EvaluationError
from core.forms.expression.values import NodeSet, Value, scalar, to_boolean, to_number, to_text
from core.forms.expression.world import Near, World, step_from
from core.forms.instance import Tree

STEPS = 30_000
"""Steps of one rule: some 50 ms of processor time (reliability.md P20)."""

LIST_STEPS = 200_000
"""Steps of a list of choices, which is made once for a page. A filter over a country's wards takes 106,000."""

_MEETING: Final = (Axis.PARENT, *SCATTERED)
"""Axes on which several nodes lead to the same."""


def evaluate(expression: Expression, world: World, node: int, steps: int = STEPS) -> Value:
    """The value of an expression for the node (of the primary instance) that it belongs to.

    Raises `EvaluationError` when it has none, `BudgetExceededError` when it takes more than `steps`.
    """
    return Evaluation(world, node, steps).value(expression, Focus(world.primary, node))


class Evaluation:
    """One evaluation: what is left of its budget, and the node that `current()` means."""

    def __init__(self, world: World, node: int, steps: int) -> None:
        self._world = world
        self._node = node
        self._steps = steps
        self._left = steps
        self._calls = 0

    @property
    def spent(self) -> int:
        """The steps taken so far."""
        return self._steps - self._left

    @property
    def now(self) -> datetime:
        """The moment that the form was opened."""
        return self._world.now

    @property
    def today(self) -> date:
        """Its day where the form is filled."""
        return self._world.today

    def charge(self, steps: int) -> None:
        """Pay for work."""
        self._left -= steps
        if self._left < 0:
            raise BudgetExceededError("budget", "an expression took too many steps")

    def random_bytes(self) -> bytes:
        """Bytes that depend on the submission, the node and the count of calls only."""
        self._calls += 1
        return hashlib.sha256(f"{self._world.seed}|{self._node}|{self._calls}".encode()).digest()

    def value(self, expression: Expression, focus: Focus) -> Value:
        """The value of a part of the expression."""
        self.charge(1)
        match expression:
            case Literal(value=literal):
                return literal
            case Fixed(nodes=nodes):
                return self._set(self._world.primary, nodes)
            case Call():
                return self._call(expression, focus)
            case Binary():
                return self._binary(expression, focus)
            case Path():
                return self._path(expression, focus)
            case Negative(inner=inner):
                return -to_number(self.value(inner, focus))
            case Filtered(inner=inner, predicates=predicates):
                found = self._nodes(self.value(inner, focus))
                return self._set(found.tree, self._filtered(found.tree, found.nodes, predicates))
            case Joined(parts=parts):
                return joined([self._nodes(self.value(one, focus)) for one in parts], self.charge)
            case Indexed():
                numbers = [to_number(self.value(one, focus)) for one in expression.indexes]
                return self._set(*copies(self._world.primary, self._node, expression, numbers))
            case Outside(rule=rule):
                self.charge(rule.cost)
                return rule.run(Near(self._world, self._node))
            case _:
                assert_never(expression)

    def _set(self, tree: Tree, nodes: Sequence[int]) -> NodeSet:
        self.charge(len(nodes))
        relevant = self._world.relevant
        return NodeSet(tree, [node for node in nodes if relevant(tree, node)], self._world)

    def _nodes(self, value: Value) -> NodeSet:
        if not isinstance(value, NodeSet):
            raise EvaluationError("nodes", "a path is needed here")
        return value

    def _binary(self, expression: Binary, focus: Focus) -> Value:
        first, links = expression.chain()
        value = self.value(first, focus)
        for link in links:
            self.charge(1)
            if link.operator is Operator.OR:
                value = to_boolean(value) or to_boolean(self.value(link.right, focus))
            elif link.operator is Operator.AND:
                value = to_boolean(value) and to_boolean(self.value(link.right, focus))
            else:
                value = applied(link.operator, value, self.value(link.right, focus), self.charge)
        return value

    def _call(self, call: Call, focus: Focus) -> Value:
        function = FUNCTIONS.get(call.name)
        if function is not None:
            return function.run(self, tuple([self.value(one, focus) for one in call.arguments]))
        match call.name:
            case "if":
                chosen = 1 if to_boolean(self.value(call.arguments[0], focus)) else 2
                return scalar(self.value(call.arguments[chosen], focus))
            case "once":
                kept = self._world.value(self._world.primary, self._node)
                return kept if kept != "" else self.value(call.arguments[0], focus)
            case "current":
                return self._set(self._world.primary, (self._node,) if self._node >= 0 else ())
            case "instance":
                return self._instance(to_text(self.value(call.arguments[0], focus)))
            case "position":
                return self._position(call, focus)
            case "last":
                return float(focus.size)
            case "randomize":
                return self._randomized(call, focus)
            case "pulldata":
                name, column, key, wanted = [to_text(self.value(one, focus)) for one in call.arguments]
                return pulled(self._instance(name).tree, column, key, wanted, self.charge)
            case "version":
                return self._world.version
            case "jr:choice-name":
                value, question = (to_text(self.value(one, focus)) for one in call.arguments)
                return self._world.choice_name(value, question, self._node)
            case "jr:itext":
                return self._world.said(to_text(self.value(call.arguments[0], focus)), self._node)
            case _:
                raise EvaluationError("function", f"{call.name}()")

    def _instance(self, name: str) -> NodeSet:
        tree = self._world.instance(name)
        if tree is None:
            raise EvaluationError("instance", name)
        return self._set(tree, (0,))

    def _randomized(self, call: Call, focus: Focus) -> NodeSet:
        found = self._nodes(self.value(call.arguments[0], focus))
        self.charge(len(found.nodes))
        seeded = len(call.arguments) > 1
        fraction = (
            from_seed(self.value(call.arguments[1], focus)) if seeded else from_bytes(self.random_bytes)
        )
        return NodeSet(found.tree, shuffled(found.nodes, fraction), self._world)

    def _position(self, call: Call, focus: Focus) -> float:
        """Without an argument the position in a predicate; with one that of a node among its like siblings."""
        if not call.arguments:
            return float(focus.position)
        return place_among_siblings(self._nodes(self.value(call.arguments[0], focus)), self.charge)

    def _path(self, path: Path, focus: Focus) -> NodeSet:
        tree, nodes = self._beginning(path, focus)
        for step in path.steps:
            nodes = self._step(tree, nodes, step)
        return self._set(tree, [node for node in nodes if node >= 0])

    def _beginning(self, path: Path, focus: Focus) -> tuple[Tree, Sequence[int]]:
        start = path.start
        if start is Start.DOCUMENT:
            # In a predicate over a secondary instance, `/data/…` still means the form's own answers.
            return self._world.primary, (-1,)
        if start is Start.CONTEXT:
            return focus.tree, (focus.node,)
        if start is Start.CURRENT:
            return self._world.primary, (self._node,)
        if isinstance(start, Within):
            return self._world.primary, (lying_in(self._world.primary, self._node, start.node),)
        found = self._nodes(self.value(start, focus))
        # The steps after `instance('x')` begin with the name of its root element, so they begin above it.
        above = isinstance(start, Call) and start.name == "instance"
        return found.tree, (-1,) if above else found.nodes

    def _step(self, tree: Tree, nodes: Sequence[int], step: Step) -> Sequence[int]:
        found: list[int] = []
        for node in nodes:
            of_a_list = tree is not self._world.primary
            if of_a_list and (rows := looked_up(tree, node, step, self.value)) is not None:
                found.extend(self._filtered(tree, rows, step.predicates[1:]))
                continue
            reached = step_from(tree, node, step, self.charge)
            self.charge(len(reached) + 1)
            found.extend(self._filtered(tree, reached, step.predicates) if step.predicates else reached)
        return list(dict.fromkeys(found)) if step.axis in _MEETING else found

    def _filtered(
        self, tree: Tree, nodes: Sequence[int], predicates: tuple[Expression, ...]
    ) -> Sequence[int]:
        for predicate in predicates:
            kept: list[int] = []
            for position, node in enumerate(nodes, 1):
                value = self.value(predicate, Focus(tree, node, position, len(nodes)))
                wanted = value == position if type(value) is float else to_boolean(value)
                if wanted:
                    kept.append(node)
            nodes = kept
        return nodes
