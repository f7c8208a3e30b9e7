# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evidence is judged strictly: what failed, is missing or is known to be wrong is never claimed."""

from dataclasses import replace
from pathlib import Path

import pytest

from conformance.criteria import chapter, in_order
from conformance.evidence import Evidence, joined, read, written
from conformance.openacr import report
from conformance.requirements import (
    HOW_MANY,
    LEFT_BEHIND,
    OF_MACHINES,
    known,
    left_behind,
    lockdown,
    requirements,
)
from conformance.verdicts import Level, judged, overclaimed, verdicts, worst

SEEN = requirements()["SEE-01"]


def test_a_machine_has_a_list_of_its_own_that_no_criterion_stands_on() -> None:
    assert list(lockdown()) == [f"K-{number:02}" for number in range(1, OF_MACHINES + 1)]
    assert list(left_behind()) == [f"E-{number:02}" for number in range(1, LEFT_BEHIND + 1)]
    machine = {**lockdown(), **left_behind()}
    assert not [one.id for one in machine.values() if one.criteria]
    claimed = {"K-03": Evidence(partly={"a": "the package closes consoles"})}
    assert overclaimed(claimed, {}) != []
    assert overclaimed({}, claimed) == []
    assert {one.requirement.id for one in verdicts({}, machine)} == set(known()) - set(requirements())


def test_there_are_eighty_requirements_and_each_answers_to_criteria_of_the_catalogue() -> None:
    assert len(requirements()) == HOW_MANY
    counts = [
        sum(name.startswith(group) for name in requirements()) for group in ("SEE", "OPR", "SPK", "AT-")
    ]
    assert counts == [14, 18, 13, 10]
    for one in requirements().values():
        assert one.severity in ("blocker", "major", "minor"), one.id
        assert one.layer in ("core", "window", "outside", "trip", "machine"), one.id
        assert one.criteria, one.id
        assert all(chapter(number) for number in one.criteria), one.id


@pytest.mark.parametrize(
    ("evidence", "level"),
    [
        (Evidence(), Level.NOT_TESTED),
        (Evidence(frozenset({"a"})), Level.SUPPORTS),
        (Evidence(frozenset({"a"}), {"b": "one service"}), Level.SUPPORTS),
        (Evidence(partly={"b": "one service"}), Level.PARTIALLY),
        (Evidence(frozenset({"a"}), gaps=frozenset({"tiles in Arabic"})), Level.PARTIALLY),
        (Evidence(frozenset({"a"}), failed=frozenset({"c"})), Level.PARTIALLY),
        (Evidence(failed=frozenset({"c"})), Level.DOES_NOT_SUPPORT),
    ],
)
def test_a_claim_is_never_higher_than_what_was_shown(evidence: Evidence, level: Level) -> None:
    verdict = judged(SEEN, evidence)
    assert verdict.level is level
    assert bool(verdict.reasons) is (level in (Level.PARTIALLY, Level.DOES_NOT_SUPPORT))


def test_a_requirement_of_parts_is_shown_by_all_of_them_and_a_gap_stays_whatever_passes() -> None:
    halves = replace(SEEN, parts=("left", "right"))
    one, both = Evidence(partly={"a": "left"}), Evidence(partly={"a": "left", "b": "right"})
    assert judged(halves, both).level is Level.SUPPORTS
    assert judged(halves, one).level is Level.PARTIALLY
    assert judged(halves, one).reasons == ("not shown by this run: right",)
    assert judged(halves, Evidence(frozenset({"whole"}))).level is Level.PARTIALLY
    assert judged(halves, Evidence()).level is Level.NOT_TESTED
    known = replace(halves, gaps=("upside down",))
    assert judged(known, both).level is Level.PARTIALLY
    assert judged(known, both).reasons == ("upside down",)


def test_a_test_that_failed_once_has_failed() -> None:
    runs = [{"SEE-01": Evidence(frozenset({"a"}))}, {"SEE-01": Evidence(failed=frozenset({"a"}))}]
    assert joined(runs)["SEE-01"] == Evidence(failed=frozenset({"a"}))
    assert joined(reversed(runs))["SEE-01"] == Evidence(failed=frozenset({"a"}))


def test_a_criterion_is_supported_only_when_all_of_its_requirements_are() -> None:
    assert worst([Level.SUPPORTS, Level.SUPPORTS]) is Level.SUPPORTS
    assert worst([Level.SUPPORTS, Level.NOT_TESTED]) is Level.PARTIALLY
    assert worst([Level.NOT_TESTED]) is Level.NOT_TESTED
    assert worst([Level.NOT_TESTED, Level.DOES_NOT_SUPPORT]) is Level.DOES_NOT_SUPPORT


def test_a_report_that_says_more_than_the_tests_show_is_found() -> None:
    claimed = {"SEE-01": Evidence(frozenset({"a"})), "SEE-02": Evidence(partly={"b": "half"})}
    assert overclaimed(claimed, claimed) == []
    less = {"SEE-01": Evidence(frozenset({"a"}), gaps=frozenset({"too small"})), "SEE-02": Evidence()}
    assert [line[:6] for line in overclaimed(claimed, less)] == ["SEE-01", "SEE-02"]
    assert overclaimed(less, claimed) == []


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    shown = {"SEE-01": Evidence(frozenset({"a", "b"}), {"c": "half"}, frozenset({"d"}), frozenset({"e"}))}
    file = tmp_path / "results.json"
    file.write_text(written(shown), "utf-8")
    assert read(file) == shown
    file.write_text(written(shown).replace("SEE-01", "SEE-99"), "utf-8")
    with pytest.raises(ValueError, match="SEE-99"):
        read(file)


def test_the_report_has_the_shape_that_the_openacr_schema_asks_for() -> None:
    """Schema openacr 0.1.0: title, product.name and author.email; a criterion has num, a component name, a level."""
    made = report(verdicts({"SEE-01": Evidence(frozenset({"a"}))}), "1")
    assert isinstance(made["title"], str)
    assert made["product"]["name"]
    assert "@" in made["author"]["email"]
    levels = {"supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"}
    numbers = []
    for name, part in made["chapters"].items():
        criteria = [one["num"] for one in part["criteria"]]
        assert criteria == sorted(criteria, key=in_order), name
        numbers += criteria
        for one in part["criteria"]:
            (component,) = one["components"]
            assert component["name"] in ("software", "none")
            assert component["adherence"]["level"] in levels
            assert component["adherence"]["notes"]
    assert len(numbers) == len(set(numbers))
