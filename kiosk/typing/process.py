# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the converting process, starts it when it is first needed, and anew when it has ended."""

import logging
import os
import subprocess
from typing import Final

from accessibility.typing.converter import Answer, Missing, Offer
from kiosk.answering import answer_of, end
from kiosk.children import OWN_CODE, own_command
from kiosk.typing.wire import decode_answer, encode_question

log = logging.getLogger("kiosk.typing")

PATIENCE: Final = 5.0
"""Seconds for an answer; the first one loads a dictionary from the disk, all others take thousandths."""

MOST_ENDS: Final = 3
"""Times that the process may end by itself in one visit; after that the language counts as missing."""


class TypingProcess:
    """One at a time; not for several threads, except for `interrupt`."""

    def __init__(
        self, command: tuple[str, ...] = own_command("kiosk.typing"), patience: float = PATIENCE
    ) -> None:
        self._command = command
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._ends = 0
        self._closed = False

    def answer(self, language: str, reading: str) -> Answer:
        """Convert a reading. A process that ends over it costs this one answer, and no letter."""
        if self._closed or self._ends >= MOST_ENDS:
            return Missing()
        process = self._process or self._start()
        line = answer_of(process, encode_question(language, reading), self._patience)
        if line:
            return decode_answer(line)
        self._end()
        if self._was_closed():
            return Missing()
        self._ends += 1
        log.error("the converting process ended over a question, for the %d. time", self._ends)
        return Missing() if self._ends >= MOST_ENDS else Offer()

    def interrupt(self) -> None:
        """Answer nothing more; from another thread too, whose wait for an answer then ends."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process and close its pipes, once nobody waits for an answer."""
        self.interrupt()
        self._end()

    def _was_closed(self) -> bool:
        """Asked again after a wait, in which another thread may have closed it."""
        return self._closed

    def _start(self) -> "subprocess.Popen[bytes]":
        # Its complaints are not kept: libraries may write into them what somebody typed.
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": OWN_CODE, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end(process)
