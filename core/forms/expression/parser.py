# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the text of an expression into a syntax tree; it evaluates nothing and knows no instance."""

from collections.abc import Mapping
from types import MappingProxyType

from core.forms.expression.functions import SIGNATURES
from core.forms.expression.lexer import Kind, Token, tokens
from core.forms.expression.steps import Steps, in_order
from core.forms.expression.tree import (
    Axis,
    Binary,
    Call,
    Expression,
    Filtered,
    Joined,
    Literal,
    Negative,
    Operator,
    Path,
    Start,
    Step,
)
from core.forms.expression.trouble import ExpressionSyntaxError

DEEPEST = 60
"""Levels of nesting. Each level takes several Python frames when it is read and when it is evaluated."""

_LEVELS: Mapping[str, int] = MappingProxyType(
    {
        "or": 1,
        "and": 2,
        "=": 3,
        "!=": 3,
        "<": 4,
        "<=": 4,
        ">": 4,
        ">=": 4,
        "+": 5,
        "-": 5,
        "*": 6,
        "div": 6,
        "mod": 6,
    }
)

_OF_CONTEXT = frozenset(["string", "string-length", "normalize-space", "number"])
"""Without an argument these take the context node (XPath 1.0 section 4)."""


def parse(source: str) -> Expression:
    """The syntax tree of an expression.

    XPath 1.0 sections 2 and 3, without the axes and node tests that `steps` names.
    Raises `ExpressionSyntaxError` with the reason `expression` (not readable), `function` (unknown, or a wrong
    number of arguments) or `construct` (XPath that this language leaves out).
    """
    reader = _Reader(tokens(source))
    found = reader.binary(1)
    reader.expect_end()
    return found


class _Reader(Steps):
    """Recursive descent over the tokens of one expression."""

    def __init__(self, found: tuple[Token, ...]) -> None:
        super().__init__(found)
        self._depth = 0

    def binary(self, least: int) -> Expression:
        """Operators that bind at least as strongly as `least`; all are left-associative (section 3.5)."""
        left = self._unary()
        while (level := self._level()) >= least:
            operator = Operator(self.take().text)
            left = Binary(operator, left, self.binary(level + 1))
        return left

    def _level(self) -> int:
        token = self.token
        return _LEVELS.get(token.text, 0) if token.kind in (Kind.SIGN, Kind.OPERATOR) else 0

    def _unary(self) -> Expression:
        signs = 0
        while self.comes("-"):
            self.skip()
            signs += 1
        inner = self._union()
        if signs == 0:
            return inner
        # Two signs cancel out, but they still make a number of the operand.
        return Negative(inner) if signs % 2 else Negative(Negative(inner))

    def _union(self) -> Expression:
        first = self._path()
        if not self.comes("|"):
            return first
        parts = [first]
        while self.comes("|"):
            self.skip()
            parts.append(self._path())
        return Joined(tuple(parts))

    def _path(self) -> Expression:
        token = self.token
        if token.kind is Kind.SIGN and token.text in ("/", "//", ".", "..", "@", "*"):
            return in_order(self.location())
        following = self.following if token.kind is Kind.NAME else token
        if token.kind is Kind.NAME and not (following.kind is Kind.SIGN and following.text == "("):
            return in_order(self.location())
        if token.kind is Kind.NAME and token.text in ("node", "text", "comment", "processing-instruction"):
            raise ExpressionSyntaxError("construct", f"{token.text}()")
        return self._filter()

    def _filter(self) -> Expression:
        inner = self._primary()
        predicates = self.predicates()
        if predicates:
            inner = Filtered(inner, predicates)
        if not self.comes("/", "//"):
            return inner
        steps = self.following_steps()
        return in_order(Path(Start.CURRENT, steps) if inner == Call("current", ()) else Path(inner, steps))

    def predicates(self) -> tuple[Expression, ...]:
        found: list[Expression] = []
        while self.comes("["):
            self.skip()
            found.append(self._nested())
            self.expect("]")
        return tuple(found)

    def _nested(self) -> Expression:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionSyntaxError("expression", f"nested deeper than {DEEPEST} levels")
        found = self.binary(1)
        self._depth -= 1
        return found

    def _primary(self) -> Expression:
        token = self.token
        match token.kind:
            case Kind.NUMBER:
                self.skip()
                return Literal(float(token.text))
            case Kind.TEXT:
                self.skip()
                return Literal(token.text)
            case Kind.NAME:
                return self._call()
            case _ if self.comes("("):
                self.skip()
                inner = self._nested()
                self.expect(")")
                return inner
            case _:
                raise self.unexpected()

    def _call(self) -> Call:
        name = self.take().text
        self.expect("(")
        arguments: list[Expression] = []
        if not self.comes(")"):
            arguments.append(self._nested())
            while self.comes(","):
                self.skip()
                arguments.append(self._nested())
        self.expect(")")
        if not arguments and name in _OF_CONTEXT:
            arguments.append(Path(Start.CONTEXT, (Step(Axis.SELF, "*"),)))
        signature = SIGNATURES.get(name)
        if signature is None:
            raise ExpressionSyntaxError("function", f"{name}()")
        if not signature[0] <= len(arguments) <= signature[1]:
            raise ExpressionSyntaxError("function", f"{name}() with {len(arguments)} arguments")
        return Call(name, tuple(arguments))
