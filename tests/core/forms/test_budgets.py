# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""No input makes an engine exceed its budget: random schemas, UI schemas and rules end soon, whatever they say."""

import json
import time
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.json_schema.loading import load as load_schema
from core.forms.problems import FormProblems
from core.forms.submission_json import to_json
from core.forms.xforms import load as load_xform
from core.ids import FormId
from tests.support.form_filling import begun
from tests.support.random_forms import edited
from tests.support.small_forms import inputs, source

SECONDS: Final = 10.0
"""The most processor time that one input may take to open and to be pressed a few times; the dearest takes two."""

# fmt: off
SCHEMA_WORDS: Final = (
    "type", "properties", "required", "items", "enum", "const", "oneOf", "anyOf", "allOf", "not", "if",
    "then", "else", "dependencies", "dependentSchemas", "title", "description", "default", "minimum",
    "maximum", "minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "uniqueItems",
    "$ref", "readOnly",
)
# fmt: on
# fmt: off
UI_WORDS: Final = (
    "type", "elements", "scope", "label", "rule", "effect", "condition", "conditions", "schema", "options",
    "detail", "text", "items", "ui:order", "ui:widget", "ui:options", "ui:title", "ui:help", "ui:field",
    "ui:enumNames", "ui:enumDisabled", "ui:readonly", "addable", "multi", "format", "readonly",
)
# fmt: on
NAMES: Final = ("a", "b", "c")
VALUES: Final = (
    *(
        "string",
        "integer",
        "boolean",
        "object",
        "array",
        "null",
        "date",
        "email",
        "^(a+)+$",
        "a",
        "b",
        "*",
        "#",
    ),
    *(
        "#/properties/a",
        "#/properties/b",
        "#/$defs/x",
        "Control",
        "VerticalLayout",
        "Group",
        "SHOW",
        "HIDE",
        "AND",
    ),
    *("hidden", "textarea", True, False, None, 0, 1, -1, 1e308, 10**40, "", "\x00", "é" * 50),
)


def random_json(chance: Random, words: Sequence[str], depth: int) -> object:
    """A JSON value made of the words of a standard, so that it is read further than to its first member."""
    kind = chance.random()
    if depth == 0 or kind < 0.3:
        return chance.choice(VALUES)
    if kind < 0.45:
        return [random_json(chance, words, depth - 1) for _ in range(chance.randint(0, 4))]
    keys = chance.sample((*words, *NAMES), chance.randint(1, 5))
    return {key: random_json(chance, words, depth - 1) for key in keys}


def spoilt(chance: Random, document: object, words: Sequence[str]) -> object:
    """A document with some parts put otherwise."""
    if chance.random() < 0.03:
        return random_json(chance, words, 3)
    if isinstance(document, dict):
        return {
            key: spoilt(chance, value, words) for key, value in document.items() if chance.random() > 0.01
        }
    if isinstance(document, list):
        return [spoilt(chance, value, words) for value in document]
    return document


SCHEMA: Final = {
    "type": "object",
    "properties": {
        "a": {"type": "string", "minLength": 2, "pattern": "^a*$"},
        "b": {"enum": ["x", 1, None]},
        "c": {
            "type": "array",
            "items": {"type": "object", "properties": {"a": {"type": "integer"}}},
            "minItems": 1,
        },
    },
    "required": ["a"],
    "allOf": [
        {"if": {"properties": {"a": {"const": "x"}}}, "then": {"properties": {"d": {"type": "boolean"}}}}
    ],
    "dependencies": {"b": ["a"]},
}
LAYOUT: Final = {
    "type": "VerticalLayout",
    "elements": [
        {"type": "Control", "scope": "#/properties/a", "options": {"multi": True}},
        {
            "type": "Group",
            "label": "G",
            "elements": [{"type": "Control", "scope": "#/properties/b"}],
            "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/a", "schema": {"minLength": 1}}},
        },
        {
            "type": "Control",
            "scope": "#/properties/c",
            "options": {"detail": {"type": "VerticalLayout", "elements": []}},
        },
    ],
}
TABLE: Final = {
    "ui:order": ["b", "*"],
    "a": {"ui:widget": "textarea", "ui:help": "h"},
    "b": {"ui:enumDisabled": [1]},
    "c": {"items": {"a": {"ui:widget": "hidden"}}, "ui:options": {"addable": False}},
}


def pressed(form: Form, chance: Random) -> Entry:
    entry = begun(form)
    for _ in range(5):
        entry = edited(entry, chance) if entry.questions() else entry
    entry.problems()
    return entry


def schemas(seeds: range) -> None:
    opened = 0
    for seed in seeds:
        chance = Random(seed)
        schema = spoilt(chance, SCHEMA, SCHEMA_WORDS)
        ui = spoilt(chance, chance.choice((LAYOUT, TABLE)), UI_WORDS)
        began = time.process_time()
        form = load_schema(json.dumps(schema).encode(), FormId("f"), json.dumps(ui).encode())
        if isinstance(form, Form):
            to_json(pressed(form, chance))
            opened += 1
        else:
            assert form.problems
        assert time.process_time() - began < SECONDS, seed
    assert opened > len(seeds) // 8


def expression(chance: Random, depth: int) -> str:
    """A rule that is well formed and as dear as it comes."""
    if depth == 0:
        return chance.choice(("/data/b", "1", "'ab'", "instance('x')/root/n", "today()"))
    inner = [expression(chance, depth - 1) for _ in range(2)]
    shapes = (
        "count({0}[{1}])",
        "sum({0})",
        "concat({0}, {1})",
        "{0} = {1}",
        "{0} + {1}",
        "instance('x')/root/n[. != {0}]",
        "if({0}, {1}, {0})",
        "regex({0}, '(a|a)*$')",
        "join(',', {0})",
        "string-length({0}) &gt; {1}",
        "translate({0}, 'a', {1})",
        "substr({0}, 1, 3)",
        "randomize({0})",
        "checklist(1, 2, {0}, {1})",
        "digest({0}, 'SHA-256')",
    )
    return chance.choice(shapes).format(*inner)


def rules(seeds: range) -> None:
    values = "".join(f"<n>{place}</n>" for place in range(500))
    instance = f'<instance id="x"><root>{values}</root></instance>'
    opened = 0
    for seed in seeds:
        chance = Random(seed)
        binds = "".join(
            f'<bind nodeset="/data/{name}" {rule}="{expression(chance, 5)}"/>'
            for name, rule in (("c", "calculate"), ("d", "relevant"), ("a", "constraint"))
        )
        began = time.process_time()
        whole = source("<a/><b/><c/><d/>", binds, inputs("a", "b", "d"))
        form = load_xform(whole.replace(b"</model>", f"{instance}</model>".encode()))
        if isinstance(form, FormProblems):
            assert form.problems
            continue
        pressed(form, chance)
        opened += 1
        assert time.process_time() - began < SECONDS, seed
    assert opened > len(seeds) // 8


@pytest.mark.parametrize(("engine", "count"), [(schemas, 80), (rules, 10)])
def test_no_input_takes_long(engine: Callable[[range], None], count: int) -> None:
    engine(range(count))


@pytest.mark.long
@pytest.mark.parametrize(("engine", "count"), [(schemas, 10_000), (rules, 2_000)])
def test_no_input_of_very_many_takes_long(engine: Callable[[range], None], count: int) -> None:
    engine(range(count))
