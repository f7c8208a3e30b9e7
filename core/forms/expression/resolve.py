# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixes the paths of an expression to the nodes of the form's instance, and tells what the expression reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, assert_never

from core.forms.expression.resolve_repeats import Spread, indexed, sharing
from core.forms.expression.tree import (
    Binary,
    Call,
    Expression,
    Filtered,
    Fixed,
    Indexed,
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
    if isinstance(expression, Path):
        found, leads_to = resolver.path(expression, context)
        nodes = leads_to.nodes if leads_to is not None else ()
    else:
        found, nodes = resolver.resolved(expression, context), ()
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
            case Filtered(inner=inner, predicates=predicates):
                return self._filtered(inner, predicates, context)
            case Path():
                return self.path(expression, context)[0]
            case _:
                assert_never(expression)

    def _binary(self, expression: Binary, context: Context | None) -> Expression:
        first, links = expression.chain()
        found = self.resolved(first, context)
        for link in links:
            found = Binary(link.operator, found, self.resolved(link.right, context))
        return found

    def _filtered(
        self, inner: Expression, predicates: tuple[Expression, ...], context: Context | None
    ) -> Expression:
        if isinstance(inner, Path):
            known, inside = self.path(inner, context)
        else:
            known = self.resolved(inner, context)
            inside = Context(known.nodes, self._node) if isinstance(known, Fixed) else None
        return Filtered(known, tuple([self.resolved(one, inside) for one in predicates]))

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
        begin = self._beginning(path, context)
        if begin is None:
            start = (
                path.start if isinstance(path.start, Start | Within) else self.resolved(path.start, context)
            )
            return Path(start, tuple([self._step(step, None) for step in path.steps])), None
        start, first, steps = begin
        nodes, highest = first
        made: list[Step] = []
        for step in steps:
            nodes = list(dict.fromkeys(self._reached(nodes, step)))
            highest = self.spread.higher(highest, nodes)
            made.append(self._step(step, Context(nodes, highest)))
        found = tuple([node for node in nodes if node >= 0])
        self.spread.read(found, highest)
        here = Context(found, highest)
        if any(step.predicates for step in steps) or not self._tree.repeated.isdisjoint(found):
            return Path(start, tuple(made)), here
        # In a predicate, `.` may be any of several nodes, so that only an absolute path is always the same.
        fixed = path.start is not Start.CONTEXT or (
            context is not None and tuple(context.nodes) == (self._node,)
        )
        return (Fixed(found) if fixed else Path(start, tuple(made))), here

    def _beginning(
        self, path: Path, context: Context | None
    ) -> tuple[Start | Within, Context, tuple[Step, ...]] | None:
        if path.start is Start.DOCUMENT:
            shared = sharing(path.steps, self._tree, self._node)
            if shared is not None:
                node, count = shared
                return Within(node), Context((node,), node), path.steps[count:]
            return Start.DOCUMENT, Context((-1,), -1), path.steps
        if path.start is Start.CURRENT:
            return Start.CURRENT, Context((self._node,), self._node), path.steps
        if path.start is Start.CONTEXT and context is not None:
            return Start.CONTEXT, context, path.steps
        return None

    def _step(self, step: Step, candidates: Context | None) -> Step:
        if not step.predicates:
            return step
        return replace(step, predicates=tuple([self.resolved(one, candidates) for one in step.predicates]))

    def _reached(self, nodes: Iterable[int], step: Step) -> list[int]:
        found: list[int] = []
        for node in nodes:
            reached = step_from(self._tree, node, step)
            self.left -= len(reached) + 1
            if self.left <= 0:
                return found
            found.extend(reached)
        return found
