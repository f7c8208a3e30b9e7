# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions that no answers can bring up are found, and none that some answers can."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

import pytest

from core.forms import reach
from core.forms.definition import Form
from core.forms.formio.loading import load
from core.forms.reach import never_asked
from core.ids import FormId
from tests.support import small_forms
from tests.support.form_filling import begun
from tests.support.formio_forms import one
from tests.support.random_forms import edited, random_form, random_schema

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def chosen(name: str, kind: str = "select1") -> str:
    items = "".join(f"<item><label>{value}</label><value>{value}</value></item>" for value in "xyz")
    return f'<{kind} ref="/data/{name}"><label>{name}</label>{items}</{kind}>'


def found(relevant: str, extra: str = "", instance: str = "<a/><m/><t/><q/>") -> list[str]:
    form = small_forms.form(
        instance,
        f'<bind nodeset="/data/q" relevant="{relevant}"/>{extra}',
        chosen("a") + chosen("m", "select") + small_forms.inputs("t", "q"),
    )
    return [str(path) for path in never_asked(form, NOW)]


@pytest.mark.parametrize(
    "relevant",
    [
        "false()",
        "1 = 2",
        "/data/a = 'w'",
        "/data/a = 'x' and /data/a = 'y'",
        "selected(/data/m, 'x') and not(selected(/data/m, 'x'))",
        "count-selected(/data/m) &gt; 3",
        "/data/a = 'x' and count(/data/a) = 0",
    ],
)
def test_a_question_that_no_answers_bring_up_is_found(relevant: str) -> None:
    assert found(relevant) == ["/data/q"]


@pytest.mark.parametrize(
    "relevant",
    [
        "true()",
        "/data/a = 'x'",
        "/data/a = ''",
        "/data/a = 'x' and selected(/data/m, 'y') and not(selected(/data/m, 'x'))",
        "/data/t = 'w'",
        "/data/t &gt; 5 and /data/t &lt; 3",
        "today() &gt; '2099-01-01'",
        "random() &gt; 2",
        "date('x') = 1",
    ],
)
def test_nothing_is_said_of_what_may_be_asked_or_cannot_be_counted(relevant: str) -> None:
    assert found(relevant) == []


@pytest.mark.parametrize(
    "rule",
    [
        """<bind nodeset="/data/a" calculate="'w'"/>""",
        '<bind nodeset="/data/a" jr:preload="date" jr:preloadParams="today"/>',
        '<setvalue ref="/data/a" event="odk-instance-first-load" value="/data/t"/>',
    ],
)
def test_what_is_filled_by_the_form_itself_is_not_counted(rule: str) -> None:
    assert found("/data/a = 'w'", rule) == []


def test_what_a_form_begins_with_counts_as_an_answer() -> None:
    assert found("/data/a = 'w'", instance="<a>w</a><m/><t/><q/>") == []


def test_a_group_and_its_question_are_judged_together() -> None:
    form = small_forms.form(
        "<a/><g><q/></g>",
        """<bind nodeset="/data/g" relevant="/data/a = 'x'"/><bind nodeset="/data/g/q" relevant="/data/a = 'y'"/>""",
        chosen("a") + '<group ref="/data/g"><input ref="/data/g/q"><label>q</label></input></group>',
    )
    assert never_asked(form, NOW) == ("/data/g/q",)


def test_an_answer_that_is_hidden_itself_is_tried_too() -> None:
    hidden = """<bind nodeset="/data/a" relevant="/data/t = 'x'"/>"""
    assert found("count(/data/a) = 0", hidden) == []
    assert found("count(/data/a) = 0") == ["/data/q"]


def test_a_condition_of_form_io_on_a_choice_that_is_gone_is_found() -> None:
    radio = one("radio", "a", values=[{"label": "X", "value": "x"}, {"label": "Y", "value": "y"}])
    shown = [
        one("textfield", key, conditional={"show": True, "when": "a", "eq": key}) for key in ("x", "old")
    ]
    form = load(json.dumps({"components": [radio, *shown]}).encode(), FormId("f"))
    assert isinstance(form, Form)
    assert never_asked(form, NOW) == ("/data/old",)


def test_a_search_ends_within_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "ALL_TRIES", 3)
    assert found("/data/a = 'w'") == []


@pytest.mark.parametrize("made", [random_form, random_schema])
def test_no_question_that_was_ever_asked_is_called_unreachable(made: Callable[[int], Form]) -> None:
    for seed in range(40):
        form, chance = made(seed), Random(seed)
        never = set(never_asked(form, NOW))
        entry = begun(form)
        for _ in range(30):
            asked = {one.path for one in entry.pages()}
            assert not never & asked, f"seed {seed}"
            entry = edited(entry, chance)
