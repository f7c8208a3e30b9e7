# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixes the paths of an expression to the nodes of the form's instance, and tells what the expression reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, assert_never

from core.forms.expression.resolve_repeats import Spread, indexed, sharing
from core.forms.expression.tree import (
    BESIDE,
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
    Outside,
    Path,
    Start,
    Step,
    Within,
)
from core.forms.expression.world import step_from
from core.forms.instance import Tree


class Resolved(NamedTuple):
    """The expression to evaluate, and the nodes of the primary instance whose value or relevance it may read.

    For a rule inside a repeat `reads` tells of each node how far up the rule looks for it: the node below whose copy
    all the copies are that it reads; -1 when it reads the copies in every instance. `reached` counts the nodes that
    its paths pass; `leads_to` are the nodes of an expression that is a path.
    """

    expression: Expression
    reads: Mapping[int, int]
    reached: int = 0
    leads_to: Sequence[int] = ()


def resolve(expression: Expression, tree: Tree, node: int, farthest: int) -> Resolved:
    """Resolve for the node that the expression belongs to (-1: the document). `tree` is the form's own.

    Outside repeats nodes never come or go, so a path without predicates always leads to the same nodes. `reads` is
    never too small; with predicates it may be too large. A path to nothing is an empty node-set (XPath 1.0). After
    passing `farthest` nodes paths are followed no further.
    """
    resolver = _Resolver(tree, node, farthest)
    context = Context((node,), node)
    found, leads_to = resolver.led(expression, context)
    nodes = leads_to.nodes if leads_to is not None else ()
    return Resolved(found, resolver.spread.reads, farthest - resolver.left, nodes)


class Context(NamedTuple):
    """The primary nodes that `.` may mean, and the highest node that was passed on the way to them."""

    nodes: Sequence[int]
    highest: int


class _Resolver:
    """Walks one expression. A context is None where `.` is in another instance."""

    def __init__(self, tree: Tree, node: int, farthest: int) -> None:
        self._tree = tree
        self._node = node
        self.left = farthest
        self.spread = Spread(tree, node)

    def resolved(self, expression: Expression, context: Context | None) -> Expression:
        match expression:
            case Literal() | Fixed() | Indexed():
                return expression
            case Outside(rule=rule):
                self.spread.read(rule.reads, -1)
                return expression
            case Negative(inner=inner):
                return Negative(self.resolved(inner, context))
            case Binary():
                return self._binary(expression, context)
            case Call(name="current", arguments=()):
                self.spread.read((self._node,), self._node)
                return expression if self._node in self._tree.repeated else Fixed((self._node,))
            case Call(name="indexed-repeat", arguments=arguments):
                return self._indexed(arguments, context)
            case Call(name=name, arguments=arguments):
                return Call(name, tuple([self.resolved(one, context) for one in arguments]))
            case Filtered() | Joined() | Path():
                return self.led(expression, context)[0]
            case _:
                assert_never(expression)

    def _binary(self, expression: Binary, context: Context | None) -> Expression:
        first, links = expression.chain()
        found = self.resolved(first, context)
        for link in links:
            found = Binary(link.operator, found, self.resolved(link.right, context))
        return found

    def led(self, expression: Expression, context: Context | None) -> tuple[Expression, Context | None]:
        """The expression, and the primary nodes that it may lead to; None for what leads elsewhere."""
        match expression:
            case Path():
                return self.path(expression, context)
            case Filtered(inner=inner, predicates=predicates):
                known, inside = self.led(inner, context)
                return Filtered(known, tuple([self.resolved(one, inside) for one in predicates])), inside
            case Joined(parts=parts):
                return self._joined([self.led(one, context) for one in parts])
            case _:
                found = self.resolved(expression, context)
                own = isinstance(found, Fixed) or found == Call("current", ())
                return found, Context((self._node,), self._node) if own else None

    def _joined(
        self, found: Sequence[tuple[Expression, Context | None]]
    ) -> tuple[Expression, Context | None]:
        parts = [part for part, _ in found]
        inside = [one for _, one in found if one is not None]
        nodes = tuple(dict.fromkeys(node for one in inside for node in one.nodes))
        highest = self.spread.higher(inside[0].highest, [one.highest for one in inside]) if inside else -1
        context = Context(nodes, highest) if inside else None
        fixed = [part.nodes for part in parts if isinstance(part, Fixed)]
        if len(fixed) == len(parts):
            # The form's own nodes are numbered in the order of the document.
            return Fixed(tuple(sorted({node for nodes in fixed for node in nodes}))), context
        return Joined(tuple(parts)), context

    def _indexed(self, arguments: tuple[Expression, ...], context: Context | None) -> Expression:
        """The paths of `indexed-repeat()` name nodes of the form; which copies they mean, only the numbers say."""
        before = self.spread
        self.spread = Spread(self._tree, self._node)
        named = [one for one in (arguments[0], *arguments[1::2]) if isinstance(one, Path)]
        paths = [self.path(one, context) for one in named]
        self.spread = before
        numbers = tuple([self.resolved(one, context) for one in arguments[2::2]])
        found = indexed([where.nodes if where is not None else () for _, where in paths], numbers)
        if found is None:
            return Call("indexed-repeat", tuple([self.resolved(one, context) for one in arguments]))
        self.spread.read((found.node, *found.repeats), -1)
        return found

    def path(self, path: Path, context: Context | None) -> tuple[Expression, Context | None]:
        path = self._own_instance(path)
        begin = self._beginning(path, context)
        if not isinstance(begin, tuple):
            start = path.start if begin is None else begin
            return Path(start, tuple([self._step(step, None) for step in path.steps])), None
        start, first, steps = begin
        nodes, highest = first
        made: list[Step] = []
        for step in steps:
            if step.axis is not Axis.CHILD and step.axis in BESIDE:
                highest = self.spread.higher(
                    highest, [self._tree.nodes[one].parent for one in nodes if one >= 0]
                )
            nodes = list(dict.fromkeys(self._reached(nodes, step)))
            highest = self.spread.higher(highest, nodes)
            made.append(self._step(step, Context(nodes, highest)))
        found = tuple([node for node in nodes if node >= 0])
        self.spread.read(found, highest)
        here = Context(found, highest)
        moving = self._tree.repeats and any(step.axis in SCATTERED for step in steps)
        if moving or any(step.predicates for step in steps) or not self._tree.repeated.isdisjoint(found):
            return Path(start, tuple(made)), here
        # In a predicate, `.` may be any of several nodes, so that only an absolute path is always the same.
        fixed = (
            isinstance(start, Within | Fixed)
            or start in (Start.DOCUMENT, Start.CURRENT)
            or (start is Start.CONTEXT and context is not None and tuple(context.nodes) == (self._node,))
        )
        return (Fixed(found) if fixed else Path(start, tuple(made))), here

    def _beginning(
        self, path: Path, context: Context | None
    ) -> tuple[Start | Within | Expression, Context, tuple[Step, ...]] | Expression | None:
        """Where the path begins. In another instance only the expression that leads there, or nothing for `.`."""
        if path.start is Start.DOCUMENT:
            shared = sharing(path.steps, self._tree, self._node)
            if shared is not None:
                node, count = shared
                return Within(node), Context((node,), node), path.steps[count:]
            return Start.DOCUMENT, Context((-1,), -1), path.steps
        if path.start is Start.CURRENT:
            return Start.CURRENT, Context((self._node,), self._node), path.steps
        if path.start is Start.CONTEXT:
            return (Start.CONTEXT, context, path.steps) if context is not None else None
        if isinstance(path.start, Within):
            return path.start, Context((path.start.node,), path.start.node), path.steps
        known, inside = self.led(path.start, context)
        return (known, inside, path.steps) if inside is not None else known

    def _own_instance(self, path: Path) -> Path:
        """The form's answers by the name of their instance are the document itself."""
        match path.start:
            case Call(name="instance", arguments=(Literal(value=name),)) if name and name == self._tree.id:
                return Path(Start.DOCUMENT, path.steps)
            case _:
                return path

    def _step(self, step: Step, candidates: Context | None) -> Step:
        if not step.predicates:
            return step
        return replace(step, predicates=tuple([self.resolved(one, candidates) for one in step.predicates]))

    def _reached(self, nodes: Iterable[int], step: Step) -> list[int]:
        found: list[int] = []
        for node in nodes:
            if self.left <= 0:
                return found
            reached = step_from(self._tree, node, step, self._pass)
            if step.axis is not Axis.CHILD and step.axis in BESIDE and node in self._tree.repeats:
                # Its other instances are all made of the one pattern.
                reached = (*reached, *step_from(self._tree, node, replace(step, axis=Axis.SELF), self._pass))
            self._pass(len(reached) + 1)
            if self.left <= 0:
                return found
            found.extend(reached)
        return found

    def _pass(self, nodes: int) -> None:
        self.left -= nodes
