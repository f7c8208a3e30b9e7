# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads location paths and their steps (XPath 1.0 section 2); predicates are read by who reads whole expressions."""

from abc import abstractmethod

from core.forms.expression.cursor import Cursor
from core.forms.expression.lexer import Kind
from core.forms.expression.tree import SCATTERED, Axis, Expression, Joined, Path, Start, Step
from core.forms.expression.trouble import ExpressionSyntaxError

_ANYWHERE = Step(Axis.DESCENDANT_OR_SELF, "*")
"""What `//` is short for (section 2.5)."""

_OF_ELEMENTS = frozenset({Axis.SELF, Axis.PARENT, Axis.ANCESTOR, Axis.ANCESTOR_OR_SELF})
"""Axes that lead to elements only, so that `node()` and `*` are the same there."""


def in_order(path: Path) -> Expression:
    """The path itself, or what puts its nodes into document order where its steps may not."""
    return (
        Joined((path,))
        if any(step.axis is not Axis.CHILD and step.axis in SCATTERED for step in path.steps)
        else path
    )


class Steps(Cursor):
    """The part of the descent that reads paths."""

    @abstractmethod
    def predicates(self) -> tuple[Expression, ...]:
        """All predicates that stand here."""

    def location(self) -> Path:
        """A path that begins at the document or at the context node."""
        if self.comes("//"):
            return Path(Start.DOCUMENT, self.following_steps())
        if not self.comes("/"):
            return Path(Start.CONTEXT, (self._step(), *self.following_steps()))
        begins = self.following.kind is Kind.NAME or self.following.text in (".", "..", "@", "*")
        if not begins:
            self.skip()
            return Path(Start.DOCUMENT)
        return Path(Start.DOCUMENT, self.following_steps())

    def following_steps(self) -> tuple[Step, ...]:
        """The steps that follow, each behind its `/` or `//`."""
        steps: list[Step] = []
        while self.comes("/", "//"):
            if self.comes("//"):
                steps.append(_ANYWHERE)
            self.skip()
            steps.append(self._step())
        return tuple(steps)

    def _step(self) -> Step:
        if self.comes("."):
            self.skip()
            return Step(Axis.SELF, "*", self.predicates())
        if self.comes(".."):
            self.skip()
            return Step(Axis.PARENT, "*", self.predicates())
        axis = Axis.CHILD
        if self.comes("@"):
            self.skip()
            axis = Axis.ATTRIBUTE
        elif self.token.kind is Kind.NAME and self.following.text == "::":
            axis = self._axis(self.take().text)
            self.skip()
        return Step(axis, self._node_test(axis), self.predicates())

    def _axis(self, name: str) -> Axis:
        for axis in Axis:
            if axis.value == name:
                return axis
        raise ExpressionSyntaxError("construct", f"{name}::")

    def _node_test(self, axis: Axis) -> str:
        token = self.token
        if token.kind is Kind.NAME and self.following.text == "(":
            if token.text == "node" and axis in _OF_ELEMENTS:
                self.skip(2)
                self.expect(")")
                return "*"
            raise ExpressionSyntaxError("construct", f"{token.text}()")
        if token.kind is Kind.NAME and not token.text.endswith(":*"):
            return self.take().text.rpartition(":")[2]
        if self.comes("*"):
            self.skip()
            return "*"
        if token.kind is Kind.NAME:
            raise ExpressionSyntaxError("construct", f"{token.text} as a name")
        raise self.unexpected()
