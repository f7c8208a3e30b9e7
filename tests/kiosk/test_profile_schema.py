# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schema takes what the program takes, and refuses what it refuses, key by key."""

import copy
import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kiosk.profile.file import SHIPPED, load, shipped
from kiosk.profile.model import Kind, Profile
from kiosk.profile.schema import profile_schema

VALUES: tuple[Any, ...] = ("", "a\nb", "x" * 201, -1, 1e9, True, [], ["same", "same"], {}, {"no such key": 1})
BETWEEN_KEYS = {
    "authorities",
    "catalogue",
    "origins",
    "map",
    "emblem",
    "places",
    "private",
    "recovery_key",
    "trusted_keys",
    "office_language",
}
"""What these may hold depends on other keys, on files, or on arithmetic that a schema has no words for."""


def tables(name: str) -> dict[str, Any]:
    return tomllib.loads((SHIPPED / f"{name}.toml").read_text("utf-8"))


def schema_of(values: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(profile_schema(Kind(values["kind"])))


def places(values: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    entries: Sequence[tuple[str | int, Any]] = ()
    if isinstance(values, dict):
        entries = list(values.items())
    elif isinstance(values, list):
        entries = list(enumerate(values))
    for key, value in entries:
        yield (*path, key)
        yield from places(value, (*path, key))


def with_value(values: dict[str, Any], path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(values)
    inner: Any = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed


def written(values: Any) -> str:
    """TOML, all in one line for each key: JSON's strings, numbers and lists are TOML's too."""
    if isinstance(values, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {written(value)}" for key, value in values.items()) + "}"
    if isinstance(values, list):
        return "[" + ", ".join(map(written, values)) + "]"
    return json.dumps(values, ensure_ascii=False)


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_profiles_fit_their_schema(name: str) -> None:
    values = tables(name)
    schema = schema_of(values)
    schema.check_schema(schema.schema)
    assert [error.message for error in schema.iter_errors(values)] == []


@pytest.mark.parametrize("name", shipped())
def test_schema_and_program_agree_on_each_key_whatever_stands_there(name: str, tmp_path: Path) -> None:
    values = tables(name)
    schema = schema_of(values)
    tried = refused = 0
    for path in places(values):
        if path == ("kind",) or BETWEEN_KEYS & set(map(str, path)):
            continue
        for value in VALUES:
            changed = with_value(values, path, value)
            file = tmp_path / "changed.toml"
            file.write_text("".join(f"{key} = {written(one)}\n" for key, one in changed.items()), "utf-8")
            takes = isinstance(load(str(file)), Profile)
            assert schema.is_valid(changed) is takes, (path, value)
            tried, refused = tried + 1, refused + (not takes)
    assert tried > 400
    assert tried > refused > 200


@pytest.mark.parametrize("key", ["town", "screen", "languages", "catalogue"])
def test_what_is_missing_is_missed_by_both(key: str) -> None:
    values = tables("town-hall-kiosk")
    del values[key]
    assert not schema_of(values).is_valid(values)


def test_every_key_has_a_default_or_is_required() -> None:
    def left(schema: dict[str, Any], path: str = "") -> list[str]:
        found = []
        for key, one in schema["properties"].items():
            inner = one.get("items", one)
            if "properties" in inner:
                found += left(inner, f"{path}{key}.")
            elif "default" not in one and "const" not in one and key not in schema.get("required", ()):
                found.append(path + key)
        return found

    # A counter that is not named is not shown; a town without other names has one for all languages.
    assert left(profile_schema(Kind.KIOSK)) == ["town.names", "town.counter", "town.notices"]
