# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes components of Form.io; opens, answers and sends the form that they make, or tells why there is none."""

import json
from typing import Any

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.formio.loading import load
from core.forms.problems import Fate, FormProblems
from core.forms.submission_json import to_formio
from core.ids import FormId, QuestionPath
from tests.support.form_filling import begun

Component = dict[str, Any]


def one(type_: str, key: str = "a", **rest: object) -> Component:
    return {"type": type_, "key": key, "label": key.upper(), "input": True, **rest}


def opened(*components: Component) -> Entry:
    form = load(json.dumps({"title": "T", "components": components}).encode(), FormId("f"))
    assert isinstance(form, Form), form
    return begun(form)


def refused(*components: Component) -> list[str]:
    found = load(json.dumps({"components": components}).encode(), FormId("f"))
    assert isinstance(found, FormProblems)
    return [problem.values.get("construct", problem.key) for problem in found.problems]


def answered(entry: Entry, answers: dict[str, str]) -> Entry:
    for name, raw in answers.items():
        entry = entry.answer(QuestionPath(f"/data/{name}"), raw)
    return entry


def sent(entry: Entry) -> object:
    return json.loads(to_formio(entry))["data"]


def answers(entry: Entry) -> object:
    """What is sent, but for what is asked and was not answered."""
    return entry.json()


def told(*components: Component) -> list[tuple[str, Fate]]:
    notes = opened(one("textfield", "z"), *components).form.notes
    return [(note.construct, note.fate) for note in notes]


VALUES = [{"label": "Yes", "value": "ja"}, {"label": "No", "value": "nei"}]
