# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a form of a profile's schema, with the values of one profile in it, in the languages that are offered."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from core.catalogue import EMPTY, Catalogue
from core.form_languages import joined
from core.forms.asked import plain_path
from core.forms.definition import AnswerType, Form
from core.forms.entry import Entry
from core.forms.json_schema.loading import load
from core.ids import FormId, Language, QuestionPath, SubmissionId
from i18n.messages import Messages
from kiosk.profile.model import Kind
from kiosk.profile.schema import profile_schema
from kiosk.profile_editing import services
from kiosk.profile_editing.groups import ORDER, ROOT, SECRET, UNITS, WHOLE
from kiosk.profile_editing.words import IN_LANGUAGES, titled

FORM: Final = FormId("profile")
Values = Mapping[str, Any]
Schema = dict[str, Any]


IN_ACCESS: Final = ("endpoint", "key", "way", "user", "authorities")
"""In this order they are asked for."""


def schema_for(values: Values, kind: Kind, catalogue: Catalogue = EMPTY) -> Schema:
    """The schema of the settings that stand in the file, their values as defaults, in the order of the groups.

    `catalogue` is the town's list of services, as far as it is known.
    """
    whole = profile_schema(kind)
    there = {key: one for key, one in whole["properties"].items() if key != "kind"}
    order = sorted(there, key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
    whole["properties"] = {key: there[key] for key in order}
    whole["required"] = [key for key in whole["required"] if key in there]
    access = whole["properties"]["access"]["items"]
    access["properties"] = {key: access["properties"][key] for key in IN_ACCESS}
    return _with_values(services.chosen_from(whole, values, catalogue), values, "")


def _with_values(schema: Schema, values: Values, place: str) -> Schema:
    found = dict(schema)
    found["properties"] = {}
    for key, given in schema["properties"].items():
        here = f"{place}.{key}" if place else key
        value = values.get(key)
        one = _in_languages(given, value) if here in IN_LANGUAGES else dict(given)
        if "properties" in one:
            found["properties"][key] = _with_values(one, value if isinstance(value, dict) else {}, here)
            continue
        if here in WHOLE:
            one["type"] = "integer"
        if one.get("type") == "array" and "enum" not in one["items"]:
            # What a list holds is put into it entry by entry.
            one.pop("default", None)
        elif value is not None:
            one["default"] = value
        if isinstance(number := one.get("default"), float) and number.is_integer():
            one["default"] = int(number)
        found["properties"][key] = one
    return found


def _in_languages(schema: Schema, value: object) -> Schema:
    """A text of the town's: once for each language, or in one text where the file has that."""
    text, several = schema["anyOf"]
    chosen: Schema = text if isinstance(value, str) and value else several
    return dict(chosen)


def form_of(schema: Schema, languages: Sequence[str], catalogue: Catalogue = EMPTY) -> Form:
    """The form, in these languages of the program. TypeError for a schema that makes none, which would be a bug."""
    spoken = []
    secret = {key.rpartition(".")[0]: key.rpartition(".")[2] for key in SECRET}
    ui = {key: {"items": {one: {"ui:widget": "password"}}} for key, one in secret.items()}
    for tag in languages:
        texts = Messages.load(tag)
        words = services.named(titled(schema, texts), catalogue, texts)
        form = load(json.dumps(words).encode(), FORM, json.dumps(ui).encode())
        if not isinstance(form, Form):
            raise TypeError(f"the schema of a profile makes no form: {form.problems}")
        spoken.append((Language(tag), form))
    return joined(spoken)


def begun(form: Form, values: Values, submission: SubmissionId, now: datetime) -> Entry:
    """The form with the values of a profile in it."""
    entry = Entry.begin(form, submission, now.date(), now)
    for key in ("origins", "access"):
        entry = _listed(entry, f"{ROOT}/{key}", values.get(key))
    for table, key in (
        ("start", "featured"),
        ("files", "folders"),
        ("staff", "command"),
        ("paper", "trusted_keys"),
        *(("services", key) for key in services.LISTS),
    ):
        inner = values.get(table)
        entry = _listed(entry, f"{ROOT}/{table}/{key}", inner.get(key) if isinstance(inner, dict) else None)
    return entry


def _listed(entry: Entry, path: str, values: object) -> Entry:
    """The entries of a list, one by one."""
    adding = QuestionPath(f"{path}[+]")
    if not isinstance(values, list) or all(one.path != adding for one in entry.questions()):
        return entry
    present = len(entry.instances(adding))
    for number, value in enumerate(values, 1):
        if number > present:
            entry = entry.add(adding)
        for name, one in value.items() if isinstance(value, dict) else (("", value),):
            there = QuestionPath(f"{path}[{number}]/{name}" if name else f"{path}[{number}]")
            entry = _given(entry, there, one)
    return entry


def _given(entry: Entry, path: QuestionPath, value: object) -> Entry:
    question = next((one for one in entry.questions() if one.path == path), None)
    if question is None:
        return entry
    if question.type is AnswerType.SELECT_ONE:
        values = entry.form.shapes[entry.tree.origin(question.node)].values
        raw = next((token for token, one in values.items() if one == value), "")
        return entry.answer(path, raw)
    return entry.answer(path, str(value))


def units_of(schema: Schema) -> dict[QuestionPath, str]:
    """The name of each setting's unit, by question."""
    named = ((path, str(one.get("description", ""))) for path, one in _leaves(schema))
    return {path: UNITS.get(unit, unit) for path, unit in named if unit}


def safe_of(schema: Schema) -> dict[QuestionPath, str]:
    """What is advised for each number that has limits, by question."""
    return {
        path: f"{one['default']:g}"
        for path, one in _leaves(schema)
        if one.get("type") in ("number", "integer") and "default" in one
    }


def _leaves(schema: Schema, path: str = ROOT) -> list[tuple[QuestionPath, Schema]]:
    found: list[tuple[QuestionPath, Schema]] = []
    for key, one in schema["properties"].items():
        here = f"{path}/{key}"
        found += _leaves(one, here) if "properties" in one else [(QuestionPath(here), one)]
    return found


def setting_of(path: str) -> str:
    """The key in the file of a question: `delays.warning`, and `access.key` for any entry of a list."""
    return plain_path(QuestionPath(path)).removesuffix("[+]").removeprefix(f"{ROOT}/").replace("/", ".")
