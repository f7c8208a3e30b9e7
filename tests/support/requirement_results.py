# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pytest plugin: collects what tests show of the requirements, and writes it into the file that is asked for.

`@pytest.mark.requirement("TIM-02")` says that a test covers a requirement; `part="..."` says that it covers this part
of it only. A test that looks at several requirements at once says what it saw with `saw()`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

from conformance.evidence import Evidence, joined, written
from conformance.requirements import known

SAW: Final = "requirement"


WRONG: Final = "wrong"
RIGHT: Final = "right"


def saw(
    request: pytest.FixtureRequest,
    name: str,
    check: str,
    *,
    part: str = "",
    gap: str = "",
    wrong: bool = False,
) -> None:
    """Say that `check` was carried out for the requirement `name`; `gap` is the reason of a known fault it met.

    `wrong` says that this check found a fault that nobody knows of. The others that the same test carried out stay
    right, although the test fails.
    """
    request.node.user_properties.append((SAW, (name, check, part, gap, WRONG if wrong else RIGHT)))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--requirement-results", default="", help="Write what was shown of each requirement here."
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "requirement(*ids, part=''): the test covers these requirements, or a part of them"
    )
    file = config.getoption("--requirement-results")
    if file:
        config.pluginmanager.register(Collector(Path(file)), "requirement-results")


def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    for item in items:
        for marker in item.iter_markers("requirement"):
            unknown = set(marker.args) - set(known())
            if unknown or not marker.args:
                raise pytest.UsageError(f"{item.nodeid}: no such requirement: {sorted(unknown)}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):  # type: ignore[no-untyped-def]
    """Carry the markers over to the report, where they stay when tests run in several processes."""
    report: pytest.TestReport = yield
    if call.when == "call" or report.failed:
        for marker in item.iter_markers("requirement"):
            for name in marker.args:
                told = (name, item.nodeid.split("[")[0], marker.kwargs.get("part", ""), "", "")
                report.user_properties.append((SAW, told))
    return report


class Collector:
    """Writes what the reports of a run have told into a file, when the run ends."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._runs: list[dict[str, Evidence]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call" and not report.failed:
            return
        if report.skipped:
            return
        for key, told in report.user_properties:
            if key == SAW:
                assert isinstance(told, tuple | list)
                name, test, part, gap, verdict = map(str, told)
                fell = report.failed and not (verdict == RIGHT and report.when == "call")
                self._runs.append({name: _evidence(test, part, gap, failed=fell or verdict == WRONG)})

    def pytest_sessionfinish(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(written(joined(self._runs)), "utf-8")


def _evidence(test: str, part: str, gap: str, *, failed: bool) -> Evidence:
    gaps = frozenset({gap} if gap else ())
    if failed:
        return Evidence(failed=frozenset({test}), gaps=gaps)
    return Evidence(partly={test: part}, gaps=gaps) if part else Evidence(frozenset({test}), gaps=gaps)
