# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Patterns that come with a form: compiled, matched against a whole text, and stopped when they take too long."""

import re
from typing import TYPE_CHECKING

from core.forms.expression.trouble import BudgetExceededError, EvaluationError

if TYPE_CHECKING:
    import regex

SECONDS = 0.05
"""The most time one match may take. Honest patterns need a millionth of it."""

LONGEST = 1_000
"""Characters of one pattern."""

_ESCAPE = re.compile(r"(-)(?=\\[dDwWsS])|\\([dDwWsS])(-(?!\]))?|\\.|(\[\^?\]?)|(\])", re.DOTALL)
_INSIDE = {"d": "0-9", "w": "A-Za-z0-9_"}
_OUTSIDE = {"d": "[0-9]", "w": "[A-Za-z0-9_]"}


def matches(text: str, pattern: str) -> bool:
    r"""Whether the whole text matches.

    ODK's documentation of `regex()` says 'an exact and complete match', and Collect and Enketo do so; form authors
    who write `^…$` lose nothing by it. `\d` and `\w` mean ASCII only, as in Java and JavaScript: a pattern for an
    eight-digit number promises its agency ASCII digits. `\p{L}` knows all letters.
    Raises `EvaluationError` for a pattern that cannot be read, `BudgetExceededError` after `SECONDS`.
    """
    try:
        return compiled(pattern).fullmatch(text, timeout=SECONDS) is not None
    except TimeoutError as error:
        raise BudgetExceededError("budget", "a pattern took too long") from error


def found_in(text: str, pattern: str) -> bool:
    """Whether the pattern is anywhere in the text, as JSON Schema and JavaScript understand it.

    Raises `EvaluationError` for a pattern that cannot be read, `BudgetExceededError` after `SECONDS`.
    """
    try:
        return compiled(pattern).search(text, timeout=SECONDS) is not None
    except TimeoutError as error:
        raise BudgetExceededError("budget", "a pattern took too long") from error


def compiled(pattern: str) -> "regex.Pattern[str]":
    """The pattern made ready. Raises `EvaluationError` for one that cannot be read."""
    # Few forms have patterns, and the library takes longer to load than the rest of the engine.
    import regex

    if len(pattern) > LONGEST:
        raise EvaluationError("pattern", f"longer than {LONGEST} characters")
    try:
        return regex.compile(_with_ascii_classes(pattern), regex.VERSION0)
    except (regex.error, OverflowError) as error:
        raise EvaluationError("pattern", str(error)) from error


def _with_ascii_classes(pattern: str) -> str:
    r"""The pattern with its classes spelled out; a hyphen beside one is a hyphen, as in `[\w-.]` of every browser."""
    inside = False

    def replaced(match: re.Match[str]) -> str:
        nonlocal inside
        begins, kind, ends, opening, closing = match.groups()
        if begins:
            return "\\-"
        if kind:
            known = (_INSIDE if inside else _OUTSIDE).get(kind, f"\\{kind}")
            return f"{known}\\-" if ends else known
        inside = opening is not None or (inside and closing is None)
        return match[0]

    return _ESCAPE.sub(replaced, pattern)
