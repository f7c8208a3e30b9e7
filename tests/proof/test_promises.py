# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every promise that can be run, at a sample here and at its own number in the long run; and its seeded fault."""

from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from proof.__main__ import BROKEN, CANNOT, KEPT, main
from proof.origins import HERE, SHAPES, TRICKS
from proof.promises import PROMISES, Promise, promise
from proof.verdict import CannotRunError, Trial, Verdict
from tests.support.outside_canaries import canaries
from ui.registry import screens

RUNNABLE = [one for one in PROMISES if one.module]


def runnable() -> list[ParameterSet]:
    """Those that can be run, with what they show of the requirements."""
    searched = pytest.mark.requirement(
        "PRV-01", "PRV-03", "PRV-08", part="a real machine is searched after each way of ending"
    )
    ended = pytest.mark.requirement(
        "E-01", "E-04", "E-06", "E-07", "E-14", part="a real machine is searched after each way of ending"
    )
    everywhere = pytest.mark.requirement(
        "PRV-02",
        "E-02",
        "E-10",
        "E-15",
        part="whatever was written anywhere on a real machine, after each way of ending",
    )
    spool = pytest.mark.requirement("E-08", part="answers that were printed, after each way of ending")
    shown = {
        "P22": (pytest.mark.requirement("K-06", "K-07", part="no way out at a sample of events"),),
        "P25": (searched, ended, everywhere, spool),
        "P28": (pytest.mark.requirement("K-15", part="every wait is kept at a sample of deaths and clocks"),),
        "P34": (
            pytest.mark.requirement(
                "K-09", part="a window that stands still is replaced by a wiped one, at a sample"
            ),
        ),
    }
    return [pytest.param(one, id=one.id, marks=shown.get(one.id, ())) for one in RUNNABLE]


def tried(one: Promise, trial: Trial) -> Verdict:
    try:
        return one.proof(trial)
    except CannotRunError as reason:
        pytest.skip(str(reason))


@pytest.mark.expects_log
@pytest.mark.timeout(600)
@pytest.mark.parametrize("one", runnable())
def test_promise_is_kept_at_a_sample(one: Promise, tmp_path: Path) -> None:
    verdict = tried(one, Trial(one.sample, control=False, folder=tmp_path))

    assert verdict.kept, verdict.figures


@pytest.mark.expects_log
@pytest.mark.timeout(600)
@pytest.mark.parametrize("one", RUNNABLE, ids=lambda one: one.id)
def test_seeded_fault_is_found(one: Promise, tmp_path: Path) -> None:
    verdict = tried(one, Trial(one.control, control=True, folder=tmp_path))

    assert not verdict.kept, verdict.figures


@pytest.mark.long
@pytest.mark.expects_log
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("one", runnable())
def test_promise_is_kept_at_its_number(one: Promise, tmp_path: Path) -> None:
    verdict = tried(one, Trial(one.number, control=False, folder=tmp_path))

    assert verdict.kept, verdict.figures


def test_the_list_names_every_promise_and_says_what_cannot_be_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == KEPT

    printed = capsys.readouterr().out
    for one in PROMISES:
        assert f"{one.id} " in printed
        assert one.sentence in printed
    assert f"{len(RUNNABLE)} of {len(PROMISES)} can be run" in printed


@pytest.mark.parametrize("words", [["P99"], ["P1", "0"], ["P1", "many"], ["P1", "1", "2"]])
def test_what_cannot_be_run_is_said_and_is_no_success(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == CANNOT
    assert capsys.readouterr().out.startswith(" ".join(words[-1:] if len(words) == 1 else words[1:]))


@pytest.mark.parametrize(
    ("kept", "words", "status", "said"),
    [
        (True, [], KEPT, "3 of 3\n"),
        (False, [], BROKEN, "BROKEN: 3 of 3\n"),
        (False, ["control"], KEPT, "the seeded fault was found: 3 of 3\n"),
        (True, ["control"], BROKEN, "the seeded fault was NOT found: 3 of 3\n"),
    ],
)
def test_figures_come_last_and_the_status_tells(
    kept: bool,
    words: list[str],
    status: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.setattr("pretended_proof.KEPT", kept)
    pretended = Promise("P0", "A promise.", number=3, control=3, module="pretended_proof")
    monkeypatch.setattr("proof.__main__.promise", lambda name: pretended)

    assert main(["P0", *words]) == status
    assert capsys.readouterr().out == said


def test_at_its_number_every_screen_meets_every_text_from_outside(tmp_path: Path) -> None:
    inert = promise("P21")
    assert inert is not None
    assert inert.number >= len(screens()) * len(canaries(tmp_path / "canary.png"))


def test_every_shape_of_an_address_is_tried_with_every_spelling_at_the_sample_too() -> None:
    origins = promise("P23")
    assert origins is not None
    assert origins.number == origins.sample == len(set(TRICKS)) == len(SHAPES) * len(HERE)


def test_promises_are_found_by_their_name_in_any_case() -> None:
    assert promise("p1") is PROMISES[0]
    assert promise("P999") is None
