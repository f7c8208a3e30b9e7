# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conditions of one value: a check for each keyword, so that a person hears which of them is not met."""

from collections.abc import Mapping

from core.forms.binds import Check
from core.forms.expression.tree import Outside
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.rules import FORMATS, ValueFits, validator_for

_KEYS: Mapping[str, str] = {
    "minLength": "rule.min_length",
    "maxLength": "rule.max_length",
    "pattern": "rule.pattern",
    "minimum": "rule.minimum",
    "maximum": "rule.maximum",
    "exclusiveMinimum": "rule.above",
    "exclusiveMaximum": "rule.below",
    "multipleOf": "rule.multiple",
    "minItems": "rule.min_choices",
    "maxItems": "rule.max_choices",
}
_FORMATS: Mapping[str, str] = {
    "email": "rule.email",
    "idn-email": "rule.email",
    "uri": "rule.url",
    "url": "rule.url",
}
_ONLY = ("const", "enum")
_OTHERS = ("not", "anyOf", "oneOf", "contains")


def checks_of(schema: Schema, node: int, dialect: str) -> tuple[Check, ...]:
    """The checks of a value's schema, in the order in which they are told. `dialect` is the document's `$schema`."""
    found: list[Check] = []
    for keyword, key in _KEYS.items():
        value = schema.get(keyword)
        if value is None:
            continue
        part = {keyword: value}
        if isinstance(value, bool):
            # Draft-04 says with `exclusiveMinimum: true` how `minimum` is meant.
            bound = "minimum" if keyword == "exclusiveMinimum" else "maximum"
            if not value or bound not in schema:
                continue
            part, value = {keyword: value, bound: schema[bound]}, schema[bound]
        found.append(_check(keyword, part, node, dialect, key, {"n": _shown(value)}))
    form = schema.get("format")
    if (
        isinstance(form, str)
        and form in FORMATS.checkers
        and form not in ("date", "time", "date-time", "regex")
    ):
        found.append(_check("format", {"format": form}, node, dialect, _FORMATS.get(form, "rule.format"), {}))
    found.extend(
        _check(keyword, {keyword: schema[keyword]}, node, dialect, "problem.constraint", {})
        for keyword in _OTHERS
        if keyword in schema and not (keyword in ("anyOf", "oneOf") and "enum" in schema)
    )
    return tuple(found)


def checks_under_condition(schema: Schema, node: int, dialect: str) -> tuple[Check, ...]:
    """As `checks_of`, for a value that is asked anyway: here `const` and `enum` make no choices, they narrow them."""
    only = [
        _check(keyword, {keyword: schema[keyword]}, node, dialect, "problem.constraint", {})
        for keyword in _ONLY
        if keyword in schema
    ]
    return (*only, *checks_of(schema, node, dialect))


def _check(rule: str, part: Schema, node: int, dialect: str, key: str, values: Mapping[str, str]) -> Check:
    return Check(rule, Outside(ValueFits(validator_for(part, dialect), node)), key, values)


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
