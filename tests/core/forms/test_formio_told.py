# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Units, times of the day, pages and proofs of a Form.io definition: carried out, told of, or refused by name."""

import pytest

from core.forms.problems import Fate, FormProblem
from core.ids import Language
from kiosk.authoring.problem_words import in_words
from tests.support.formio_forms import answered, one, opened, refused, told


@pytest.mark.parametrize(
    ("more", "label"),
    [
        ({"suffix": "hrs"}, "A (hrs)"),
        ({"prefix": "EUR", "suffix": "<b>a month</b>"}, "A (EUR … a month)"),
        ({"suffix": '<i class="fa fa-clock"></i>'}, "A"),
        ({}, "A"),
    ],
)
def test_what_stands_beside_a_field_is_said_with_its_label(more: dict[str, str], label: str) -> None:
    entry = opened(one("number", **more))
    assert entry.text(entry.questions()[0].label, Language("en")).text == label


def problems(limits: dict[str, str], given: str) -> list[tuple[str, dict[str, str]]]:
    entry = answered(opened(one("time", validate=limits)), {"a": given})
    return [(problem.key, dict(problem.values)) for problem in entry.problems()]


def test_a_time_keeps_within_its_limits() -> None:
    limits = {"minTime": "09:00:00", "maxTime": "17:30"}
    assert problems(limits, "08:59:00") == [("rule.first_time", {"time": "09:00"})]
    assert problems(limits, "17:31:00") == [("rule.last_time", {"time": "17:30"})]
    assert problems(limits, "09:00:00") == problems(limits, "17:30:00") == []
    assert problems({"minTime": "09:00"}, "23:59:00") == []


def test_a_time_may_lie_over_midnight() -> None:
    night = {"minTime": "22:00", "maxTime": "06:00"}
    assert problems(night, "23:00:00") == problems(night, "05:59:00") == []
    assert [key for key, _ in problems(night, "12:00:00")] == ["rule.first_time"]


def test_a_limit_that_is_no_time_is_refused() -> None:
    assert refused(one("time", validate={"minTime": "soon"})) == ["validate.minTime"]
    assert refused(one("number", validate={"maxTime": "10:00"})) == ["validate.maxTime"]


def test_a_page_that_chooses_the_next_one_is_told() -> None:
    page = {"type": "panel", "key": "p", "title": "P", "components": [one("textfield")]}
    assert told({**page, "nextPage": "q"}) == [("nextPage", Fate.NO_EFFECT)]
    assert told(page) == []


def test_lists_that_would_be_fetched_anew_are_told() -> None:
    values = {"values": [{"label": "X", "value": "x"}]}
    assert told(one("select", data=values, refreshOn="z", clearOnRefresh=True)) == [
        ("refreshOn", Fate.NO_EFFECT),
        ("clearOnRefresh", Fate.NO_EFFECT),
    ]


@pytest.mark.parametrize("proof", ["recaptcha", "captcha", "reCAPTCHA"])
def test_a_proof_that_only_a_browser_makes_refuses_the_form(proof: str) -> None:
    (found,) = refused(one("textfield", "z"), one(proof))
    assert found == proof.lower()
    said = in_words(FormProblem("/data/a", "form.unsupported", {"construct": found}))
    assert "is made in a browser alone" in said


def test_a_file_that_goes_to_a_place_of_its_platform_says_which() -> None:
    file = one("file", storage="s3")
    assert told(file) == [("file (storage: s3)", Fate.LEFT_OUT)]
    assert refused({**file, "validate": {"required": True}}) == ["file (storage: s3)"]
