# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has each line of the program's own in the log of staff written by a process that ends when it stands there.

A database and its cryptography are twenty megabytes, and the supervisor writes two lines a day.
"""

import logging
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk import children, link

log = logging.getLogger("kiosk.staff")

WRITER: Final = "kiosk.staff.keeping"

PATIENCE: Final = 8.0
"""Seconds that a writer gets. The service manager waits for ten before it ends us all."""


@dataclass(slots=True)
class LogApart:
    """For one run. `keys` are those of staff, as a session is given them.

    One line is written after the other, and nobody waits for it before the end.
    """

    folder: Path
    keys: dict[str, str] = field(repr=False)
    _writer: "subprocess.Popen[bytes] | None" = None
    _lines: list[tuple[str, ...]] = field(default_factory=list)

    def begun(self) -> None:
        """The first window is there."""
        self._write("begun")

    def helped(self) -> None:
        """A visit ends in which somebody helped beside the person."""
        self._write("helped")

    def paper_left(self, papers: int) -> None:
        """A visit ended that nobody finished, and had printed so many."""
        self._write("paper_left", str(papers))

    def ended(self) -> None:
        """The program stops in order. Returns when that stands in the log, and all before it."""
        self._write("ended")
        while self._writer is not None:
            self._finish()
            self._begin()

    def turn(self) -> None:
        """Let go of a writer that is done, and begin the next line."""
        if self._writer is not None and self._writer.poll() is not None:
            self._finish()
            self._begin()

    def _write(self, *words: str) -> None:
        self._lines.append(words)
        self._begin()

    def _begin(self) -> None:
        if self._writer is not None or not self._lines:
            return
        words = self._lines.pop(0)
        # A machine that is switched off ends all of us at once: this one ends when its line is whole.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTERM, signal.SIGHUP))
        try:
            writer = children.start((*children.own_command(WRITER), *words))
        except OSError as error:
            log.error("the log of staff could not be written: %s", error.strerror)
            return
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        assert writer.stdin is not None
        link.say(writer.stdin, link.Order(profile="", folder=str(self.folder), keys=self.keys, trial=False))
        self._writer = writer

    def _finish(self) -> None:
        writer, self._writer = self._writer, None
        assert writer is not None
        try:
            writer.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            log.error("the log of staff was not written in %s seconds", PATIENCE)
            writer.kill()
            writer.communicate()
