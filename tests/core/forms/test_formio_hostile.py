# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Form.io definitions that are broken or mean harm: always a form or reasons, never an exception, always soon."""

import json
import random
from typing import Any

import pytest

from core.forms.definition import MOST_INSTANCES, Form
from core.forms.expression.trouble import BudgetExceededError
from core.forms.formio.json_logic import Run, unknown
from core.forms.formio.loading import load
from core.forms.problems import FormProblems
from core.forms.submission_json import to_formio
from core.ids import FormId, QuestionPath
from tests.support.form_filling import begun, fill
from tests.support.formio_forms import one, opened


def nested(depth: int, part: object = None) -> object:
    for _ in range(depth):
        part = {"type": "panel", "key": "p", "components": [part]}
    return part


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (b"", "form.not_json"),
        (b"[" * 200_000, "form.not_json"),
        (b'{"a": "\xff"}', "form.not_json"),
        (b"[]", "form.not_a_form"),
        (b'{"components": {}}', "form.not_a_form"),
        (b'{"components": [1, null, "x"]}', "form.not_a_form"),
        (json.dumps({"components": [nested(100)]}).encode(), "form.too_deep"),
        (json.dumps({"components": [{"type": "button"}] * 20_001}).encode(), "form.too_large"),
    ],
)
def test_what_is_no_form_is_refused(source: bytes, key: str) -> None:
    found = load(source, FormId("f"))
    assert isinstance(found, FormProblems)
    assert found.problems[0].key == key


WRONG: tuple[object, ...] = (None, True, -1, 1e308, "x", "", [], {}, [[]], [{}], {"a": {}}, ["x"], {"key": 1})
MEMBERS = """
type key label title validate conditional values data defaultValue components columns rows questions multiple hidden
fields inputMask clearOnHide description errors html content dataSrc input
"""
INNER = "required minLength pattern show when eq json conditions custom customMessage hide day values"
TYPES = "textfield number select selectboxes day datagrid survey container panel content hidden table x"


def test_members_of_the_wrong_type_never_raise() -> None:
    chance = random.Random(20_261_127)
    opened = 0
    for _ in range(800):
        component: dict[str, Any] = {"type": chance.choice(TYPES.split()), "key": "a", "label": "A"}
        for name in chance.sample(MEMBERS.split(), 4):
            inner = {one: chance.choice(WRONG) for one in chance.sample(INNER.split(), 3)}
            component[name] = chance.choice([*WRONG, inner, [inner]])
        found = load(
            json.dumps({"components": [component, {"type": "email", "key": "z"}]}).encode(), FormId("f")
        )
        if isinstance(found, Form):
            opened += 1
            to_formio(fill(found).entry)
        else:
            assert found.problems
    assert opened > 150


def test_a_rule_that_grows_ends_with_its_budget() -> None:
    rule: object = {"var": "x"}
    for _ in range(12):
        rule = {"map": [[1] * 20, rule]}
    with pytest.raises(BudgetExceededError):
        Run(lambda _name: [1] * 20).value(rule)


def test_a_rule_that_is_too_deep_is_named() -> None:
    rule: object = 1
    for _ in range(80):
        rule = {"!": [rule]}
    assert list(unknown(rule)) == ["a rule that is too deep"]


def test_a_pattern_that_never_ends_refuses_the_answer() -> None:
    component = {"type": "textfield", "key": "a", "validate": {"pattern": "(?:(a|aa)+)+b"}}
    form = load(json.dumps({"components": [component]}).encode(), FormId("f"))
    assert isinstance(form, Form)
    entry = begun(form).answer(QuestionPath("/data/a"), "a" * 60)
    assert [problem.rule for problem in entry.problems()] == ["pattern"]


@pytest.mark.parametrize("far", ["inf", "-inf", "nan", 10**400])
def test_a_number_without_an_end_is_no_limit(far: object) -> None:
    grid = {**one("datagrid", "g", validate={"minLength": far, "maxLength": far}), "components": []}
    tags = one("tags", "t", storeas="array", maxTags=far)
    delta = {"mode": "relativeToVariable", "variable": "now", "delta": {"years": far}}
    entry = opened(grid, tags, one("date", "d", openForms={"minDate": delta}))
    assert {repeat.most for repeat in entry.form.repeats} == {MOST_INSTANCES}
