# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A place among the tokens of an expression, which moves on as they are read."""

from core.forms.expression.lexer import Kind, Token
from core.forms.expression.trouble import ExpressionSyntaxError


class Cursor:
    """Stands before the first token; the last one is of the kind `END` and is never passed."""

    def __init__(self, found: tuple[Token, ...]) -> None:
        self._tokens = found
        self._next = 0

    @property
    def token(self) -> Token:
        """The token that comes now."""
        return self._tokens[self._next]

    @property
    def following(self) -> Token:
        """The token after it; only where it is not the last."""
        return self._tokens[self._next + 1]

    def comes(self, *texts: str) -> bool:
        """Whether a sign or operator with one of these texts comes now."""
        token = self._tokens[self._next]
        return token.text in texts and token.kind in (Kind.SIGN, Kind.OPERATOR)

    def take(self) -> Token:
        """The token that comes now; the next one comes after it."""
        token = self._tokens[self._next]
        self._next += 1
        return token

    def skip(self, count: int = 1) -> None:
        """Pass so many tokens that have been looked at."""
        self._next += count

    def expect(self, text: str) -> None:
        """Pass a sign. Raises `ExpressionSyntaxError` when something else comes."""
        if not self.comes(text):
            raise self.unexpected()
        self._next += 1

    def unexpected(self) -> ExpressionSyntaxError:
        """That what comes now has no place here."""
        token = self.token
        return ExpressionSyntaxError(
            "expression", f"character {token.at}: {token.text or 'the end'!r} is not expected"
        )

    def expect_end(self) -> None:
        """Raises `ExpressionSyntaxError` unless everything has been read."""
        if self.token.kind is not Kind.END:
            raise self.unexpected()
