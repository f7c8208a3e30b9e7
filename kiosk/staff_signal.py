# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells staff that somebody asked for them, or that the machine is out of order (UND-10, K-10).

A line in a file, or a command that rings: neither needs the network, and neither says who asked or what for.
"""

import logging
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

log = logging.getLogger("kiosk.staff")

PATIENCE = 10.0
"""Seconds a command may take; a pager that does not answer holds nobody up."""

TAKEN_BACK = "taken-back"
"""The word after the machine's name where a call is taken back."""

OUT_OF_ORDER = "out-of-order"
WORKS_AGAIN = "works-again"
"""The words after it where no session could be kept running, and where one has held again."""


@dataclass(frozen=True, slots=True)
class StaffSignal:
    """How staff are told. `machine` names the kiosk; an empty `command` and no `file` leave the log line alone."""

    machine: str
    file: Path | None = None
    command: tuple[str, ...] = ()

    def call(self, at: float, *, wanted: bool = True) -> None:
        """Tell them, at a wall-clock moment (seconds since the epoch). What fails is logged; the call stays shown.

        Not `wanted`: the call is taken back, and the line and the command get one more word.
        """
        if wanted:
            log.warning("a person was asked to come to %s", self.machine)
        else:
            log.info("nobody needs to come to %s any more", self.machine)
        self._tell(at, () if wanted else (TAKEN_BACK,))

    def order(self, at: float, *, out: bool) -> None:
        """Tell them that the machine is `out` of order, or works again; `at` as in `call`."""
        self._tell(at, (OUT_OF_ORDER if out else WORKS_AGAIN,))

    def _tell(self, at: float, after: tuple[str, ...]) -> None:
        moment = datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
        if self.file is not None:
            self._write(self.file, " ".join((moment, self.machine, *after)) + "\n")
        if self.command:
            self._ring(*after)

    def _write(self, file: Path, line: str) -> None:
        try:
            with file.open("a", encoding="utf-8") as opened:
                opened.write(line)
        except OSError as error:
            log.error("staff could not be told by file: %s", error.strerror)

    def _ring(self, *after: str) -> None:
        try:
            done = subprocess.run(
                [*self.command, self.machine, *after],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            log.error("the command that tells staff did not end in %s seconds", PATIENCE)
        except OSError as error:
            log.error("the command that tells staff did not begin: %s", error.strerror)
        else:
            if done.returncode:
                log.error("the command that tells staff ended with %s", done.returncode)
