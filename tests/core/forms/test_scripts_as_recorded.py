# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts give what the reference engine gave for the same forms and data (recorded from @formio/core)."""

import json
from typing import Any

import pytest

from core.forms.definition import AnswerType
from core.forms.submission_json import to_formio
from kiosk.scripting.process import ScriptProcess
from replay.formio_filling import Filling, place_of, questions_of
from replay.formio_leaves import alike, leaves
from tests.support.form_scripts import scripted
from tests.support.recorded_fillings import called, recorded

RECORDED = recorded("scripts")


@pytest.mark.parametrize("one", RECORDED, ids=called)
def test_a_script_gives_what_the_reference_engine_gave(one: dict[str, Any], engine: ScriptProcess) -> None:
    filling = Filling(scripted(engine, *one["components"]))
    filling.put(one["input"])
    entry = filling.entry
    asked = {place_of(entry.tree, found): found for found in questions_of(entry)}
    assert sorted(place for place, found in asked.items() if not entry.relevant(found.path)) == one["hidden"]
    wrong = [(place, entry.problem(found.path)) for place, found in asked.items()]
    found_wrong = {place: problem.rule for place, problem in wrong if problem is not None}
    assert found_wrong == {error["path"]: error["rule"] for error in one["errors"]}
    wanted, sent = dict(leaves(one["data"])), dict(leaves(json.loads(to_formio(entry))["data"]))
    for place in wanted.keys() | sent.keys():
        if place not in one["hidden"]:
            assert alike(wanted.get(place), sent.get(place)), place


def test_the_words_of_a_rule_are_those_of_the_form(engine: ScriptProcess) -> None:
    one = next(found for found in RECORDED if found["name"] == "valid or words" and found["errors"])
    filling = Filling(scripted(engine, *one["components"]))
    filling.put(one["input"])
    (problem,) = filling.entry.problems()
    assert problem.message is not None
    said = filling.entry.text(problem.message, filling.entry.form.default_language).text
    assert said == one["errors"][0]["message"]


def test_what_was_recorded_runs_scripts_of_every_kind() -> None:
    kinds = {name for one in RECORDED for part in one["components"] for name in part}
    assert {"calculateValue", "customConditional", "validate"} <= kinds
    assert all(part["type"] != AnswerType.NOTE.value for one in RECORDED for part in one["components"])
    assert len(RECORDED) >= 45
