# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The coloured mark that every contender paints in the same frame as what was asked for, and how it is read.

Red is 200, green counts, blue is one of the codes; the mark is a square in the top right corner. The peers' pages say
it in the same way, so that all are timed by one clock.
"""

import struct
import time
from enum import IntEnum
from typing import Final

from bench.screen import Screen

SIZE: Final = 32
"""Pixels of a side."""

RED: Final = 200
_LOOK_EVERY: Final = 0.0004


class Code(IntEnum):
    """What stands on the screen, as the peers' pages number it."""

    LIST = 10
    FORM = 20
    SHOWN = 30
    HIDDEN = 40
    VALID = 50
    DONE = 80
    ERROR = 90


class Marks:
    """Reads the mark of one screen."""

    def __init__(self, display: Screen) -> None:
        self._pixels = display.pixels
        # The head of an X window dump: words 0, 12 and 19 are its length, the bytes of a line, and the colours.
        head = struct.unpack(">25I", self._pixels[:100])
        self._place = head[0] + head[19] * 12 + SIZE // 2 * head[12] + (display.width - SIZE) * 4

    def now(self) -> tuple[int, int] | None:
        """The count and the code that stand there; None where no mark is."""
        blue, green, red = self._pixels[self._place : self._place + 3]
        return (green, blue) if red == RED else None

    def until(
        self, code: Code, before: tuple[int, int] | None, began: float, patience: float = 60.0
    ) -> float:
        """Milliseconds from `began` (perf_counter) until a new mark with this code. TimeoutError where none comes."""
        while True:
            found, now = self.now(), time.perf_counter()
            if found is not None and found != before:
                if found[1] == code:
                    return (now - began) * 1000
                if found[1] == Code.ERROR:
                    raise TimeoutError("it said that it cannot")
            if now - began > patience:
                raise TimeoutError(f"{code.name} never came, but {found}")
            time.sleep(_LOOK_EVERY)
