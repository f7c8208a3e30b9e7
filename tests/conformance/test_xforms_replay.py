# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays how the reference engine filled published forms: questions, texts, verdicts, end state and submission."""

import pytest

from core.forms.definition import Form
from core.forms.xforms import load
from replay import xforms
from replay.findings import Findings
from replay.listing import kept, rows
from replay.reasons import Reasons
from replay.xforms import Replay
from replay.xforms_reading import recordings
from tests.support.corpora import attachments, corpora

LEAST = 99.0
"""Per cent of the comparisons that are to be equal."""


@pytest.fixture(scope="module")
def found() -> Findings:
    return xforms.replay(corpora())


def test_forms_are_filled_as_the_reference_engine_filled_them(found: Findings) -> None:
    print(f"{found.opened} opened, {found.scenarios} filled, {found.equal} of {found.steps} equal")
    assert [(one.form, one.respect, one.place) for one in found.unexplained] == []
    assert found.equal >= found.steps * LEAST / 100
    assert found.scenarios >= 240


def test_every_difference_stands_in_the_committed_list(found: Findings) -> None:
    assert rows(found) == kept(found.format)


def test_every_reason_is_needed(found: Findings) -> None:
    reasons = Reasons.read()
    seen = {(one.form, one.respect) for one in found.differences}
    ours = {form: those for form, those in reasons.forms.items() if form.startswith("xforms/")}
    listed = {(form, respect) for form, those in ours.items() for one in those for respect in one.respects}
    assert listed - seen == set()


def test_a_form_that_is_filled_otherwise_is_noticed() -> None:
    recorded = next(one for one in recordings(corpora()) if one["form"] == "xforms/javarosa/default_test.xml")
    source = (corpora() / recorded["form"]).read_bytes().replace(b"string-value", b"another-value")
    form = load(source)
    assert isinstance(form, Form)
    findings = Findings("XForms")
    Replay(form, recorded, Reasons({}), findings).run()
    assert {"value"} <= {one.respect for one in findings.unexplained}


@pytest.mark.parametrize("kind", ["cycle", "Unknown function"])
def test_what_the_reference_engine_refuses_for_its_rules_is_refused_here(kind: str) -> None:
    marks = {"cycle": "Cycle detected", "Unknown function": "cannot handle function"}
    refused = [one for one in recordings(corpora()) if not one["ok"] and marks[kind] in one["error"]]
    # The engine leaves pulldata() to the program around it.
    refused = [one for one in refused if "pulldata" not in one["error"]]
    assert refused
    for recorded in refused:
        result = load((corpora() / recorded["form"]).read_bytes(), attachments(recorded["form"]))
        assert not isinstance(result, Form), recorded["form"]
        keys = {problem.key for problem in result.problems}
        assert keys & {"form.cycle", "form.function", "form.unsupported", "form.attachment_missing"}, (
            recorded["form"]
        )
