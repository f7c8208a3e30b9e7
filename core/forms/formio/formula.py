# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the one JavaScript assignment that most Form.io scripts are (`show = data.a === 'x';`) as a tree.

Only expressions without loops, functions and names of the outside are read; everything else is refused, never guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 4_000
DEEPEST: Final = 40


class UnreadableError(Exception):
    """A script that is more than one plain assignment."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a text, a truth; None for `null` and `undefined`."""

    value: object


@dataclass(frozen=True, slots=True)
class Variable:
    """An answer: `data.a.b`, `row.a`."""

    name: str


@dataclass(frozen=True, slots=True)
class Length:
    """`x.length`."""

    inner: "Formula"


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with its operands; `?` has three, `includes` is the method."""

    operator: str
    operands: tuple["Formula", ...]


Formula = Constant | Variable | Length | Operation

_TOKEN: Final = re.compile(
    r"""\s*(?:(?P<number>\d{1,15}(?:\.\d{1,15})?)(?![\w.])|(?P<text>'[^'\\\n]*'|"[^"\\\n]*")"""
    r"|(?P<name>[A-Za-z_]\w*)|(?P<sign>===|!==|==|!=|<=|>=|&&|\|\||[-+*/%!<>()?:.\[\]]))"
)
_ASSIGNMENT: Final = re.compile(r"\s*(\w+)\s*=(?!=)(.*?);?\s*", re.DOTALL)
_CONSTANTS: Final = {"true": True, "false": False, "null": None, "undefined": None}
_LEVELS: Final = (
    ("||",),
    ("&&",),
    ("===", "!==", "==", "!="),
    ("<=", ">=", "<", ">"),
    ("+", "-"),
    ("*", "/", "%"),
)


def formula_of(script: str, target: str) -> Formula:
    """The formula that a script assigns to `target`. Raises `UnreadableError`."""
    found = _ASSIGNMENT.fullmatch(script[: LONGEST + 1])
    if found is None or found[1] != target or len(script) > LONGEST:
        raise UnreadableError(script[:80])
    reading = _Reading(tuple(_tokens(found[2])))
    formula = reading.ternary(0)
    if reading.kind:
        raise UnreadableError(found[2][:80])
    return formula


def variables(formula: Formula) -> Iterator[str]:
    """The answers that a formula reads."""
    match formula:
        case Variable(name=name):
            yield name
        case Length(inner=inner):
            yield from variables(inner)
        case Operation(operands=operands):
            for one in operands:
                yield from variables(one)
        case Constant():
            return


def _tokens(script: str) -> Iterator[tuple[str, str]]:
    at = 0
    while script[at:].strip():
        found = _TOKEN.match(script, at)
        if found is None:
            raise UnreadableError(script[at : at + 80])
        yield str(found.lastgroup), found[str(found.lastgroup)]
        at = found.end()


class _Reading:
    """Recursive descent over the tokens."""

    def __init__(self, tokens: tuple[tuple[str, str], ...]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def kind(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _sign(self, *signs: str) -> str:
        """The next token if it is one of these signs; then it is taken."""
        if self.kind == "sign" and self._tokens[self._at][1] in signs:
            self._at += 1
            return self._tokens[self._at - 1][1]
        return ""

    def _need(self, sign: str) -> None:
        if not self._sign(sign):
            raise UnreadableError(f"{sign} is missing")

    def _taken(self, kind: str) -> str:
        if self.kind != kind:
            raise UnreadableError(f"a {kind} is missing")
        self._at += 1
        return self._tokens[self._at - 1][1]

    def ternary(self, depth: int) -> Formula:
        if depth > DEEPEST:
            raise UnreadableError("too deep")
        test = self._level(0, depth)
        if not self._sign("?"):
            return test
        one = self.ternary(depth + 1)
        self._need(":")
        return Operation("?", (test, one, self.ternary(depth + 1)))

    def _level(self, level: int, depth: int) -> Formula:
        if level == len(_LEVELS):
            return self._unary(depth)
        left = self._level(level + 1, depth)
        chained = 0
        while sign := self._sign(*_LEVELS[level]):
            chained += 1
            if chained > DEEPEST:
                raise UnreadableError("too long")
            left = Operation(sign, (left, self._level(level + 1, depth)))
        return left

    def _unary(self, depth: int) -> Formula:
        if depth > DEEPEST:
            raise UnreadableError("too deep")
        if sign := self._sign("!", "-", "+"):
            return Operation(f"{sign}1" if sign != "!" else "!", (self._unary(depth + 1),))
        if self._sign("("):
            inner = self.ternary(depth + 1)
            self._need(")")
            return inner
        if self.kind == "number":
            return Constant(float(self._taken("number")))
        if self.kind == "text":
            return Constant(self._taken("text")[1:-1])
        return self._named(depth)

    def _named(self, depth: int) -> Formula:
        name = self._taken("name")
        if name in _CONSTANTS:
            return Constant(_CONSTANTS[name])
        if name not in ("data", "row"):
            raise UnreadableError(f"the name {name[:40]}")
        steps = [name]
        while True:
            if self._sign("["):
                steps.append(self._taken("text")[1:-1])
                self._need("]")
            elif self._sign("."):
                step = self._taken("name")
                if step == "length":
                    return Length(Variable(".".join(steps)))
                if self._sign("("):
                    if step != "includes":
                        raise UnreadableError(f"the method {step[:40]}")
                    wanted = self.ternary(depth + 1)
                    self._need(")")
                    return Operation("includes", (Variable(".".join(steps)), wanted))
                steps.append(step)
            elif len(steps) == 1:
                raise UnreadableError("all answers at once")
            else:
                return Variable(".".join(steps))
