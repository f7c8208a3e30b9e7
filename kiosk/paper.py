# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a finished PDF on paper: a CUPS queue, or a folder where a town has no printer. No file of ours in between."""

import logging
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from core.errors import Trouble

log = logging.getLogger("kiosk.paper")

PATIENCE = 20.0
"""Seconds the print queue gets to take a job."""


class Prints(Protocol):
    """What puts a PDF on paper."""

    def put(self, pdf: bytes, title: str) -> Trouble | None:
        """Print it. `title` names the job and must hold nothing personal. None is success."""


@dataclass(slots=True)
class CountedPrinter:
    """A printer whose papers are told of before they come out: they are known of, whatever becomes of this process.

    `told` is called with how many there are by now, on the thread that prints.
    """

    printer: "Printer"
    told: Callable[[int], None]
    _papers: int = 0

    def put(self, pdf: bytes, title: str) -> Trouble | None:
        """See `Prints.put`. What was not taken is told of too: it counts no more."""
        self._papers += 1
        self.told(self._papers)
        trouble = self.printer.put(pdf, title)
        if trouble is not None:
            self._papers -= 1
            self.told(self._papers)
        return trouble


@dataclass(frozen=True, slots=True)
class Printer:
    """Where paper comes out. `queue` is a CUPS queue's name, `folder` a place for PDF files; both empty: nowhere."""

    queue: str = ""
    folder: Path | None = None

    @property
    def there(self) -> bool:
        """Whether there is anything to print on."""
        return bool(self.queue) or self.folder is not None

    def put(self, pdf: bytes, title: str) -> Trouble | None:
        """See `Prints.put`."""
        if self.queue:
            return self._to_queue(pdf, title)
        if self.folder is not None:
            return self._to_folder(self.folder, pdf, title)
        return Trouble("trouble.no_printer")

    def _to_queue(self, pdf: bytes, title: str) -> Trouble | None:
        # The bytes go through the pipe: no temporary file can be left behind.
        command = ("lp", "-d", self.queue, "-t", title)
        try:
            done = subprocess.run(command, input=pdf, capture_output=True, timeout=PATIENCE, check=False)
        except (OSError, subprocess.TimeoutExpired) as problem:
            log.error("the print queue did not take the job: %s", type(problem).__name__)
            return Trouble("trouble.printer")
        if done.returncode != 0:
            log.error("the print queue refused the job: status %d", done.returncode)
            return Trouble("trouble.printer")
        return None

    def _to_folder(self, folder: Path, pdf: bytes, title: str) -> Trouble | None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            where = os.open(
                folder / f"{title}.pdf", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600
            )
            with os.fdopen(where, "wb") as file:
                file.write(pdf)
        except OSError as problem:
            log.error("the folder for paper did not take the file: %s", problem.strerror)
            return Trouble("trouble.printer")
        return None
