# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P28: wrong PINs are waited for as the schedule says, though the program is killed at each and the date is changed."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Final

from core.staff.lockout import Moment, wait_after
from core.staff.member import NotSignedIn, Shown
from core.staff.roles import Role
from proof.verdict import Trial, Verdict
from tests.support.trying_staff import LOOKS, opened

SEED: Final = 28
ALMOST: Final = 0.01
"""Seconds before the end of a wait at which it is asked whether the wait is over."""

ROOT: Final = Path(__file__).parents[1]
PIN: Final = "481516"


def prove(trial: Trial) -> Verdict:
    """`number` wrong tries, each killed while its PIN is looked at, half of them followed by a start of the machine.

    Before each, it is asked too early. The seeded fault is a try that is counted after it was looked at.
    """
    staff = opened(trial.folder / "store")
    member = staff.add("Mona", Role.ATTENDANT, PIN)
    staff.close()
    assert member is not None
    chance, machine = random.Random(SEED), _Machine(trial, member.number)
    short, waits = 0, []
    for wrong in range(trial.number):
        due = wait_after(wrong)
        if due and chance.random() < 0.5:
            machine.starts()
        waited = machine.waits_out()
        short += waited < due - 2 * ALMOST
        waits.append(waited)
        machine.is_killed_looking()
    machine.ends()
    # Whoever has the right PIN is let in once the last wait is over, and begins with free tries again.
    staff = opened(trial.folder / "store")
    shown = Shown(member.number, pin=PIN)
    blocked = staff.sign_in(shown, lambda: Moment("later", 0.0))
    let_in = staff.sign_in(shown, lambda: Moment("later", wait_after(trial.number)))
    staff.close()
    kept = short == 0 and isinstance(blocked, NotSignedIn) and let_in == member
    figures = f"tries {trial.number} shorter than the schedule {short} last wait {waits[-1]:.0f} s"
    return Verdict(kept, figures)


class _Machine:
    """A machine whose steady clock is this proof's, and whose date is a year wrong in turn."""

    def __init__(self, trial: Trial, number: int) -> None:
        self._trial, self._number = trial, number
        self._boot, self._steady, self._years = 0, 1_000.0, 1
        self._process = self._start()

    def starts(self) -> None:
        """Another start of the machine, with its steady clock at the beginning."""
        self._boot, self._steady = self._boot + 1, 5.0

    def waits_out(self) -> float:
        """Seconds in this start until the next try is looked at, as the program says them, and not one sooner."""
        begun = self._steady
        while (said := self._try()) != LOOKS:
            # What is asked just before the end of the wait is asked in vain, and makes it no shorter or longer.
            left = float(said)
            self._steady += left - ALMOST if left > 2 * ALMOST else left
        return self._steady - begun

    def is_killed_looking(self) -> None:
        """kill -9, and another process."""
        self._process.kill()
        self._end()
        self._years = -self._years
        self._process = self._start()

    def ends(self) -> None:
        """Stopped for good."""
        self._process.kill()
        self._end()

    def _try(self) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        moment = {"boot": str(self._boot), "steady": self._steady}
        self._process.stdin.write(json.dumps(moment) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def _end(self) -> None:
        self._process.communicate()

    def _start(self) -> "subprocess.Popen[str]":
        kind = "late" if self._trial.control else "early"
        words = (str(self._trial.folder / "store"), str(self._number), kind, str(self._years))
        return subprocess.Popen(
            (sys.executable, "-m", "tests.support.trying_staff", *words),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
