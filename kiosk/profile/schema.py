# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishes what a profile may hold as a JSON Schema (2020-12), for editors and for tools of a town's own.

There is no second list of keys: the reading of a profile is run over tables that note what they are asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Final, TypeVar

from kiosk.profile.file import read_tables
from kiosk.profile.model import Kind
from kiosk.profile.reading import TEXT_CAP, Table

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
ONE_LINE: Final = r"^[^\r\n\t]*$"
ADDRESS: Final = r"^(https://[^#@]+|http://(127\.0\.0\.1|localhost|\[::1\])([:/][^#@]*)?)$"

E = TypeVar("E", bound=Enum)
Schema = dict[str, Any]


def profile_schema(kind: Kind) -> Schema:
    """The schema of a kiosk's profile or of a home's. They have the same keys, and other defaults.

    What one key demands of another (the catalogue's origin among the origins) is told by `kiosk profile check` only.
    """
    table = _Noting({"kind": kind.value})
    read_tables(table, Path("profile.toml"))
    schema = table.schema()
    schema["properties"]["kind"] = {"const": kind.value}
    return {"$schema": DIALECT, "title": f"Civic Kiosk: profile of a {kind.value}", **schema}


@dataclass(slots=True)
class _Noting(Table):
    """A table that notes the keys which it is asked for, and answers with their defaults."""

    noted: dict[str, "Schema | _Noting"] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    required: list[str] = field(default_factory=list)

    def schema(self) -> Schema:
        """What was noted here and beneath."""
        properties: Schema = {}
        for key, one in self.noted.items():
            found = one.schema() if isinstance(one, _Noting) else one
            properties[key] = {"type": "array", "items": found} if key in self.lists else found
        whole: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        needed = [key for key, one in self.noted.items() if isinstance(one, _Noting) and one.required]
        if required := [*self.required, *(key for key in needed if key not in self.lists)]:
            whole["required"] = required
        return whole

    def _note(self, key: str, schema: Schema, default: Any) -> None:
        if default is None:
            self.required.append(key)
        else:
            schema["default"] = default
        self.noted[key] = schema

    def table(self, key: str) -> "_Noting":
        """See `Table`."""
        made = _Noting({})
        self.noted[key] = made
        return made

    def tables(self, key: str) -> "tuple[_Noting, ...]":
        """See `Table`: one, so that its keys are asked for."""
        self.lists.add(key)
        return (self.table(key),)

    def text(self, key: str, default: str | None = None) -> str:
        """See `Table`."""
        self._note(key, _text(), default)
        return default or ""

    def localised(self, key: str, languages: Sequence[str]) -> Any:
        """See `Table`: a text, or one for each language."""
        versions = {tag: _text() for tag in languages}
        several = {"type": "object", "properties": versions, "additionalProperties": False}
        self.noted[key] = {"anyOf": [_text(), several]}
        return Table({}).localised(key, ())

    def number(
        self, key: str, low: float, high: float, default: float | None = None, unit: str = ""
    ) -> float:
        """See `Table`."""
        schema: Schema = {"type": "number", "minimum": low, "maximum": high}
        if unit:
            schema["description"] = unit
        self._note(key, schema, default)
        return low if default is None else default

    def truth(self, key: str, default: bool) -> bool:
        """See `Table`."""
        self._note(key, {"type": "boolean"}, default)
        return default

    def choice(self, key: str, kinds: type[E], default: E | None = None) -> E:
        """See `Table`."""
        given = self.values.get(key)
        self._note(key, {"enum": [one.value for one in kinds]}, default.value if default else None)
        return kinds(given) if given else default or next(iter(kinds))

    def word(self, key: str, words: Sequence[str], default: str | None = None) -> str:
        """See `Table`."""
        self._note(key, {"enum": list(words)}, default)
        return default or words[0]

    def words(
        self, key: str, words: Sequence[str] | None, least: int, default: list[str] | None = None
    ) -> tuple[str, ...]:
        """See `Table`. Where any text is allowed, none is answered: there is nothing to be looked at."""
        items: Schema = {"type": "string"} if words is None else {"enum": list(words)}
        self._note(key, {"type": "array", "items": items, "minItems": least, "uniqueItems": True}, default)
        return tuple(words or ()) if default is None else tuple(default)

    def address(self, key: str) -> str:
        """See `Table`."""
        self._note(key, {**_text(), "pattern": ADDRESS}, None)
        return ""

    def leftovers(self) -> None:
        """See `Table`: nothing is given, so nothing is left."""


def _text() -> Schema:
    return {"type": "string", "maxLength": TEXT_CAP, "pattern": ONE_LINE}
