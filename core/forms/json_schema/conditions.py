# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of an object's schema that hold under a condition, and what each condition looks at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.forms.built import TRUE
from core.forms.expression.tree import Binary, Expression, Operator
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.parts import listed, members, merged, required


@dataclass(frozen=True, slots=True)
class When:
    """A part of an object's schema that holds under a condition: that a schema fits, or does not."""

    condition: Schema
    wanted: bool
    part: Schema


@dataclass(frozen=True, slots=True)
class Condition:
    """Under which a part is asked, and the nodes that it reads."""

    test: Expression
    reads: tuple[int, ...]


ALWAYS: Final = Condition(TRUE, ())


def both(outer: Condition, inner: Condition) -> Condition:
    """The condition that two hold."""
    if outer is ALWAYS or inner is ALWAYS:
        return inner if outer is ALWAYS else outer
    return Condition(Binary(Operator.AND, outer.test, inner.test), outer.reads + inner.reads)


_NEVER: Final[Schema] = {"not": {}}

_OF_MEMBERS: Final = frozenset({"properties", "required"})
_INSIDE: Final = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else")
_SAY_NOTHING: Final = frozenset(
    {"type", "title", "description", "$comment", "$schema", "$id", "default", "examples"}
)


def conditions(schema: Schema) -> Sequence[When]:
    """The parts of an object's schema that hold under a condition, dependencies among them."""
    found: list[When] = []
    for one in (schema, *listed(schema.get("allOf"))):
        test = _as_table(one.get("if"))
        if test is not None:
            for name, wanted in (("then", True), ("else", False)):
                part = one.get(name)
                if isinstance(part, dict):
                    found.append(When(test, wanted, merged(part)))
    for keyword in ("dependencies", "dependentSchemas", "dependentRequired"):
        several = schema.get(keyword)
        for name, part in several.items() if isinstance(several, dict) else ():
            test = {"required": [name]}
            if isinstance(part, list):
                found.append(When(test, True, {"required": part}))
            elif isinstance(part, dict):
                found.extend(_dependent(name, test, merged(part)))
    return found


def mentioned(condition: Schema, there: frozenset[str]) -> frozenset[str]:
    """The names of the members on which a condition depends; of `there` all, where it counts or matches names."""
    found = {*members(condition), *required(condition)}
    for name in _INSIDE:
        inner = condition.get(name)
        for one in (inner, *listed(inner)):
            if isinstance(one, dict):
                found |= mentioned(one, there)
    known = _OF_MEMBERS.union(_INSIDE, _SAY_NOTHING)
    return frozenset(found if condition.keys() <= known else found | there)


def made_by(part: Schema) -> frozenset[str]:
    """The names of the members that a part may bring, at once or under conditions of its own."""
    found = set(members(part))
    for when in conditions(part):
        found |= made_by(when.part)
    return frozenset(found)


def in_turn(several: Sequence[When], there: frozenset[str]) -> tuple[Sequence[When], Sequence[When]]:
    """The conditions, each behind those that bring the members it looks at; then those that wait for each other."""
    waiting = list(several)
    found: list[When] = []
    while waiting:
        coming = frozenset().union(*[made_by(when.part) for when in waiting]) - there
        held = [when for when in waiting if _looks_at(when, there) & coming]
        ready = [when for when in waiting if when not in held]
        if not ready:
            break
        found.extend(ready)
        there |= frozenset().union(*[made_by(when.part) for when in ready])
        waiting = held
    return found, waiting


def _looks_at(when: When, there: frozenset[str]) -> frozenset[str]:
    inner = [_looks_at(one, there) for one in conditions(when.part)]
    return mentioned(when.condition, there) | (frozenset().union(*inner) - members(when.part).keys())


def _as_table(condition: object) -> Schema | None:
    """A condition as a table of keywords: `true` is one without any."""
    if isinstance(condition, bool):
        return {} if condition else _NEVER
    return condition if isinstance(condition, dict) else None


def _dependent(name: str, test: Schema, part: Schema) -> Sequence[When]:
    """A dependency on a value is written as alternatives that each fix the value of the member depended on."""
    found: list[When] = [When(test, True, part)] if members(part) or required(part) else []
    # `merged` leaves a choice of an `allOf` where it stands.
    choices = [listed(choice.get("oneOf")) for choice in (part, *listed(part.get("allOf")))]
    for one in (one for of in choices for one in of):
        own = members(one).get(name)
        if own is not None:
            rest = {key: value for key, value in members(one).items() if key != name}
            condition = {"required": [name], "properties": {name: own}}
            found.append(When(condition, True, {**merged(one), "properties": rest}))
    return found
