# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the keyboard on the screen ask the converting process, without ever waiting for it."""

from collections.abc import Callable
from functools import partial

from accessibility.typing.converter import Answer, Missing
from accessibility.typing.readings import family
from kiosk.lanes import Lane
from kiosk.typing.process import TypingProcess


class LaneConverter:
    """`accessibility.typing.converter.Converter` on a lane. What is missing once is missing for the whole visit."""

    def __init__(self, lane: Lane, process: TypingProcess) -> None:
        self._lane, self._process = lane, process
        self._missing: set[str] = set()

    def serves(self, language: str) -> bool:
        """See `Converter.serves`."""
        return bool(family(language))

    def ask(self, language: str, reading: str, answered: Callable[[Answer], None]) -> None:
        """See `Converter.ask`."""
        if language in self._missing:
            answered(Missing())
            return
        self._lane.run(
            partial(self._process.answer, language, reading), partial(self._note, language, reading, answered)
        )

    def close(self) -> None:
        """End what is being converted, and then everything."""
        self._process.interrupt()
        self._lane.close()
        self._process.close()

    def _note(self, language: str, reading: str, answered: Callable[[Answer], None], answer: Answer) -> None:
        # Without a reading the question is about the language; one kind of reading alone may be missing too.
        if isinstance(answer, Missing) and not reading:
            self._missing.add(language)
        answered(answer)
