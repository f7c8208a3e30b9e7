# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the scripting process of one form, starts it when it is first needed, and ends it when it takes too long."""

import logging
import os
import subprocess
import weakref
from collections import OrderedDict
from collections.abc import Mapping
from typing import Final

from core.forms.programs import Outcome, Program, Stop, Stopped
from kiosk.answering import answer_of, end
from kiosk.children import OWN_CODE, own_command
from kiosk.scripting.wire import LONGEST_LINE, decode_outcome, encode_call

log = logging.getLogger("kiosk.scripting")

PATIENCE: Final = 5.0
"""Seconds for an outcome. The process ends itself much sooner; this is for one that does not come to it."""

MOST_EXCESSES: Final = 4
"""Programs of one form that may come to no end; after that none of it is run any more, so that nobody waits again."""

KEPT: Final = 512
"""Outcomes that are remembered: a page asks for the same one each time it is drawn."""


class ScriptProcess:
    """The engine of one form. Not for several threads at once.

    Its process has no environment but the time zone, and loses what is left when it begins (`confinement`).
    """

    def __init__(
        self, command: tuple[str, ...] = own_command("kiosk.scripting"), patience: float = PATIENCE
    ) -> None:
        self._command = command
        self._patience = patience
        self._kept: OrderedDict[bytes, Outcome] = OrderedDict()
        self._excesses = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._gone: weakref.finalize[..., ScriptProcess] | None = None

    @property
    def number(self) -> int:
        """The number of the process; 0 while there is none."""
        return self._process.pid if self._process is not None else 0

    def run(self, program: Program, seen: Mapping[str, object]) -> Outcome:
        """Run a program. What came to no end once is not tried again with the same answers."""
        call = encode_call(program, seen)
        known = self._kept.get(call)
        if known is not None:
            self._kept.move_to_end(call)
            return known
        if self._excesses >= MOST_EXCESSES or len(call) > LONGEST_LINE:
            return Stopped(Stop.BUDGET)
        outcome = self._asked(call)
        if isinstance(outcome, Stopped) and outcome.why is not Stop.NAME:
            self._excesses += 1
            # Which program it was is for the form's author to find out; answers do not come into a log.
            log.info("a form's program came to no end: %s, %d. time", outcome.why.value, self._excesses)
        self._kept[call] = outcome
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return outcome

    def close(self) -> None:
        """End the process."""
        if self._gone is not None:
            self._gone()
        self._process = self._gone = None

    def _asked(self, call: bytes) -> Outcome:
        line = answer_of(self._process or self._start(), call, self._patience)
        if line:
            return decode_outcome(line)
        self.close()
        return Stopped(Stop.BUDGET)

    def _start(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd="/",
            env={
                "PYTHONPATH": OWN_CODE,
                "PYTHONDONTWRITEBYTECODE": "1",
                "TZ": os.environ.get("TZ", ":/etc/localtime"),
            },
        )
        self._process = process
        self._gone = weakref.finalize(self, end, process)
        return process
