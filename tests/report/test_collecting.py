# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run has shown is collected as it was: of a test that looks at much, only the check that fell has failed."""

from pathlib import Path
from typing import Literal

import pytest

from conformance.evidence import Evidence, read
from tests.support.requirement_results import RIGHT, SAW, WRONG, Collector

Told = tuple[str, str, str, str, str]


def report(
    when: Literal["setup", "call", "teardown"], outcome: Literal["passed", "failed"], *told: Told
) -> pytest.TestReport:
    return pytest.TestReport(
        "tests/x.py::test_x",
        ("x", 1, "x"),
        {},
        outcome,
        None,
        when,
        user_properties=[(SAW, one) for one in told],
    )


def collected(folder: Path, *reports: pytest.TestReport) -> dict[str, Evidence]:
    collector = Collector(folder / "build" / "results.json")
    for one in reports:
        collector.pytest_runtest_logreport(one)
    collector.pytest_sessionfinish()
    return dict(read(folder / "build" / "results.json"))


def test_only_the_check_that_found_a_fault_fails(tmp_path: Path) -> None:
    large, apart = ("OPR-01", "large", "", "", RIGHT), ("AT-06", "hidden", "", "", WRONG)
    shown = collected(tmp_path, report("call", "failed", large, apart))
    assert shown == {
        "OPR-01": Evidence(frozenset({"large"})),
        "AT-06": Evidence(failed=frozenset({"hidden"})),
    }


def test_a_marked_test_that_fails_has_failed(tmp_path: Path) -> None:
    marked = ("TIM-02", "tests/x.py::test_x", "", "", "")
    assert collected(tmp_path, report("call", "failed", marked))["TIM-02"].failed
    assert not collected(tmp_path, report("call", "passed", marked))["TIM-02"].failed


def test_what_was_right_is_not_claimed_when_the_test_left_something_behind(tmp_path: Path) -> None:
    large = ("OPR-01", "large", "", "", RIGHT)
    shown = collected(tmp_path, report("call", "passed", large), report("teardown", "failed", large))
    assert shown["OPR-01"] == Evidence(failed=frozenset({"large"}))
