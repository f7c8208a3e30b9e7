# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the text of an expression into tokens (XPath 1.0 section 3.7); it knows nothing of their meaning."""

import re
from dataclasses import dataclass
from enum import Enum

from core.forms.expression.trouble import ExpressionSyntaxError

LONGEST = 50_000
"""Characters of one expression. The longest seen in 451 published forms has about 20,000."""


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    TEXT = "text"
    NAME = "name"
    OPERATOR = "operator"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A token and where it begins, counted in characters from 0."""

    kind: Kind
    text: str
    at: int


_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<text>"[^"]*"|'[^']*')
    | (?P<name>[^\W\d][\w.\-]*(?::(?!:)[^\W\d][\w.\-]*|:\*)?)
    | (?P<sign>::|//|\.\.|!=|<=|>=|[()\[\].,@/|+\-=<>*])
    )""",
    re.VERBOSE,
)
_BEFORE_OPERAND = frozenset(
    ["@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">=", "*"]
)
_WORD_OPERATORS = frozenset(["and", "or", "mod", "div"])


def tokens(source: str) -> tuple[Token, ...]:
    """All tokens, the last one of kind `END`.

    After an operand, `*` and the words `and or mod div` are operators (XPath 1.0 section 3.7, first rule).
    Raises `ExpressionSyntaxError` at a character that begins no token.
    """
    if len(source) > LONGEST:
        raise ExpressionSyntaxError("expression", f"longer than {LONGEST} characters")
    found: list[Token] = []
    at, end = 0, len(source.rstrip())
    after_operand = False
    while at < end:
        match = _TOKEN.match(source, at)
        if match is None:
            raise ExpressionSyntaxError("expression", f"character {at}: {source[at : at + 20].strip()!r}")
        kind, text = _kind(match, after_operand)
        found.append(Token(kind, text, match.start(match.lastgroup or 0)))
        after_operand = kind is not Kind.OPERATOR and (kind is not Kind.SIGN or text not in _BEFORE_OPERAND)
        at = match.end()
    found.append(Token(Kind.END, "", end))
    return tuple(found)


def _kind(match: re.Match[str], after_operand: bool) -> tuple[Kind, str]:
    match match.lastgroup:
        case "number":
            return Kind.NUMBER, match["number"]
        case "text":
            return Kind.TEXT, match["text"][1:-1]
        case "name":
            name = match["name"]
            return (Kind.OPERATOR, name) if after_operand and name in _WORD_OPERATORS else (Kind.NAME, name)
        case _:
            sign = match["sign"]
            return (Kind.OPERATOR, sign) if after_operand and sign == "*" else (Kind.SIGN, sign)
