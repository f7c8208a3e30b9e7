# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks CUPS how its queue is, and lets the queue go on after a jam. No sheet is looked at: sheets are only counted."""

import getpass
import logging
import os
import subprocess
from dataclasses import dataclass
from typing import Final

from core.errors import Trouble
from core.staff.printer_state import Going, PrinterState, faults_of

log = logging.getLogger("kiosk.paper")

PATIENCE: Final = 5.0
"""Seconds that the print server gets for one answer. It is on this machine, and answers in some hundredths."""


@dataclass(frozen=True, slots=True)
class Freed:
    """How many sheets were given up, and what is still wrong."""

    sheets: int
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class PrintQueue:
    """A queue of CUPS, by its name."""

    name: str

    def state(self) -> PrinterState:
        """How it is now."""
        said, jobs = _asked("lpstat", "-l", "-p", self.name), self._jobs()
        if said is None or said.returncode or jobs is None:
            return PrinterState(Going.UNKNOWN)
        return PrinterState(_going(said.stdout), faults_of(_alerts(said.stdout)), len(jobs))

    def free(self) -> Freed:
        """Give up what this account has waiting, and let the queue go on.

        Whoever wanted those sheets has left: staff sign in after a visit has ended. So they must not come out for the
        next one. Their files go with them where CUPS keeps none, which `kiosk doctor` looks at.
        """
        before = self._own_jobs()
        cancelled = _asked("cancel", *before) if before else None
        left = self._own_jobs()
        gone = max(len(before) - len(left), 0)
        # A queue that goes on would bring to light what could not be cancelled.
        resumed = None if left else _asked("cupsenable", self.name)
        if resumed is not None and resumed.returncode == 0:
            still = self.state().going in (Going.STOPPED, Going.UNKNOWN)
            return Freed(gone, Trouble("trouble.printer_stuck") if still else None)
        refused = cancelled if left else resumed
        if refused is not None and _forbidden(refused.stderr):
            log.error("the print server does not let this account free the queue")
            command = f"cancel -a {self.name}; cupsenable {self.name}"
            return Freed(gone, Trouble("trouble.printer_forbidden", {"command": command}))
        log.error("the print server did not free the queue")
        return Freed(gone, Trouble("trouble.printer_stuck"))

    def _own_jobs(self) -> list[str]:
        account = getpass.getuser()
        return [job for job, owner in self._jobs() or () if owner == account]

    def _jobs(self) -> list[tuple[str, str]] | None:
        """Number and account of each job that is not over; None where the server does not say."""
        said = _asked("lpstat", "-o", self.name)
        if said is None or said.returncode:
            return None
        lines = (line.split() for line in said.stdout.splitlines() if line.startswith(f"{self.name}-"))
        return [(words[0], words[1]) for words in lines if len(words) > 1]


def _going(said: str) -> Going:
    """From the first line of `lpstat -p`, in the words of its own language."""
    first = said.partition("\n")[0]
    if " disabled since " in first:
        return Going.STOPPED
    if " now printing " in first:
        return Going.PRINTING
    return Going.READY if " is idle." in first else Going.UNKNOWN


def _alerts(said: str) -> list[str]:
    """The reasons for its state (`printer-state-reasons`)."""
    lines = (line.strip() for line in said.splitlines())
    return next((line.removeprefix("Alerts:").split() for line in lines if line.startswith("Alerts:")), [])


def _forbidden(said: str) -> bool:
    return any(word in said.lower() for word in ("forbidden", "unauthorized", "not authorized", "password"))


def _asked(*command: str) -> "subprocess.CompletedProcess[str] | None":
    """None where it does not answer in time. In a session of its own, so that it finds no terminal to ask for a
    password; in the language of its own code, since the words are read."""
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            text=True,
            errors="replace",
            env={**os.environ, "LC_ALL": "C"},
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        log.error("the print server does not answer: %s", type(problem).__name__)
        return None
