# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays what Form.io's own engine said of recorded data: mistakes, hidden parts and the data that results."""

import json

import pytest

from core.forms.definition import Form
from core.forms.formio.loading import load
from core.ids import FormId
from replay import formio
from replay.findings import Findings
from replay.formio import Replay
from replay.formio_defined import fits
from replay.formio_definitions import around, definition, recordings, types
from replay.formio_silence import Silence
from replay.listing import kept, rows
from replay.reasons import Reasons
from tests.support.corpora import corpora

LEAST = 99.0
"""Per cent of the comparisons that are to be equal."""


@pytest.fixture(scope="module")
def found() -> Findings:
    return formio.replay(corpora())


def test_forms_are_filled_as_the_reference_engine_filled_them(found: Findings) -> None:
    print(f"{found.opened} opened, {found.scenarios} filled, {found.equal} of {found.steps} equal")
    assert [(one.form, one.respect, one.place) for one in found.unexplained] == []
    assert found.equal >= found.steps * LEAST / 100
    assert found.opened >= 81
    assert set(found.compared) == {"asked", "rule", "defined", "data"}


def test_forms_that_are_refused_say_why(found: Findings) -> None:
    assert all("form." in why for why in found.refused.values())


def test_nothing_is_without_an_opinion_that_the_engine_knows(found: Findings) -> None:
    """What is not compared is told by types and scripts of the forms alone, and stays little."""
    assert len(found.beyond) <= 20
    assert {one.respect for one in found.beyond} == {"rule", "data"}
    assert found.equal >= 0.99 * (found.steps + len(found.beyond))
    known = Silence({"a": frozenset({"number"}), "b": frozenset({"simplenumber"})}, frozenset({"c"}))
    assert known.of_rule("problem.decimal", "a", calculated=False) == ""
    assert known.of_rule("problem.decimal", "l[0].b", calculated=False)
    assert known.of_rule("problem.required", "b", calculated=False) == ""
    assert known.of_data("c", None, "5", calculated=False)
    assert known.of_data("c", "4", "5", calculated=True) == ""
    assert known.of_data("b", "1", 2, calculated=False) == ""


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("simpleemailadvanced", "ana@example.org", "ana@example"),
        ("simplenumber", "99.5", "2020-05-06"),
        ("navDatepicker", "2024-02-29", "2023-02-29"),
        ("monthPicker", "2026-11", "2026-13"),
        ("year", "1951", "51"),
        ("bankAccount", "8601 11 17947", "8601 11 17948"),
        ("orgNr", "889 640 782", "889 640 783"),
        ("fnrfield", "01010750160", "01010750161"),
        ("bsn", "111222333", "111222334"),
        ("licenseplate", "AB-12-CD", "AB12CD"),
        ("iban", "NO93 8601 1117 947", "NO93 8601 1117 948"),
    ],
)
def test_a_type_that_the_engine_does_not_know_is_judged_by_its_definition(
    kind: str, good: str, bad: str
) -> None:
    assert (fits(kind, good), fits(kind, bad), fits(kind, ""), fits("textfield", bad)) == (
        True,
        False,
        None,
        None,
    )


def test_every_difference_stands_in_the_committed_list(found: Findings) -> None:
    assert rows(found) == kept(found.format)


def test_every_reason_is_needed(found: Findings) -> None:
    seen = {(one.form, one.respect) for one in found.differences}
    reasons = {form: those for form, those in Reasons.read().forms.items() if form.startswith("formio/")}
    assert {
        (form, respect) for form, those in reasons.items() for one in those for respect in one.respects
    } - seen == set()


@pytest.mark.parametrize(
    ("part", "other", "respect"),
    [
        (b'"required": true', b'"required": false', "rule"),
        (b'"show": true', b'"show": false', "asked"),
        (b'"type": "year"', b'"type": "textfield"', "defined"),
    ],
)
def test_a_form_that_is_judged_otherwise_is_noticed(part: bytes, other: bytes, respect: str) -> None:
    findings = Findings("Form.io")
    for recorded in [one for one in recordings(corpora()) if one["sample"] == 0]:
        source = definition(corpora(), recorded["form"], recorded["pointer"])
        form = load(source.replace(part, other), FormId("f")) if part in source else None
        if isinstance(form, Form):
            document = json.loads(source)
            Replay(form, around(document), types(document), recorded, Reasons({}), findings).run()
    assert [one for one in findings.unexplained if one.respect == respect]
