# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens, answers and sends a form made of a JSON Schema; names in answers have __ for a slash."""

import json
from typing import Any

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.json_schema.loading import load
from core.forms.problems import FormProblems
from core.forms.submission_json import to_json
from core.ids import FormId, QuestionPath
from tests.support.form_filling import begun

Schema = dict[str, Any]


def opened(properties: Schema, **rest: object) -> Entry:
    schema = {"type": "object", "properties": properties, **rest}
    form = load(json.dumps(schema).encode(), FormId("f"))
    assert isinstance(form, Form), form
    return begun(form)


def refused(schema: object) -> list[tuple[str, str]]:
    found = load(json.dumps(schema).encode(), FormId("f"))
    assert isinstance(found, FormProblems)
    return [(one.key, one.values.get("construct", "")) for one in found.problems]


def answered(entry: Entry, **answers: str) -> Entry:
    for name, raw in answers.items():
        entry = entry.answer(QuestionPath("/data/" + name.replace("__", "/")), raw)
    return entry


def sent(entry: Entry) -> object:
    return json.loads(to_json(entry))
