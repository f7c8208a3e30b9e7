# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an expression can see, and how a step leads from node to node; it evaluates nothing."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final, Protocol, assert_never

from core.forms.expression.copies import lying_in, nearest
from core.forms.expression.document_order import below, beside
from core.forms.expression.tree import ABSENT, Axis, Step
from core.forms.expression.values import Answers
from core.forms.instance import Tree, upwards
from core.forms.planting import instances


class World(Answers, Protocol):
    """What an expression can see: the instances with their values, the moment, and the choices' labels."""

    @property
    def primary(self) -> Tree:
        """The instance that is being filled."""

    @property
    def now(self) -> datetime:
        """The moment that the form was opened."""

    @property
    def today(self) -> date:
        """Its day where the form is filled."""

    @property
    def seed(self) -> str:
        """What makes `uuid()` and `random()` differ from submission to submission."""

    @property
    def version(self) -> str:
        """The form's version."""

    def instance(self, name: str) -> Tree | None:
        """A secondary instance."""

    def json(self, node: int) -> object:
        """The JSON value of a node of the primary instance; None for no answer, for forms that are sent as JSON."""

    def complete(self, node: int) -> object:
        """As `json`, with what is not answered as the standard has it; `ABSENT` for what is not asked."""

    def choice_name(self, value: str, question: str, node: int) -> str:
        """The label of a choice of the question at a path from a node; the empty string when there is none."""

    def said(self, name: str, node: int) -> str:
        """A translated text of the form by its id. Raises `EvaluationError` for an id that is none."""


class Near:
    """The answers beside one node, for rules in other languages than XPath."""

    def __init__(self, world: World, node: int) -> None:
        self._world = world
        self._node = node

    def json(self, node: int) -> object:
        """The JSON value of the copy of a form's node nearest to this one; None for no answer."""
        tree = self._world.primary
        found = nearest(tree, self._node, node)
        return None if found < 0 else self._world.json(found)

    def whole(self, node: int) -> object:
        """As `json`, but of a node that repeats the array of all that lie in the object nearest to this one."""
        tree = self._world.primary
        if node not in tree.repeats:
            return self.json(node)
        around = nearest(tree, self._node, tree.nodes[node].parent)
        found = instances(tree, around, node) if around >= 0 else ()
        return [self._world.json(one) for one in found] or None

    def complete(self, node: int) -> object:
        """As `json`, with what is asked and not answered; of a node that repeats, seen from outside, all of them."""
        tree = self._world.primary
        if node in tree.repeats and lying_in(tree, self._node, node) < 0:
            around = nearest(tree, self._node, tree.nodes[node].parent)
            found = [
                self._world.complete(one) for one in (instances(tree, around, node) if around >= 0 else ())
            ]
            asked = [one for one in found if one is not ABSENT]
            return ABSENT if around < 0 or (found and not asked) else asked
        one = nearest(tree, self._node, node)
        return ABSENT if one < 0 else self._world.complete(one)

    @property
    def now(self) -> datetime:
        """The moment that the form was opened."""
        return self._world.now

    @property
    def today(self) -> date:
        """Its day where the form is filled."""
        return self._world.today


NAMES_A_STEP: Final = 16
"""Children whose names are compared in the time of one step: most rows of a list have fewer, which is the usual way."""


def _named(tree: Tree, nodes: Sequence[int], name: str) -> Sequence[int]:
    return nodes if name == "*" else [one for one in nodes if one >= 0 and tree.nodes[one].name == name]


def step_from(tree: Tree, node: int, step: Step, walked: Callable[[int], None]) -> Sequence[int]:
    """Where one step leads from a node, predicates apart. -1 is the document above the root element.

    `walked` is told of the nodes that were passed, in steps, before they are judged by their names: a step may pass a
    whole instance and lead to nothing. It may raise to end this.
    """
    match step.axis:
        case Axis.CHILD:
            if node >= 0 and not tree.unique:
                walked(len(tree.nodes[node].children) // NAMES_A_STEP)
            return tree.children(node, step.name)
        case Axis.ATTRIBUTE:
            if node >= 0:
                walked(len(tree.nodes[node].attribute_nodes) // NAMES_A_STEP)
            return tree.attributes(node, step.name)
        case Axis.SELF:
            return (node,) if step.name == "*" or (node >= 0 and tree.nodes[node].name == step.name) else ()
        case Axis.PARENT:
            return (tree.nodes[node].parent,) if node >= 0 else ()
        case Axis.DESCENDANT | Axis.DESCENDANT_OR_SELF:
            own = (node,) if step.axis is Axis.DESCENDANT_OR_SELF else ()
            inside = below(tree, node)
            walked(len(inside))
            return _named(tree, [*own, *inside], step.name)
        case Axis.ANCESTOR | Axis.ANCESTOR_OR_SELF:
            above = list(upwards(tree.nodes, node))
            walked(len(above))
            return _named(tree, above[step.axis is Axis.ANCESTOR :], step.name)
        case Axis.FOLLOWING_SIBLING | Axis.PRECEDING_SIBLING:
            if node >= 0 and tree.nodes[node].parent >= 0:
                # Those on the other side are passed to find its place.
                walked(len(tree.nodes[tree.nodes[node].parent].children))
            return _named(tree, beside(tree, node, step.axis), step.name)
        case _:
            assert_never(step.axis)
