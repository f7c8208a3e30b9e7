# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a part of a schema asks for: an object, a list or a value; it makes no form of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from core.forms.json_schema.documents import Schema
from core.forms.json_schema.together import both_hold, laid_over


class Asks(Enum):
    """What a part of a schema asks for."""

    OBJECT = "object"
    LIST = "list"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    TRUTH = "truth"
    CONSTANT = "constant"
    NOTHING = "nothing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values to choose from, with the text for people."""

    value: object
    title: str


_CONDITION = frozenset({"if", "then", "else"})
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-\s]+")


def merged(schema: Schema) -> Schema:
    """The schema with what its `allOf` says on top, as far as keywords can be put together.

    Members and what is required add up, a member that is said again is what both say, and of two limits the narrower
    counts; of any other keyword the last one does. Conditions and choices between objects are left in `allOf`.
    """
    several = listed(schema.get("allOf"))
    parts = [{key: value for key, value in one.items() if key not in _CONDITION} for one in several]
    rest: list[Schema] = [
        {key: value for key, value in one.items() if key in _CONDITION} for one in several if "if" in one
    ]
    found: dict[str, object] = {key: value for key, value in schema.items() if key != "allOf"}
    for part in map(merged, parts):
        rest.extend(listed(part.get("allOf")))
        between = _between(part)
        if between:
            rest.append({key: part[key] for key in ("title", between) if part.get(key)})
        for key, value in part.items():
            before = found.get(key)
            if key not in ("allOf", between) and not (key in ("title", "description") and before):
                found[key] = both_hold(key, before, value) if key in found else value
    if rest:
        found["allOf"] = rest
    return _without_null(found)


def _without_null(schema: Schema) -> Schema:
    """`null` or something else is something else that needs no answer."""
    for name in ("oneOf", "anyOf"):
        several = listed(schema.get(name))
        real = [one for one in several if one.get("type") != "null"]
        if len(real) == 1 and len(several) == 2:
            return laid_over({key: one for key, one in schema.items() if key != name}, merged(real[0]))
    return schema


def listed(value: object) -> list[Schema]:
    """The schemas of a list; what is none is left out."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def members(schema: Schema) -> Mapping[str, Schema]:
    """The members of an object and their schemas; `true` stands for anything."""
    found = schema.get("properties")
    if not isinstance(found, dict):
        return {}
    return {
        str(name): one if isinstance(one, dict) else {} for name, one in found.items() if one is not False
    }


def required(schema: Schema) -> frozenset[str]:
    """The names of the members that an object needs (draft-04 to 2020-12)."""
    found = schema.get("required")
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()


def asks(schema: Schema) -> Asks:
    """What a part asks for. `null` beside another type only says that there may be no answer."""
    if "const" in schema:
        return Asks.CONSTANT
    if options(schema):
        return Asks.CHOICE
    kinds = [one for one in _types(schema) if one != "null"]
    if not kinds and "null" in _types(schema):
        return Asks.NOTHING
    if alternatives(schema):
        return Asks.OBJECT
    if not kinds:
        kinds = _guessed(schema)
    if len(kinds) > 1:
        # What may be a text or something else is a text to a person who types it.
        return Asks.TEXT if "string" in kinds else Asks.UNKNOWN
    match kinds[0]:
        case "object":
            return Asks.OBJECT
        case "array":
            items = schema.get("items")
            return Asks.CHOICES if isinstance(items, dict) and options(items) else Asks.LIST
        case "string":
            return Asks.TEXT
        case "number":
            return Asks.NUMBER
        case "integer":
            return Asks.INTEGER
        case "boolean":
            return Asks.TRUTH
        case "":
            return Asks.TEXT
        case _:
            return Asks.UNKNOWN


def options(schema: Schema) -> Sequence[Option]:
    """The values to choose from: `enum`, or `oneOf`/`anyOf` of constants with titles."""
    found = schema.get("enum")
    if isinstance(found, list):
        names = schema.get("enumNames")
        titles = [str(one) for one in names] if isinstance(names, list) and len(names) == len(found) else None
        shown = [titles[place] if titles else _shown(one) for place, one in enumerate(found)]
        return [Option(one, title) for one, title in zip(found, shown, strict=True) if one is not None]
    for name in ("oneOf", "anyOf"):
        parts = listed(schema.get(name))
        values = [_constant(one) for one in parts]
        if parts and all(values):
            return [option for option in values if option is not None]
    return []


def alternatives(schema: Schema) -> Sequence[tuple[str, Sequence[Schema]]]:
    """Each choice between objects, `oneOf` or `anyOf` with members: the schema's own, and those of its `allOf`.

    The words that ask which are empty where there are none.
    """
    several = (schema, *(part for part in listed(schema.get("allOf")) if "if" not in part))
    return [
        (str(one.get("title") or "").strip(), tuple(map(merged, listed(one[name]))))
        for one in several
        if (name := _between(one))
    ]


def _between(schema: Schema) -> str:
    """The keyword of a schema that lets one of several objects be filled in; empty for none."""
    for name in ("oneOf", "anyOf"):
        objects = listed(schema.get(name))
        if len(objects) > 1 and all(members(merged(one)) for one in objects):
            return name
    return ""


def is_nameless(schema: Schema) -> bool:
    """Whether an object takes members that only a pattern, or nothing, names."""
    patterns, more = schema.get("patternProperties"), schema.get("additionalProperties")
    return bool(isinstance(patterns, dict) and patterns) or (isinstance(more, dict) and bool(more))


def says_its_kind(schema: Schema) -> bool:
    """Whether a part says anything of its value: `{}` takes all there is, and so does what is no schema at all."""
    return bool(options(schema) or alternatives(schema) or _types(schema)) or _guessed(schema) != [""]


def words(name: str) -> str:
    """A member's name as words, for a schema that gives it no title: `firstName` is `First name`."""
    parts = [part for part in _WORD.split(name) if part]
    text = " ".join(part if part.isupper() else part.lower() for part in parts)
    return text[:1].upper() + text[1:]


def _types(schema: Schema) -> list[str]:
    found = schema.get("type")
    if isinstance(found, list):
        return [str(one) for one in found]
    return [found] if isinstance(found, str) else []


def one_kind(schema: Schema) -> object:
    """What each entry of a list is; None where they are told apart by their places.

    Schemas of older drafts write a list of objects as `items: [{...}]`, and mean every entry by the first.
    """
    items = schema.get("items")
    if not isinstance(items, list):
        return items
    alone = len(items) == 1 and schema.get("additionalItems") is not False
    return items[0] if alone and isinstance(items[0], dict) and _types(items[0]) == ["object"] else None


def _guessed(schema: Schema) -> list[str]:
    """The types of a schema that names none; an empty name where anything will do."""
    if "properties" in schema or "required" in schema:
        return ["object"]
    if "items" in schema:
        return ["array"]
    if any(name in schema for name in ("pattern", "minLength", "maxLength", "format")):
        return ["string"]
    if any(name in schema for name in ("minimum", "maximum", "multipleOf")):
        return ["number"]
    several = [*listed(schema.get("oneOf")), *listed(schema.get("anyOf"))]
    inner = schema.get("not")
    if isinstance(inner, dict):
        several.append(inner)
    found = [kind for one in several for kind in _types(one) or _types_of_values(one)]
    return list(dict.fromkeys(found)) or [""]


_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", dict: "object", list: "array"}


def _types_of_values(schema: Schema) -> list[str]:
    values = schema.get("enum")
    several = values if isinstance(values, list) else [schema["const"]] if "const" in schema else []
    return [_JSON_TYPES[type(one)] for one in several if type(one) in _JSON_TYPES]


def _constant(schema: Schema) -> Option | None:
    value = schema.get("const")
    only = schema.get("enum")
    if value is None and isinstance(only, list) and len(only) == 1:
        value = only[0]
    return Option(value, str(schema.get("title") or _shown(value))) if value is not None else None


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
