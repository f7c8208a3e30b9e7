# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells which answers a Form.io script reads, before it ever runs, or what it uses that there is not here.

A script is given those answers and no others, so that nothing it does depends on an answer that is not named here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from core.forms.formio.script_declared import declared
from core.forms.formio.script_names import (
    ASSIGNING,
    CHANGING,
    KEYWORDS,
    LANGUAGE,
    LODASH,
    OF_COMPONENT,
    ROOTS,
    UNSTEADY_MEMBERS,
    VARIABLES,
)
from core.forms.formio.script_tokens import Token, UnreadableScriptError, tokens

_END: Final = Token("sign", "", 0, 0)


@dataclass(frozen=True, slots=True)
class Script:
    """A script without its calls of `console`, and the ways of the answers that it reads: `("data", "a", "b")`.

    A way of one step is all answers: of the form (`data`), or of the row. `own` is whether it asks for its own answer.
    """

    code: str
    ways: tuple[tuple[str, ...], ...]
    own: bool = field(default=False)


def script_of(text: str, result: str) -> Script:
    """Read a script that puts its result into the variable `result`. Raises `UnreadableScriptError`."""
    if "{{" in text and result == "valid":
        raise UnreadableScriptError("answers written into a script by {{ }}")
    return _Reading(text, result).script()


class _Reading:
    """Goes through the tokens of one script."""

    def __init__(self, text: str, result: str) -> None:
        self._text = text
        self._result = result
        self._tokens: Sequence[Token] = tokens(text)
        self._declared = declared(self._tokens)
        self._ways: dict[tuple[str, ...], None] = {}
        self._cuts: list[tuple[int, int]] = []
        self._own = False

    def script(self) -> Script:
        for name in sorted(self._declared & (ROOTS | VARIABLES | {"_", "component", "console"})):
            if name != self._result:
                raise UnreadableScriptError(f"a {name} of its own")
        at = 0
        while at < len(self._tokens):
            at = self._step(at)
        self._needs_no_earlier_value()
        code, end = "", len(self._text)
        for begin, after in reversed(self._cuts):
            code, end = f"void 0{self._text[after:end]}{code}", begin
        return Script(self._text[:end] + code, tuple(self._ways), self._own)

    def _token(self, at: int) -> Token:
        return self._tokens[at] if 0 <= at < len(self._tokens) else _END

    def _sign(self, at: int, *signs: str) -> bool:
        token = self._token(at)
        return token.kind == "sign" and token.text in signs

    def _step(self, at: int) -> int:
        """What a token means; the next one to look at."""
        token = self._token(at)
        if token.kind != "name":
            return at + 1
        if self._sign(at - 1, ".", "?."):
            if token.text in UNSTEADY_MEMBERS:
                raise UnreadableScriptError(token.text)
            return at + 1
        if self._sign(at + 1, ":") and self._sign(at - 1, "{", ","):
            return at + 1
        return self._name(token.text, at)

    def _name(self, name: str, at: int) -> int:
        if name in ROOTS or (name == "submission" and self._member(at) == "data"):
            return self._answers(at if name in ROOTS else at + 2, [name if name in ROOTS else "data"])
        if name == "_":
            return self._lodash(at)
        if name == "console" and name not in self._declared:
            return self._cut_out(at)
        if name == "component" and self._member(at) in OF_COMPONENT:
            return at + 3
        if name in VARIABLES or name == self._result:
            self._own |= name in ("value", "input") and name != self._result
            if name in ("value", "input") and self._result == "show":
                raise UnreadableScriptError(f"{name} in a condition")
            return at + 1
        if name in KEYWORDS or name in LANGUAGE or name in self._declared:
            return at + 1
        member = self._member(at)
        raise UnreadableScriptError(f"{name}.{member}" if member else name)

    def _member(self, at: int) -> str:
        """The member that is asked of the name at a place."""
        found = self._token(at + 2)
        return found.text if self._sign(at + 1, ".", "?.") and found.kind == "name" else ""

    def _answers(self, at: int, way: list[str]) -> int:
        """`data.a.b`, `row['a']?.b`: the way, up to where it is called, counted into or used."""
        first = at
        while True:
            if self._sign(at + 1, ".", "?.") and self._token(at + 2).kind == "name":
                if self._sign(at + 3, "("):
                    if self._token(at + 2).text in CHANGING:
                        raise UnreadableScriptError(f"{self._token(at + 2).text} of answers")
                    break
                step, at = self._token(at + 2).text, at + 2
            elif self._index(at):
                at += 4 if self._sign(at + 1, "?.") else 3
                step = self._token(at - 1).text[1:-1]
            else:
                break
            if step in UNSTEADY_MEMBERS:
                raise UnreadableScriptError(step)
            way.append(step)
        if self._sign(at + 1, *ASSIGNING) or self._sign(first - 1, "++", "--") or self._deleted(first):
            raise UnreadableScriptError(f"{'.'.join(way)[:40]} is changed")
        self._ways.setdefault(tuple(way))
        return at + 1

    def _index(self, at: int) -> bool:
        """Whether a text in brackets follows, of which nothing is written otherwise than it is."""
        at += self._sign(at + 1, "?.")
        token = self._token(at + 2)
        return (
            self._sign(at + 1, "[")
            and token.kind == "text"
            and "\\" not in token.text
            and self._sign(at + 3, "]")
        )

    def _deleted(self, at: int) -> bool:
        return self._token(at - 1).text == "delete"

    def _lodash(self, at: int) -> int:
        name = self._member(at)
        if name not in LODASH or not self._sign(at + 3, "("):
            raise UnreadableScriptError(f"_.{name}" if name else "_")
        of, path = self._token(at + 4), self._token(at + 6)
        if name == "get" and of.text in ROOTS | {"submission"} and self._sign(at + 5, ","):
            steps = path.text[1:-1].split(".")
            if path.kind != "text" or not all(one.replace("_", "a").isalnum() for one in steps):
                raise UnreadableScriptError("_.get by what is not a plain path")
            if of.text == "submission" and steps.pop(0) != "data":
                raise UnreadableScriptError(f"submission.{path.text[1:-1][:40]}")
            self._ways.setdefault(("data" if of.text == "submission" else of.text, *steps))
            return at + 7
        return at + 4

    def _cut_out(self, at: int) -> int:
        """A call of `console` writes for nobody here; what it would write need not be read."""
        if not self._member(at) or not self._sign(at + 3, "("):
            raise UnreadableScriptError("console")
        depth, end = 0, at + 3
        while end < len(self._tokens):
            if self._sign(end, *ASSIGNING) or self._sign(end, "=>"):
                raise UnreadableScriptError("console with more than answers")
            depth += self._sign(end, "(") - self._sign(end, ")")
            if not depth:
                break
            end += 1
        self._cuts.append((self._token(at).begin, self._token(end).end))
        return end + 1

    def _needs_no_earlier_value(self) -> None:
        """A calculation that begins with its own last result would depend on how often it ran."""
        if self._result != "value":
            return
        depth, first = 0, -1
        for at, token in enumerate(self._tokens):
            depth += self._sign(at, "{", "(", "[") - self._sign(at, "}", ")", "]")
            if token.kind != "name" or token.text != "value" or self._sign(at - 1, ".", "?."):
                continue
            if self._sign(at + 1, ":") and self._sign(at - 1, "{", ","):
                continue
            if self._sign(at + 1, "="):
                first = at if first < 0 and not depth else first
            elif first < 0 or not any(self._sign(one, ";") for one in range(first, at)):
                raise UnreadableScriptError("the value that it has worked out before")
