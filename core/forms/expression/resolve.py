# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixes the paths of an expression to the nodes of the form's instance, and tells what the expression reads."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, assert_never

from core.forms.expression.tree import (
    Binary,
    Call,
    Expression,
    Filtered,
    Fixed,
    Literal,
    Negative,
    Path,
    Start,
    Step,
)
from core.forms.expression.world import step_from
from core.forms.instance import Tree


class Resolved(NamedTuple):
    """The expression to evaluate, and the nodes of the primary instance whose value or relevance it may read.

    `reached` counts the nodes that its paths pass.
    """

    expression: Expression
    reads: frozenset[int]
    reached: int = 0


def resolve(expression: Expression, tree: Tree, node: int, farthest: int) -> Resolved:
    """Resolve for the node that the expression belongs to (-1: the document).

    The instance's nodes never come or go (there are no repeats), so a path without predicates always leads to the
    same nodes. `reads` is never too small; with predicates it may be too large. A path to nothing is an empty
    node-set (XPath 1.0). After passing `farthest` nodes paths are followed no further.
    """
    resolver = _Resolver(tree, node, farthest)
    found = resolver.resolved(expression, (node,))
    return Resolved(found, frozenset(resolver.reads), farthest - resolver.left)


class _Resolver:
    """Walks one expression. `contexts` are the primary nodes `.` may mean; None where it is in another instance."""

    def __init__(self, tree: Tree, node: int, farthest: int) -> None:
        self._tree = tree
        self._node = node
        self.left = farthest
        self.reads: set[int] = set()

    def resolved(self, expression: Expression, contexts: Sequence[int] | None) -> Expression:
        match expression:
            case Literal() | Fixed():
                return expression
            case Negative(inner=inner):
                return Negative(self.resolved(inner, contexts))
            case Binary():
                return self._binary(expression, contexts)
            case Call(name="current", arguments=()):
                self.reads.add(self._node)
                return Fixed((self._node,))
            case Call(name=name, arguments=arguments):
                return Call(name, tuple([self.resolved(one, contexts) for one in arguments]))
            case Filtered(inner=inner, predicates=predicates):
                known = self.resolved(inner, contexts)
                inside = known.nodes if isinstance(known, Fixed) else None
                return Filtered(known, tuple([self.resolved(one, inside) for one in predicates]))
            case Path():
                return self._path(expression, contexts)
            case _:
                assert_never(expression)

    def _binary(self, expression: Binary, contexts: Sequence[int] | None) -> Expression:
        chain: list[Binary] = []
        left: Expression = expression
        while isinstance(left, Binary):
            chain.append(left)
            left = left.left
        left = self.resolved(left, contexts)
        for link in reversed(chain):
            left = Binary(link.operator, left, self.resolved(link.right, contexts))
        return left

    def _path(self, path: Path, contexts: Sequence[int] | None) -> Expression:
        begins = self._beginning(path.start, contexts)
        if begins is None:
            start = path.start if isinstance(path.start, Start) else self.resolved(path.start, contexts)
            return Path(start, tuple([self._step(step, None) for step in path.steps]))
        nodes: Sequence[int] = begins
        steps: list[Step] = []
        for step in path.steps:
            nodes = list(dict.fromkeys(self._reached(nodes, step)))
            steps.append(self._step(step, nodes))
        found = tuple([node for node in nodes if node >= 0])
        self.reads.update(found)
        if any(step.predicates for step in path.steps):
            return Path(path.start, tuple(steps))
        # In a predicate, `.` may be any of several nodes, so that only an absolute path is always the same.
        fixed = path.start is not Start.CONTEXT or (contexts is not None and tuple(contexts) == (self._node,))
        return Fixed(found) if fixed else Path(path.start, tuple(steps))

    def _beginning(self, start: Start | Expression, contexts: Sequence[int] | None) -> Sequence[int] | None:
        if start is Start.DOCUMENT:
            return (-1,)
        if start is Start.CURRENT:
            return (self._node,)
        return contexts if start is Start.CONTEXT else None

    def _step(self, step: Step, candidates: Sequence[int] | None) -> Step:
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
