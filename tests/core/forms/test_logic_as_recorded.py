# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON logic and what turns in components do what the reference engine did (recorded from @formio/core)."""

import json
from typing import Any

import pytest

from core.forms.entry import Entry
from core.forms.submission_json import to_formio
from kiosk.scripting.process import ScriptProcess
from replay.formio_definitions import around
from replay.formio_filling import Filling, place_of, questions_of
from replay.formio_leaves import alike, leaves
from tests.support.form_scripts import scripted
from tests.support.recorded_fillings import called, recorded

RECORDED = recorded("logic")


@pytest.mark.parametrize("one", RECORDED, ids=called)
def test_it_does_what_the_reference_engine_did(one: dict[str, Any], engine: ScriptProcess) -> None:
    filling = Filling(scripted(engine, *one["components"]))
    filling.put(one["input"])
    entry = filling.entry
    asked = {place_of(entry.tree, found): found for found in questions_of(entry)}
    gone = {place for place, found in asked.items() if not entry.relevant(found.path)}
    assert gone == {place for place in asked if _is_gone(place, one)}
    wrong = [(place, entry.problem(found.path)) for place, found in asked.items()]
    found_wrong = {place: _rule(problem.rule, problem.key) for place, problem in wrong if problem is not None}
    assert found_wrong == {error["path"]: error["rule"] for error in one["errors"]}
    wanted, sent = dict(leaves(one["data"])), dict(leaves(json.loads(to_formio(entry))["data"]))
    for place in (wanted.keys() | sent.keys()) - filling.aside:
        # What is disabled is nobody's to write; the recording was given an answer to it.
        assert alike(wanted.get(place), sent.get(place)), place
    for place, turned in one["turned"].items():
        found = asked[place]
        assert turned.get("disabled", False) is entry.readonly(found.path)
        assert _plain(turned.get("label", place)) == _said(entry, found.label)
        if "description" in turned:
            assert turned["description"] == _said(entry, found.hint)


def _is_gone(place: str, one: dict[str, Any]) -> bool:
    """Whether the engine hid a component or one around it. What begins hidden is told by no condition."""
    key = place.rpartition(".")[2]
    hides = {part["key"] for part in one["components"] if part.get("hidden") and key not in one["data"]}
    return bool({key, *around(one["components"])[key][0]} & {*one["hidden"], *hides})


def _rule(rule: str, key: str) -> str:
    return rule or key.removeprefix("problem.")


def _plain(words: str) -> str:
    return words.replace("<b>", "").replace("</b>", "")


def _said(entry: Entry, message: Any) -> str:
    return entry.text(message, entry.form.default_language).text


def test_the_words_of_a_rule_are_those_of_the_form(engine: ScriptProcess) -> None:
    one = next(found for found in RECORDED if found["name"] == "logic judges" and found["errors"])
    filling = Filling(scripted(engine, *one["components"]))
    filling.put(one["input"])
    (problem,) = filling.entry.problems()
    assert _said(filling.entry, problem.message) == one["errors"][0]["message"]


def test_what_was_recorded_has_every_trigger_and_every_action() -> None:
    rules = [rule for one in RECORDED for part in one["components"] for rule in part.get("logic", ())]
    triggers = {rule["trigger"]["type"] for rule in rules}
    assert triggers == {"simple", "json", "javascript", "event"}
    actions = {action["type"] for rule in rules for action in rule["actions"]}
    assert actions == {"property", "value", "mergeComponentSchema", "customAction"}
    assert len(RECORDED) >= 60
