# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that are JSON Schemas: whether the answers fit one, judged by the `jsonschema` library."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from jsonschema import Draft4Validator, Draft7Validator, Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema.validators import extend
from referencing import Registry

from core.forms.expression.tree import Answered
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.formats import format_checker
from core.forms.json_schema.guarded_keywords import GUARDED, GUARDED_2020_12, SCHEMA_FORMATS

COST = 200
"""Steps that one run counts as."""

FORMATS: Final = format_checker()


class Validator(Protocol):
    """As much of a validator as is used here."""

    def __init__(
        self, schema: Schema, *, format_checker: FormatChecker | None, registry: Registry[Any] = ...
    ) -> None:
        """A validator for a schema; `registry` has the documents that it refers to."""

    @classmethod
    def check_schema(cls, schema: Schema, *, format_checker: FormatChecker) -> None:
        """Raises `SchemaError` for a schema that is none."""

    def is_valid(self, instance: object) -> bool:
        """Whether the instance fits."""

    def iter_errors(self, instance: object) -> Iterator[ValidationError]:
        """Why it does not."""


# The library does not say what its function takes and gives.
_extended: Callable[[type[Validator], Mapping[str, object]], type[Validator]] = extend


USUAL: Final = "http://json-schema.org/draft-07/schema#"
_DRAFT_2020_12 = _extended(Draft202012Validator, GUARDED_2020_12)
_DIALECTS = {
    "draft-04": _extended(Draft4Validator, GUARDED),
    "draft-06": _extended(Draft7Validator, GUARDED),
    "draft-07": _extended(Draft7Validator, GUARDED),
}


def validator_for(schema: Schema, dialect: str) -> Validator:
    """The validator for a schema without references. `dialect` is the document's `$schema`; 2020-12 without one."""
    kind = next((kind for name, kind in _DIALECTS.items() if name in dialect), _DRAFT_2020_12)
    return kind(schema, format_checker=FORMATS)


def dialect_of(schema: Schema) -> str:
    """The `$schema` of a document; without one the draft whose rules it keeps, 2020-12 before those that tools take.

    The tools that show schemas (JSON Forms, react-jsonschema-form) read one that names no draft as draft-07.
    """
    named = str(schema.get("$schema") or "")
    older = not named and broken(schema, "") and not broken(schema, USUAL)
    return USUAL if older else named


def broken(schema: Schema, dialect: str) -> str:
    """Where a schema breaks the rules for schemas (its metaschema), as a JSON pointer; empty for a sound one."""
    kind = next((kind for name, kind in _DIALECTS.items() if name in dialect), _DRAFT_2020_12)
    try:
        kind.check_schema(schema, format_checker=SCHEMA_FORMATS)
    except SchemaError as error:
        return "#/" + "/".join(map(str, error.absolute_path))
    return ""


@dataclass(frozen=True, slots=True)
class Fits:
    """Whether the answers beside a node fit a schema, such as that of an `if`.

    `members` are the nodes of the members that the schema asks for, by their names: only these are looked at, so that
    a rule depends on no more than it says. A member has a node for each condition that brings it; the answer counts
    of the first that has one.
    """

    validator: Validator
    members: Mapping[str, Sequence[int]]
    reads: tuple[int, ...]
    cost: int = field(default=COST)

    def run(self, answered: Answered) -> bool:
        """Whether they fit."""
        found: dict[str, object] = {}
        for name, nodes in self.members.items():
            values = (answered.whole(node) for node in nodes)
            value = next((one for one in values if one is not None), None)
            if value is not None:
                found[name] = value
        return self.validator.is_valid(found)


@dataclass(frozen=True, slots=True)
class ValueFits:
    """Whether one answer fits a schema. No answer always does: whether one is needed is another rule."""

    validator: Validator
    node: int
    cost: int = field(default=COST)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answer."""
        return (self.node,)

    def run(self, answered: Answered) -> bool:
        """Whether it fits."""
        value = answered.json(self.node)
        return value is None or self.validator.is_valid(value)


@dataclass(frozen=True, slots=True)
class WholeFits:
    """What the whole schema says of a filled form: what no question alone can show, such as `uniqueItems`."""

    validator: Validator
    member: str = ""

    def problems(self, instance: object) -> list[tuple[tuple[str | int, ...], str]]:
        """The places of what does not fit, with the keyword. A root that is no object is judged once it is there."""
        above: tuple[str, ...] = ()
        if self.member:
            if not isinstance(instance, dict) or self.member not in instance:
                return []
            instance, above = instance[self.member], (self.member,)
        return [
            ((*above, *error.absolute_path), str(error.validator))
            for error in self.validator.iter_errors(instance)
        ]
