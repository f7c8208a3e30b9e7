# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the names that a JavaScript script makes for itself: its variables, functions and parameters."""

from collections.abc import Iterator, Sequence

from core.forms.formio.script_names import DECLARING, KEYWORDS
from core.forms.formio.script_tokens import Token


def declared(tokens: Sequence[Token]) -> frozenset[str]:
    """All names of a script's own, wherever in it they are made. One that is only assigned to is one too."""
    found: set[str] = set()
    for at, token in enumerate(tokens):
        if token.kind == "name" and token.text in DECLARING:
            found.update(_after(tokens, at))
        elif token.kind == "name" and token.text == "catch":
            found.update(_in_brackets(tokens, at + 1))
        elif token.text == "=>":
            found.update(_before_arrow(tokens, at))
        elif _is_assigned(tokens, at):
            found.add(token.text)
    return frozenset(found - KEYWORDS)


def _after(tokens: Sequence[Token], at: int) -> Iterator[str]:
    """The names behind `let`, with those of a pattern, up to the value of each; behind `function` its parameters."""
    if tokens[at].text in ("function", "class"):
        if at + 1 < len(tokens) and tokens[at + 1].kind == "name":
            yield tokens[at + 1].text
        yield from _in_brackets(tokens, at + 1 if _text(tokens, at + 1) == "(" else at + 2)
        return
    depth, naming = 0, True
    for place in range(at + 1, len(tokens)):
        text = tokens[place].text
        if tokens[place].kind == "name" and naming:
            if text in ("of", "in"):
                return
            yield text
        depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
        if depth < 0 or (text == ";" and not depth):
            return
        if not depth and text in ("=", ","):
            naming = text == ","
        elif not naming and not depth and _new_line_of_its_own(tokens, place):
            return


def _new_line_of_its_own(tokens: Sequence[Token], place: int) -> bool:
    """Whether the next token begins a statement with a keyword, which no value goes on with."""
    return _text(tokens, place + 1) in (
        "if",
        "for",
        "while",
        "return",
        "var",
        "let",
        "const",
        "try",
        "switch",
    )


def _in_brackets(tokens: Sequence[Token], at: int) -> Iterator[str]:
    if _text(tokens, at) != "(":
        return
    depth = 0
    for place in range(at, len(tokens)):
        depth += (tokens[place].text == "(") - (tokens[place].text == ")")
        if not depth:
            return
        if tokens[place].kind == "name":
            yield tokens[place].text


def _before_arrow(tokens: Sequence[Token], at: int) -> Iterator[str]:
    if at and tokens[at - 1].kind == "name":
        yield tokens[at - 1].text
    depth = 0
    for place in range(at - 1, -1, -1):
        depth += (tokens[place].text == ")") - (tokens[place].text == "(")
        if not depth:
            return
        if tokens[place].kind == "name":
            yield tokens[place].text


def _is_assigned(tokens: Sequence[Token], at: int) -> bool:
    return (
        tokens[at].kind == "name"
        and _text(tokens, at + 1) == "="
        and _text(tokens, at - 1) not in (".", "?.")
    )


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""
