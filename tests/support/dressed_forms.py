# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form of a JSON Schema that a UI schema dresses, of whatever kind: opened, refused, with its notes and its words."""

import json
from typing import Any

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.json_schema.loading import load
from core.forms.problems import Fate, FormProblems
from core.ids import FormId, QuestionPath
from tests.support.form_filling import begun

UI = dict[str, Any]
TEXT: UI = {"type": "string"}
FLAG: UI = {"type": "boolean"}
PERSON: UI = {
    "name": TEXT,
    "born": TEXT,
    "member": FLAG,
    "address": {"type": "object", "properties": {"town": TEXT}},
}


def loaded(properties: UI, ui: object, **rest: object) -> Form | FormProblems:
    schema = {"type": "object", "properties": properties, **rest}
    return load(json.dumps(schema).encode(), FormId("f"), json.dumps(ui).encode())


def opened(properties: UI, ui: object, **rest: object) -> Entry:
    form = loaded(properties, ui, **rest)
    assert isinstance(form, Form), form
    return begun(form)


def refused(properties: UI, ui: object, **rest: object) -> list[tuple[str, str]]:
    found = loaded(properties, ui, **rest)
    assert isinstance(found, FormProblems)
    return [(one.place, one.values.get("construct", one.key)) for one in found.problems]


def noted(entry: Entry) -> list[tuple[str, str, Fate]]:
    return [(one.place, one.construct, one.fate) for one in entry.form.notes]


def words(entry: Entry, name: str) -> tuple[str, str]:
    question = entry.question(QuestionPath(f"/data/{name}"))
    language = entry.form.default_language
    return entry.text(question.label, language).text, entry.text(question.hint, language).text
