# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules that an Open Forms server tells within a submission become rules of the form that is kept."""

import copy
import json
from typing import Any

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.formio.loading import load
from core.ids import FormId, Language, QuestionPath
from core.ports import CachedForm
from kiosk.form_doors import open_form
from services.boundary import Failure
from services.definition_forms import DefinitionForms
from services.documents import Json
from services.http import Http
from services.open_forms.forms import DAY, source
from services.open_forms.rules import with_rules
from services.open_forms.steps import Members
from services.origins import Origins
from services.published_forms import FormsNews
from tests.support.agency_worlds import LIMITS
from tests.support.form_filling import begun
from tests.support.formio_forms import one
from tests.support.sandbox_town import RunningTown

FORM = FormId("market-stall")
API = "/social-security/open-forms/api/v2"
FOOD: Members = {"==": [{"var": ["kind"]}, "food"]}


def action(type_: str, key: str = "gas", member: str = "hidden", state: Json = False) -> dict[str, Any]:
    property_ = {"value": member, "type": "bool"}
    return {"component": key, "action": {"type": type_, "property": property_, "state": state}}


def rule(*actions: dict[str, Any], trigger: Json = None) -> Members:
    return {"jsonLogicTrigger": FOOD if trigger is None else trigger, "actions": [*actions]}


def panels() -> list[Json]:
    group = {**one("fieldset", "more"), "components": [one("textfield", "gas", hidden=True)]}
    return [{"type": "panel", "key": "p", "components": [one("textfield", "kind"), group]}]


def ruled(*rules: Members) -> Entry:
    made = panels()
    assert with_rules(made, [*rules]) == ""
    form = load(json.dumps({"components": made}).encode(), FormId("f"))
    assert isinstance(form, Form), form
    return begun(form)


def after(entry: Entry, kind: str) -> tuple[list[str], list[str]]:
    done = entry.answer(QuestionPath("/data/kind"), kind)
    return [page.path for page in done.pages()], [problem.path for problem in done.problems()]


def test_a_rule_shows_and_requires_what_it_names() -> None:
    shows, needs = action("property"), action("property", member="validate.required", state=True)
    entry = ruled(rule(shows, needs))
    assert after(entry, "goods") == (["/data/kind"], [])
    assert after(entry, "food") == (["/data/kind", "/data/gas"], ["/data/gas"])


def test_a_rule_hides_a_whole_group_and_gives_values() -> None:
    gives: dict[str, Any] = {
        "variable": "gas",
        "action": {"type": "variable", "value": {"cat": ["wood", "!"]}},
    }
    entry = ruled(rule(action("property")), rule(gives)).answer(QuestionPath("/data/kind"), "food")
    assert entry.raw(QuestionPath("/data/gas")) == "wood!"
    hides = ruled(rule(action("property")), rule(action("property", "more", state=True)))
    assert after(hides, "food") == (["/data/kind"], [])


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (rule(action("property"), trigger={"var": "auth.value"}), "a rule about auth.value"),
        (rule({"formStepUuid": "x", "action": {"type": "disable-next"}}), "a rule that does disable-next"),
        (rule({"action": {"type": "step-not-applicable"}}), "a rule that does step-not-applicable"),
        (rule(action("property", member="label", state="x")), "a rule that does property"),
        (rule(action("property", "nowhere")), "a rule that does property"),
        (rule({}), "a rule that does nothing"),
        (rule({"action": {"type": "property", "property": {"value": [1]}}}), "a rule that does property"),
    ],
)
def test_what_cannot_be_carried_out_is_named(rules: Members, told: str) -> None:
    assert with_rules(panels(), [rules]) == told


class Forms:
    """What a courier knows of the town's forms, at a time that a test sets."""

    def __init__(self, town: RunningTown) -> None:
        self.town, self.now = town, 0.0
        http = Http(Origins.of([town.url]), LIMITS)
        self._forms = DefinitionForms(http, source(http, lambda: self.now), (Language("en"),))

    def news(self, *known: CachedForm) -> FormsNews:
        found = self._forms.refresh(self.town.url + API, frozenset({FORM}), known, 0.0)
        assert isinstance(found, FormsNews), found
        return found

    def begun(self) -> int:
        return sum(one["endpoint"] == "session" for one in self.town.traffic())


def test_a_form_that_is_fetched_follows_its_servers_rules(town: RunningTown) -> None:
    (kept,) = Forms(town).news().changed
    form = open_form(kept.source)
    assert isinstance(form, Form), form
    entry = begun(form)
    for answer, asked in (("1", True), ("2", False)):
        done = entry.answer(QuestionPath("/data/kind"), answer)
        assert ("/data/gas" in [page.path for page in done.pages()]) is asked
        assert ("/data/gas" in [problem.path for problem in done.problems()]) is asked


def test_a_submission_is_begun_for_the_rules_once_a_day_only(town: RunningTown) -> None:
    forms = Forms(town)
    (kept,) = forms.news().changed
    assert forms.begun() == 1
    assert forms.news(kept).changed == ()
    assert forms.begun() == 1
    forms.now = DAY
    assert forms.news(kept).changed == ()
    assert forms.begun() == 2


def test_a_form_whose_rules_are_not_told_leaves_the_one_that_is_kept(town: RunningTown) -> None:
    town.order("status-before-commit", agency="social-security", endpoint="session", count=1, status=500)
    found = Forms(town)._forms.refresh(town.url + API, frozenset({FORM}), (), 0.0)
    assert not isinstance(found, FormsNews)
    assert found.kind is Failure.BAD_ANSWER
    assert town.applications() == []


def test_the_rules_leave_what_was_fetched_as_it_was() -> None:
    made = panels()
    before = copy.deepcopy(made)
    with_rules(copy.deepcopy(made), [rule(action("property"))])
    assert made == before
