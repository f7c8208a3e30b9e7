# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P17: without a network the program starts, a form is filled and sealed, and the age of what is shown is said."""

import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from core.submission import DeliveryState
from i18n.messages import Messages
from kiosk import link
from proof.verdict import CannotRunError, Trial, Verdict
from tests.support.killing import opened, wait_for_forms
from tests.support.processes import Machine, end
from tests.support.sandbox_town import running_town

CUT_OFF: Final = ("unshare", "--net", "--")
"""A process in a network of its own, which has not even a loopback."""

SESSION: Final = "tests.support.visiting_session"
PATIENCE, CONTROL_PATIENCE = 90.0, 15.0
START_SECONDS: Final = 3.0
TICKS: Final = os.sysconf("SC_CLK_TCK")
KEPT: Final = (DeliveryState.SEALED, DeliveryState.LEAVING)
"""Where a sealed submission may be when its courier ends: also in an attempt, which had nowhere to go."""
WORDS: Final = ["bakery", "cornfield", "dovetail", "elderly", "fieldway", "garland"]


def prove(trial: Trial) -> Verdict:
    """`number` visits by processes that were cut off from every network, on a machine that had one once.

    The start is held to its bound in the session's own processor time until its window is painted; the clock's figure,
    which depends on what else the machine does, stands beside. The seeded fault is a
    session that believes nothing that it cannot ask for.
    """
    if subprocess.run((*CUT_OFF, "true"), capture_output=True, check=False).returncode:
        raise CannotRunError("only root may give a process a network of its own")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    log = trial.folder / "log"
    with running_town(trial.folder) as town:
        machine = Machine(trial.folder / "store", town.url)
        courier = machine.start("kiosk.courier", log)
        try:
            wait_for_forms(machine)
        finally:
            end(courier)
    cut_off = Machine(machine.folder, machine.town, within=CUT_OFF)
    courier = cut_off.start("kiosk.courier", log)
    try:
        _until(lambda: _unreachable(machine), "the courier notices", PATIENCE)
        starts, clocks, ages = [], [], 0
        for visit in range(trial.number):
            folder = trial.folder / f"visit-{visit}"
            folder.mkdir()
            came = _visited(cut_off, log, folder, control=trial.control)
            if came is None:
                break
            starts.append(came[0])
            clocks.append(came[1])
            ages += came[2]
    finally:
        end(courier)
    sealed = sum(one.state in KEPT for one in opened(machine).outbox.deliveries())
    longest = max(starts, default=0.0)
    figures = f"visits {trial.number} sealed {sealed} age said {ages} longest start {longest:.2f} s of processor time"
    figures += (
        f" (clock: longest {max(clocks, default=0.0):.2f} s, shortest {min(clocks, default=0.0):.2f} s)"
    )
    return Verdict(sealed == ages == trial.number and longest < START_SECONDS, figures)


def _visited(machine: Machine, log: Path, folder: Path, *, control: bool) -> tuple[float, float, bool] | None:
    """The start in seconds of processor time and of the clock, and whether the age was said; None: nobody could seal.

    Both from the command to a painted window, with nothing loaded before: on a machine a spare is warm.
    """
    os.environ["PROOF_FOLDER"] = str(folder)
    report = folder / "report"
    began = time.monotonic()
    session = machine.start(SESSION, log, *(["asking"] if control else []))
    assert session.stdin is not None
    patience = CONTROL_PATIENCE if control else PATIENCE
    try:
        link.say(session.stdin, link.Show(link.SHOW_WELCOME))
        _until(lambda: "shown" in _said(report), "a window", PATIENCE)
        start, clock = _processor_seconds(session.pid), time.monotonic() - began
        (folder / "being-written").write_text(
            json.dumps({"words": WORDS, "ending": "seal", "planted": False, "printed": False})
        )
        (folder / "being-written").rename(folder / "sheet")
        try:
            _until(lambda: "typed" in _said(report), "a filled form", patience)
            (folder / "go").touch()
            _until(lambda: "sealed" in _said(report), "the seal", patience)
        except TimeoutError:
            if control:
                return None
            raise AssertionError(log.read_text()[-3000:]) from None
        return start, clock, _says_age(_said(report))
    finally:
        end(session, kill=True)


def _says_age(report: str) -> bool:
    """Whether the line on top says since when nobody can be reached, and not only that."""
    before = Messages.load("en").text("masthead.no_network_since", time="")
    return before.strip(" .") in report


def _unreachable(machine: Machine) -> bool:
    kept = opened(machine).cache
    catalogue = kept.catalogue()
    assert catalogue is not None
    reaches = [kept.reach(one.api.endpoint) for one in catalogue[0].services.values() if one.api]
    return all(one is not None and not one.reachable for one in reaches)


def _said(report: Path) -> str:
    return report.read_text() if report.exists() else ""


def _processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _until(true: Callable[[], bool], what: str, patience: float) -> None:
    deadline = time.monotonic() + patience
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited in vain for {what}")
        time.sleep(0.05)
