# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choices that a Form.io form has from elsewhere: taken as they were fetched, refused where they wait for answers."""

import json

import pytest

from core.forms.definition import Choice
from core.forms.formio.loading import load
from core.forms.problems import FormProblems
from core.ids import FormId
from tests.support.formio_forms import Component, answered, one, opened, refused, sent

CITIES = [{"name": "Port Amity", "code": {"id": 7}}, {"name": "Fair & Square", "code": "8"}, {"name": "None"}]


def by_url(**rest: object) -> Component:
    return {**one("select", dataSrc="url", data={"url": "https://a.example/list"}), **rest}


@pytest.mark.parametrize(
    ("component", "construct"),
    [
        (by_url(filter="country={{ data.b }}"), "choices that are asked for anew with each answer"),
        (by_url(data={"url": "/list/{{ data.b }}"}), "choices that are asked for anew with each answer"),
        (
            by_url(data={"url": "/list", "headers": [{"key": "x", "value": "{{data.b}}"}]}),
            "choices that are asked for anew with each answer",
        ),
        (by_url(data={"url": "/list", "method": "post"}), "choices that are asked for by POST"),
        (by_url(data={"url": "list.json"}), "choices from url without a whole address"),
        (by_url(data={}), "choices from url without a whole address"),
        (one("select", dataSrc="resource", data={}), "choices from resource without a whole address"),
        (by_url(reference=True), "choices that are kept as references to submissions"),
        (by_url(template="{{ item.name | upper }}"), "template: {{ item.name | upper }}"),
        (by_url(template="{{ item['constructor'] }}"), "template: {{ item['constructor'] }}"),
        (by_url(template="{% for a in item %}a{% endfor %}"), "template"),
        (one("select", dataSrc="custom", data={"custom": "values = []"}), "choices from custom"),
        (one("select", dataSrc="json", data={"json": "["}), "choices from json that is no JSON"),
        (one("select", dataSrc="json", data={"json": "{}"}), "choices from json that is no list"),
    ],
)
def test_what_cannot_be_had_before_there_are_answers_is_refused_by_name(
    component: Component, construct: str
) -> None:
    (said,) = refused(component)
    assert said.startswith(construct)


def test_a_list_that_was_not_fetched_is_told_with_its_address() -> None:
    found = load(json.dumps({"components": [by_url()]}).encode(), FormId("f"))
    assert isinstance(found, FormProblems)
    (problem,) = found.problems
    assert (problem.place, problem.key) == ("/data/a", "form.choices_not_fetched")
    assert problem.values == {"address": "https://a.example/list"}


def test_choices_of_an_earlier_author_do_not_stand_for_the_list_that_was_fetched() -> None:
    data = {
        "url": "/list",
        "values": [{"label": "Old", "value": "old"}],
        "fetched": [{"label": "New", "value": {"id": 7}}],
    }
    entry = opened(by_url(data=data))
    assert labels(entry.form.questions[0].choices) == ["New"]
    assert sent(answered(entry, {"a": "1"})) == {"a": {"id": 7}}


def test_a_list_in_the_form_itself_is_read_by_its_template_and_value() -> None:
    component = one(
        "select",
        dataSrc="json",
        data={"json": json.dumps({"rows": CITIES})},
        selectValues="rows",
        valueProperty="code",
        template="<span>{{ item.name }}</span>",
    )
    entry = opened(component)
    # What has no value is no choice.
    assert labels(entry.form.questions[0].choices) == ["Port Amity", "Fair & Square"]
    assert sent(answered(entry, {"a": "1"})) == {"a": {"id": 7}}
    assert sent(answered(entry, {"a": "2"})) == {"a": 8}


def labels(choices: tuple[Choice, ...]) -> list[str]:
    return ["".join(map(str, one.label.versions[0].parts)) for one in choices]
