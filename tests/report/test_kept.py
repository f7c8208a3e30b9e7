# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only the long run shows counts for the program that it was run on, and never against a run that fell."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from conformance.evidence import Evidence, joined
from conformance.kept import Subject, counted, subject_now, written
from conformance.requirements import requirements
from conformance.verdicts import Level, judged

SUBJECT = Subject("1.0", ("register-birth", "report-pothole"))
TRIPS = {"OPR-08": Evidence(partly={"trips": "every shipped service"})}


def test_what_is_kept_counts_for_its_own_version_and_services_alone(tmp_path: Path) -> None:
    file = tmp_path / "long-run.json"
    assert counted(file, SUBJECT) == {}
    file.write_text(written(TRIPS, SUBJECT), "utf-8")
    assert counted(file, SUBJECT) == TRIPS
    assert counted(file, replace(SUBJECT, version="1.1")) == {}
    assert counted(file, replace(SUBJECT, services=(*SUBJECT.services, "street-plan"))) == {}


def test_a_service_that_comes_to_the_town_makes_it_another_subject(tmp_path: Path) -> None:
    (tmp_path / "services-one.json").write_text(json.dumps([{"id": "b"}, {"id": "a"}]))
    assert subject_now("1.0", tmp_path) == Subject("1.0", ("a", "b"))
    (tmp_path / "services-two.json").write_text(json.dumps([{"id": "c"}]))
    assert subject_now("1.0", tmp_path) == Subject("1.0", ("a", "b", "c"))


def test_the_town_that_is_shipped_is_read() -> None:
    assert {"register-birth", "report-pothole"} < set(subject_now("1.0").services)


def test_a_share_that_falls_takes_the_claim_back_whatever_is_kept() -> None:
    asked = replace(requirements()["OPR-08"], parts=("every shipped service",))
    assert judged(asked, joined([TRIPS])["OPR-08"]).level is Level.SUPPORTS
    fell = {"OPR-08": Evidence(failed=frozenset({"this run's share"}))}
    verdict = judged(asked, joined([TRIPS, fell])["OPR-08"])
    assert (verdict.level, verdict.reasons) == (Level.PARTIALLY, ("fails: this run's share",))


def test_results_of_an_unknown_requirement_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "long-run.json"
    file.write_text(written(TRIPS, SUBJECT).replace("OPR-08", "OPR-99"), "utf-8")
    with pytest.raises(ValueError, match="OPR-99"):
        counted(file, SUBJECT)
