# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts two schemas together of which both hold: keyword by keyword, and where a reference has keywords beside it."""

from collections.abc import Mapping
from typing import Final

Schema = Mapping[str, object]

_LEAST: Final = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
_MOST: Final = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
_BY_NAME: Final = frozenset({"dependencies", "dependentRequired", "dependentSchemas"})

_WORDS: Final = frozenset({"title", "description"})
_OF_DOCUMENT: Final = frozenset({"$schema", "$id", "id", "version"})
_SAYING: Final = (
    _WORDS
    | _OF_DOCUMENT
    | {"$comment", "default", "examples", "readOnly", "writeOnly", "deprecated", "enumNames"}
)
"""Keywords that forbid nothing: the ones nearest to the place count."""

_MEANT_TOGETHER: Final = frozenset(
    {"if", "then", "else", "items", "prefixItems", "additionalItems", "unevaluatedItems", "contains"}
    | {"minContains", "maxContains", "properties", "patternProperties", "additionalProperties"}
    | {"unevaluatedProperties"}
)
"""Keywords whose meaning depends on those beside them."""

_BEFORE_2019: Final = ("draft-03", "draft-04", "draft-05", "draft-06", "draft-07")


def both_hold(key: str, before: object, value: object) -> object:
    """The value of a keyword that two schemas have; the later one where there is no value for both."""
    match before, value:
        case dict(), dict() if key == "properties":
            return {**before, **{name: _member(before, name, one) for name, one in value.items()}}
        case dict(), dict() if key in _BY_NAME:
            return {**before, **value}
        case list(), list() if key == "required":
            return [*before, *[one for one in value if one not in before]]
        case list(), list() if key == "allOf":
            return [*before, *value]
        case list(), list() if key == "enum":
            return [one for one in before if one in value] or value
        case bool(), _:
            return value
        case ((int() | float()), (int() | float())) if key in _LEAST | _MOST:
            return max(before, value) if key in _LEAST else min(before, value)
        case _:
            return value


def laid_over(outer: Schema, inner: Schema) -> Schema:
    """The schema for two of which both hold: of a keyword that both have, the inner one where there is no value for
    both. The outer one's choices hold beside the inner one's."""
    clashing = [{name: outer[name]} for name in ("oneOf", "anyOf") if name in outer and name in inner]
    found = {**outer, "allOf": clashing} if clashing and "allOf" not in outer else {**outer}
    if clashing and "allOf" in outer:
        found["allOf"] = both_hold("allOf", outer["allOf"], clashing)
    return {
        **found,
        **{key: both_hold(key, found[key], one) if key in found else one for key, one in inner.items()},
    }


def _member(before: Mapping[str, object], name: str, value: object) -> object:
    """The schema of a member that both have."""
    there = before.get(name, value)
    if there == value or there is True:
        return value
    if not isinstance(there, dict) or value is False:
        return False
    return {"allOf": [there, value]} if isinstance(value, dict) else there


def ignores_siblings(dialect: str) -> bool:
    """Whether a schema of this `$schema` means nothing by what stands beside a `$ref` (draft-07, 8.3, and before)."""
    return any(draft in dialect for draft in _BEFORE_2019)


def words_alone(beside: Schema) -> Schema:
    """What of the keywords beside a reference is for people, or about the document: it decides about no answer."""
    return {key: value for key, value in beside.items() if key in _WORDS | _OF_DOCUMENT}


def with_beside(target: Schema, beside: Schema) -> Schema:
    """The schema for what a reference leads to and the keywords beside it (2020-12, 8.2.3.1): both hold."""
    ruling = beside.keys() - _SAYING
    clash = any(key in target and target[key] != beside[key] for key in ruling)
    if not clash and not (_MEANT_TOGETHER & ruling and _MEANT_TOGETHER & target.keys()):
        return {**target, **beside}
    led_to = {key: value for key, value in target.items() if key not in _SAYING or key not in beside}
    inside = beside.get("allOf")
    return {**beside, "allOf": [led_to, *(inside if isinstance(inside, list) else ())]}
