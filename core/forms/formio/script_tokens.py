# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts JavaScript into tokens (ECMA-262 section 12), as far as it takes to see which names a script uses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 20_000
"""Characters of a script. The longest in 140 published forms has 700."""

DEEPEST: Final = 10
"""Templates inside templates."""


class UnreadableScriptError(Exception):
    """A script that uses what there is not here; the text names it."""


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is `name`, `text`, `template`, `number`, `pattern` or `sign`; `begin` and `end` are in the script."""

    kind: str
    text: str
    begin: int
    end: int


_SPACE: Final = re.compile(r"(?:[\s\ufeff]|//[^\n\r\u2028\u2029]*|/\*[\s\S]*?\*/)*")
_PLAIN: Final = re.compile(
    r"""(?P<name>(?:[^\W\d]|\$)[\w$]*)"""
    r"|(?P<number>(?:0[xXoObB][\da-fA-F_]+|\d[\d_]*\.?[\d_]*(?:[eE][+-]?\d+)?|\.\d[\d_]*(?:[eE][+-]?\d+)?)n?)"
    r"|(?P<text>'(?:[^'\\\n\r]|\\[\s\S])*'|\"(?:[^\"\\\n\r]|\\[\s\S])*\")"
    r"|(?P<sign>=>|\?\.(?!\d)|\.\.\.|>>>=|[*<>&|?]{2}=|===|!==|[-+*/%&|^<>=!]=|\+\+|--|&&|\|\||\?\?|\*\*|<<|>>>?"
    r"|[-+*/%&|^!~<>=?:;,.(){}\[\]#@])"
)
_PATTERN: Final = re.compile(r"/(?![*/])(?:[^/\\\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+/[a-z]*")
_AFTER_VALUE: Final = frozenset({")", "]", "}"})
_OPERATORS: Final = "return typeof instanceof in of new delete void throw case do else yield await"
_BEFORE_VALUE: Final = frozenset(_OPERATORS.split())


def tokens(script: str) -> list[Token]:
    """The tokens of a script; what stands in templates is among them. Raises `UnreadableScriptError`."""
    if len(script) > LONGEST:
        raise UnreadableScriptError(f"a script of more than {LONGEST} characters")
    return list(_Cutting(script).until("", 0, DEEPEST))


class _Cutting:
    """Goes through one script; `at` is where it stands."""

    def __init__(self, script: str) -> None:
        self._script = script
        self._at = 0

    def until(self, end: str, begin: int, depth: int) -> Iterator[Token]:
        """The tokens from a place up to the closing bracket of a template's part, or to the end."""
        if depth < 0:
            raise UnreadableScriptError("templates inside each other")
        self._at, before, open_ = begin, None, 0
        while True:
            self._at = self._after_space()
            if self._at >= len(self._script):
                if end:
                    raise UnreadableScriptError("a template without an end")
                return
            letter = self._script[self._at]
            if end and letter == end and not open_:
                return
            if letter == "`":
                yield from self._template(depth)
                before = Token("template", "`", self._at, self._at)
                continue
            before = self._one(before)
            open_ += (before.text == "{") - (before.text == "}")
            yield before

    def _after_space(self) -> int:
        found = _SPACE.match(self._script, self._at)
        return found.end() if found is not None else self._at

    def _one(self, before: Token | None) -> Token:
        found = _PATTERN.match(self._script, self._at) if _may_be_pattern(before) else None
        kind = "pattern"
        if found is None:
            found = _PLAIN.match(self._script, self._at)
            kind = str(found.lastgroup) if found is not None else ""
        if found is None:
            raise UnreadableScriptError("a script that is not understood")
        begin, self._at = self._at, found.end()
        return Token(kind, found[0], begin, self._at)

    def _template(self, depth: int) -> Iterator[Token]:
        begin = self._at
        yield Token("template", "`", begin, begin + 1)
        self._at += 1
        while True:
            letter = self._script[self._at : self._at + 1]
            if not letter:
                raise UnreadableScriptError("a template without an end")
            if letter == "`":
                self._at += 1
                return
            if self._script.startswith("${", self._at):
                yield Token("sign", "(", self._at, self._at + 2)
                yield from self.until("}", self._at + 2, depth - 1)
                yield Token("sign", ")", self._at, self._at + 1)
                self._at += 1
            else:
                self._at += 2 if letter == "\\" else 1


def _may_be_pattern(before: Token | None) -> bool:
    """Whether a stroke begins a pattern here, and does not divide."""
    if before is None:
        return True
    if before.kind == "name":
        return before.text in _BEFORE_VALUE
    return before.kind == "sign" and before.text not in _AFTER_VALUE
