# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conditions of one answer: the rules of `validate`, and those that a type brings with it."""

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from core.forms.binds import Check
from core.forms.expression.regular import found_in, matches
from core.forms.expression.tree import Outside
from core.forms.expression.trouble import ExpressionError
from core.forms.formio.check_digits import JUDGES
from core.forms.formio.documents import Component, number, table, word, yes
from core.forms.formio.judged import Judged, Test
from core.forms.formio.kinds import Asks, asks, plain_type
from core.forms.formio.masks import plain_mask, rich_mask
from core.forms.formio.number_checks import number_checks
from core.forms.formio.plugins import plugin_checks
from core.forms.formio.texts import text
from core.forms.formio.time_limits import time_checks
from core.forms.json_door import UnusableError
from core.forms.problems import FormProblem

_EMAIL: Final = re.compile(r"[^\s@<>()\[\]\\,;:\"]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,20}[A-Za-z]{2,63}")
_URL: Final = re.compile(
    r"(?:(?:https?|ftp)://(?:[^\s@/]{1,100}@)?)?(?:[\w-]{1,63}\.){1,20}[a-z]{2,63}(?::\d{1,5})?(?:[/?#]\S{0,2000})?",
    re.IGNORECASE,
)
_YEAR: Final = re.compile("[0-9]{4}")
_MONTH: Final = re.compile("[0-9]{4}-(0[1-9]|1[0-2])")
_DIGITS: Final = re.compile("[0-9]+")


def checks_of(component: Component, node: int) -> tuple[Check, ...]:
    """The checks, in the order in which they are told. Raises `UnusableError` for a pattern that cannot be read."""
    found: list[Check] = []
    own = text(word(table(component, "validate"), "customMessage"))
    validate, errors = table(component, "validate"), table(component, "errors")

    def add(rule: str, test: Test, key: str, shown: str = "") -> None:
        message = own or text(word(errors, rule))
        values = {"n": shown} if shown else {}
        found.append(Check(rule, Outside(Judged(node, test)), key, values, message))

    for rule, key, test in _bounds(component):
        limit = number(validate, rule)
        # A text can hardly have 'at least 0' letters; forms write 0 for no limit.
        if limit is not None and not (limit == 0 and "Length" in rule):
            add(rule, partial(_within, test, limit), key, f"{limit:g}")
    kind = plain_type(component)
    if asks(component) is Asks.NUMBER:
        found.extend(number_checks(component, node))
    if kind in ("email", "cosign"):
        add("email", lambda value: _EMAIL.fullmatch(str(value)) is not None, "rule.email")
    if kind == "url":
        add("url", lambda value: _URL.fullmatch(str(value)) is not None, "rule.url")
    if kind == "year":
        add("year", lambda value: _YEAR.fullmatch(str(value)) is not None, "rule.format")
    if kind == "monthpicker":
        add("month", lambda value: _MONTH.fullmatch(str(value)) is not None, "rule.format")
    if kind in ("year", "monthpicker"):
        found.extend(year_checks(component, node))
    if yes(validate, "digitsOnly") and asks(component) is Asks.TEXT:
        add("digitsOnly", lambda value: _DIGITS.fullmatch(str(value)) is not None, "rule.pattern")
    mask = word(component, "inputMask")
    if mask and asks(component) is Asks.TEXT:
        shape = rich_mask(mask) if kind == "textfield" else plain_mask(mask)
        _readable(shape)
        add("mask", lambda value: _whole(str(value), shape), "rule.pattern")
    pattern = word(validate, "pattern")
    if pattern and asks(component) is Asks.TEXT:
        _readable(pattern)
        add("pattern", lambda value: _whole(str(value), pattern), "rule.pattern")
    found.extend(time_checks(component, node))
    found.extend(plugin_checks(component, node))
    if kind in JUDGES:
        add("checkDigits", partial(_judged, JUDGES[kind]), "rule.check_digits")
    return tuple(found)


Bound = tuple[str, str, Callable[[object, float], bool]]


def _bounds(component: Component) -> tuple[Bound, ...]:
    match asks(component):
        case Asks.TEXT:
            return (
                ("minLength", "rule.min_length", lambda value, limit: len(str(value)) >= limit),
                ("maxLength", "rule.max_length", lambda value, limit: len(str(value)) <= limit),
                ("minWords", "rule.min_words", lambda value, limit: len(str(value).split()) >= limit),
                ("maxWords", "rule.max_words", lambda value, limit: len(str(value).split()) <= limit),
            )
        case Asks.NUMBER:
            return (
                ("min", "rule.minimum", lambda value, limit: _number(value) >= limit),
                ("max", "rule.maximum", lambda value, limit: _number(value) <= limit),
            )
        case Asks.BOXES:
            return (
                ("minSelectedCount", "rule.min_choices", lambda value, limit: _ticked(value) >= limit),
                ("maxSelectedCount", "rule.max_choices", lambda value, limit: _ticked(value) <= limit),
            )
        case _:
            return ()


def year_checks(component: Component, node: int) -> tuple[Check, ...]:
    """The first and last year of a date, which stand at its field of the year or with the other rules."""
    fields = table(table(component, "fields"), "year")
    found: list[Check] = []
    for rule, key, sign in (("minYear", "rule.minimum", 1), ("maxYear", "rule.maximum", -1)):
        limit = number(table(component, "validate"), rule) or number(fields, rule)
        if limit:

            def test(value: object, limit: float = limit, sign: int = sign) -> bool:
                return sign * _year(str(value)) >= sign * limit

            found.append(Check(rule, Outside(Judged(node, test)), key, {"n": f"{limit:g}"}))
    return tuple(found)


def _year(value: str) -> float:
    """The year of `05/2026`, `2026-05` and `2026`."""
    return _number(value.rpartition("/")[2].partition("-")[0])


def needs_yes(component: Component, node: int) -> tuple[Check, ...]:
    """A box that is required has to be ticked: 'no' is no answer to it."""
    if not yes(table(component, "validate"), "required"):
        return ()
    own = text(word(table(component, "validate"), "customMessage"))
    return (Check("required", Outside(Judged(node, bool)), "problem.required", message=own),)


def _judged(judge: Callable[[str], bool], value: object) -> bool:
    return judge(str(value))


def _within(test: Callable[[object, float], bool], limit: float, value: object) -> bool:
    return test(value, limit)


def _readable(pattern: str) -> None:
    try:
        found_in("", pattern)
    except ExpressionError as error:
        if error.reason == "pattern":
            raise UnusableError(FormProblem("#", "form.pattern", {"pattern": pattern[:100]})) from None


def _whole(value: str, pattern: str) -> bool:
    """Whether the whole text fits. A pattern that takes too long refuses the answer."""
    try:
        return matches(value, pattern)
    except ExpressionError:
        return False


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0


def _ticked(value: object) -> int:
    return sum(map(bool, value.values())) if isinstance(value, dict) else 0
