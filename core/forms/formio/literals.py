# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a script that only writes out an object (`schema = {label: 'Name'};`), without running anything."""

import re
from collections.abc import Sequence
from typing import Final

from core.forms.formio.script_tokens import Token, UnreadableScriptError, tokens

_END: Final = Token("end", "", 0, 0)
_DEEPEST: Final = 20
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES: Final = {"n": "\n", "t": "\t", "'": "'", '"': '"', "\\": "\\", "/": "/"}
_WORDS: Final = {"true": True, "false": False, "null": None}


def literal_of(script: str, target: str) -> object:
    """The value that a script writes out for `target`. Raises `UnreadableScriptError` for any other script."""
    reading = _Reading(tokens(script), target)
    if reading.taken("name") != target or not reading.sign("="):
        raise UnreadableScriptError(f"{target} that is worked out")
    value = reading.value(0)
    while reading.sign(";"):
        pass
    if not reading.ended:
        raise UnreadableScriptError(f"{target} that is worked out")
    return value


class _Reading:
    """Recursive descent over the tokens."""

    def __init__(self, found: Sequence[Token], target: str) -> None:
        self._tokens = found
        self._target = target
        self._at = 0

    @property
    def _token(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else _END

    @property
    def ended(self) -> bool:
        """Whether all is read."""
        return self._token is _END

    def sign(self, *signs: str) -> bool:
        """Whether the next token is one of these signs; then it is taken."""
        found = self._token.kind == "sign" and self._token.text in signs
        self._at += found
        return found

    def taken(self, kind: str) -> str:
        """The next token, which is to be of this kind."""
        token = self._token
        if token.kind != kind:
            raise UnreadableScriptError(f"{self._target} that is worked out")
        self._at += 1
        return token.text

    def value(self, depth: int) -> object:
        """An object, a list, a text, a number, a truth or nothing."""
        if depth > _DEEPEST:
            raise UnreadableScriptError("objects inside each other")
        if self.sign("{"):
            return self._object(depth)
        if self.sign("["):
            found: list[object] = []
            while not self.sign("]"):
                found.append(self.value(depth + 1))
                if not self.sign(",") and not self._before("]"):
                    raise UnreadableScriptError(f"{self._target} that is worked out")
            return found
        if self._token.kind == "text":
            return self._text()
        if self._token.kind == "name" and self._token.text in _WORDS:
            return _WORDS[self.taken("name")]
        minus = -1 if self.sign("-") else 1
        try:
            return minus * float(self.taken("number"))
        except ValueError:
            raise UnreadableScriptError("a number of another kind") from None

    def _object(self, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        while not self.sign("}"):
            name = self._text() if self._token.kind == "text" else self.taken("name")
            if not self.sign(":"):
                raise UnreadableScriptError(f"{self._target} that is worked out")
            found[name] = self.value(depth + 1)
            if not self.sign(",") and not self._before("}"):
                raise UnreadableScriptError(f"{self._target} that is worked out")
        return found

    def _before(self, sign: str) -> bool:
        return self._token.kind == "sign" and self._token.text == sign

    def _text(self) -> str:
        return _ESCAPED.sub(_unescaped, self.taken("text")[1:-1])


def _unescaped(found: re.Match[str]) -> str:
    if found[1] not in _ESCAPES:
        raise UnreadableScriptError("a text with signs of its own")
    return _ESCAPES[found[1]]
