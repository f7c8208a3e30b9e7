# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P22: whatever is pressed, typed, dragged or dropped at the window, there is no way out of it."""

import json
import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from kiosk import link
from proof.verdict import Trial, Verdict
from tests.support.killing import wait_for_forms
from tests.support.monkey_watch import KINDS
from tests.support.processes import Machine, end
from tests.support.sandbox_town import running_town

SEED: Final = 20261127
MONKEY: Final = "tests.support.monkey"
FEWEST_PAGES: Final = 5
"""A monkey that saw fewer kinds of pages in hundreds of events has not been at the program."""


@dataclass(slots=True)
class _Seen:
    """What came of all visits so far; `covered` is False once a window was not shown to the end."""

    events: int = 0
    visits: int = 0
    pages: set[str] = field(default_factory=set)
    found: Counter[str] = field(default_factory=Counter)
    covered: bool = True

    def add(self, told: dict[str, Any]) -> None:
        """What one process has told."""
        self.events += told["events"]
        self.pages.update(told["pages"])
        self.covered &= told["shown"]
        for kind, whats in told["found"].items():
            self.found[kind] += len(whats)
            for what in sorted(set(whats)):
                sys.stderr.write(f"{kind}: {what}\n")


def prove(trial: Trial) -> Verdict:
    """`number` events at the real session's window, its courier and a town beside it.

    No window beside the one, no URL, no child that is not ours, no exception, and no process that ends before its
    visit. The seeded fault does each of these once.
    """
    log = trial.folder / "log"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with running_town(trial.folder) as town:
        machine = Machine(trial.folder / "store", town.url)
        courier = machine.start("kiosk.courier", log)
        try:
            wait_for_forms(machine)
            seen = _visits(machine, trial, log)
        finally:
            end(courier)
    if trial.control:
        found = [kind for kind in KINDS if seen.found[kind]]
        return Verdict(len(found) < len(KINDS), f"kinds found {len(found)} of {len(KINDS)}")
    figures = f"events {seen.events} visits {seen.visits} kinds of pages {len(seen.pages)} "
    figures += " ".join(f"{kind} {seen.found[kind]}" for kind in KINDS)
    been_there = seen.covered and len(seen.pages) >= min(FEWEST_PAGES, trial.number // 100)
    return Verdict(been_there and not seen.found.total(), figures)


def _visits(machine: Machine, trial: Trial, log: Path) -> _Seen:
    """One process for each visit, as the supervisor does it, until there were events enough or one has gone wrong."""
    seen, page = _Seen(), link.SHOW_WELCOME
    while seen.events < trial.number and not seen.found["exits"]:
        left, result = trial.number - seen.events, trial.folder / f"result-{seen.visits}"
        words = (str(result), str(left), str(SEED + seen.visits), *(["fault"] if trial.control else []))
        ending = _visit(machine, log, page, words)
        seen.visits += 1
        told = json.loads(result.read_text()) if result.exists() else None
        if told is not None:
            seen.add(told)
        if told is None or (not ending and told["events"] < left):
            seen.found["exits"] += 1
            sys.stderr.write(f"exits: after {ending or 'no end of the visit'}\n{log.read_text()[-2000:]}")
        page = link.SHOW_FINISHED if ending == "finished" else link.SHOW_WELCOME
    return seen


def _visit(machine: Machine, log: Path, page: str, words: tuple[str, ...]) -> str:
    """How a session says that its visit has ended; empty where it does not."""
    monkey = machine.start(MONKEY, log, *words)
    assert monkey.stdin is not None
    assert monkey.stdout is not None
    link.say(monkey.stdin, link.Show(page))
    ending = ""
    try:
        for raw in monkey.stdout:
            match link.decode(raw):
                case link.Refusal(key=key, detail=detail):
                    raise AssertionError(f"the session refuses: {key} {detail}")
                case link.Ended(ending=ending):
                    break
                case _:
                    pass
    finally:
        end(monkey)
    return ending
