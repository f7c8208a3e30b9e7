# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the converting process, starts it when it is first needed, and anew when it has ended."""

import logging
from typing import Final

from accessibility.typing.converter import Answer, Missing, Offer
from kiosk.answering import AskedChild, answer_of
from kiosk.children import own_command
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
        self._child = AskedChild(command)
        self._patience = patience
        self._ends = 0

    def answer(self, language: str, reading: str) -> Answer:
        """Convert a reading. A process that ends over it costs this one answer, and no letter."""
        if self._child.is_closed() or self._ends >= MOST_ENDS:
            return Missing()
        process = self._child.process or self._child.start()
        line = answer_of(process, encode_question(language, reading), self._patience)
        if line:
            try:
                return decode_answer(line)
            except ValueError:
                # Somebody else speaks through it: it is ended like one that falls silent.
                log.error("the converting process gave what is no answer")
        self._child.end()
        if self._child.is_closed():
            return Missing()
        self._ends += 1
        log.error("the converting process ended over a question, for the %d. time", self._ends)
        return Missing() if self._ends >= MOST_ENDS else Offer()

    def interrupt(self) -> None:
        """Answer nothing more; from another thread too, whose wait for an answer then ends."""
        self._child.interrupt()

    def close(self) -> None:
        """End the process and close its pipes, once nobody waits for an answer."""
        self._child.close()
