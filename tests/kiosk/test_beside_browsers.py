# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our forms are compared with the best of the browser peers, on the same work, and what is missing is said."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from bench.dependents import DEPENDENTS
from bench.dependents import chart as answers_chart
from bench.large_forms import fan
from bench.peers.chart import chart
from bench.peers.contender import Found, Took
from bench.peers.contest import OURS, figures
from bench.peers.preparing import MissingError, prepared
from bench.peers.three_forms import DEPENDENT, FIRST, LENGTHS, own_source
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import QuestionPath, SubmissionId

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def _found(name: str, opened: float) -> Found:
    took = Took(opened, shown=opened / 2, judged=opened / 4, memory=100.0, letter=1.0)
    return Found(name, {count: [took, took, took] for count in LENGTHS}, [500.0], [200.0])


def test_ours_stands_beside_the_best_peer_and_each_peer_is_named() -> None:
    shown = list(figures(_found(OURS, 30.0), (_found("Slow", 900.0), _found("Quick", 300.0))))

    opening = next(one for one in shown if one.what == "open a form of 300")
    assert (opening.value, opening.beside, opening.than, opening.met) == (30.0, 300.0, "Quick", True)
    place = shown.index(opening)
    assert [(one.what.strip(), one.value) for one in shown[place + 1 : place + 3]] == [
        ("Slow", 900.0),
        ("Quick", 300.0),
    ]


def test_a_goal_that_is_not_reached_is_missed() -> None:
    shown = figures(_found(OURS, 299.0), (_found("Quick", 300.0),))

    assert next(one for one in shown if one.what == "open a form of 300").met is False


def test_without_peers_ours_is_measured_alone() -> None:
    shown = list(figures(_found(OURS, 30.0), ()))

    assert shown
    assert all(one.beside is None and one.met is None for one in shown)


def test_a_missing_benchmark_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match=str(tmp_path / "nowhere")):
        prepared(tmp_path / "nowhere")


def test_the_chart_has_a_line_with_three_places_for_each() -> None:
    drawn = etree.fromstring(chart((_found(OURS, 30.0), _found("Quick", 300.0))).encode())

    lines = drawn.findall(".//{*}polyline")
    assert [len(line.get("points", "").split()) for line in lines] == [len(LENGTHS)] * 2
    assert {OURS, "Quick"} <= {text.text for text in drawn.findall(".//{*}text")}


def test_the_chart_of_answers_has_a_line_for_each_length() -> None:
    curves = {count: {one: 30.0 * one for one in DEPENDENTS if one < count} for count in LENGTHS}
    drawn = etree.fromstring(answers_chart(curves).encode())

    assert [len(line.get("points", "").split()) for line in drawn.findall(".//{*}polyline")] == [2, 3, 4]


def test_questions_that_depend_are_asked_with_the_answer_and_no_others() -> None:
    form = fan(30, 10)
    entry = Entry.begin(form, SubmissionId("uuid:1"), NOW.date(), NOW)
    assert len(entry.pages()) == 20
    yes = entry.answer(form.questions[0].path, "yes")

    assert yes.pages() == form.questions
    assert yes.answer(form.questions[0].path, "no").pages() == entry.pages()


def test_a_form_of_our_own_asks_its_second_question_after_a_yes() -> None:
    form = load(own_source(30))
    assert isinstance(form, Form)
    entry = Entry.begin(form, SubmissionId("uuid:1"), NOW.date(), NOW)
    second = QuestionPath(f"/data{DEPENDENT}")
    assert not entry.relevant(second)

    assert entry.answer(QuestionPath(f"/data{FIRST}"), "yes").relevant(second)
