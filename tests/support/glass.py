# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a display shows at this instant, read from the memory of its server, so that nothing waits for anything."""

import hashlib
import mmap
import struct
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint32]

_COLOUR_BYTES: Final = 12
_COLOURS: Final = 19
_WIDTH, _HEIGHT, _LINE = 4, 5, 12
"""Places in the header of a window dump (XWDFile.h), each of four bytes, the highest first."""

BAR_HIGH, BAR_WIDE = 80, 260
"""Pixels of a glass of `tests.support.visited_machine`, in a language from left to right."""

STEADY: Final = 0.6
PATIENCE: Final = 60.0


class Glass:
    """The screen of an Xvfb that was started with that folder."""

    def __init__(self, folder: Path) -> None:
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._memory[:100])
        self._start = header[0] + header[_COLOURS] * _COLOUR_BYTES
        self._shape = header[_HEIGHT], header[_LINE] // 4
        self._width = header[_WIDTH]

    def picture(self) -> Picture:
        """All pixels, as they are now."""
        size = self._shape[0] * self._shape[1]
        found = np.frombuffer(self._memory, np.uint32, size, self._start).reshape(self._shape)
        return found[:, : self._width] & np.uint32(0xFFFFFF)

    def settled(self, still: float = STEADY) -> Picture:
        """The picture once it has stood for so many seconds. AssertionError where it never does."""
        before, since, begun = self.picture(), time.monotonic(), time.monotonic()
        while time.monotonic() - since < still:
            assert time.monotonic() - begun < PATIENCE, "the picture never stands still"
            time.sleep(0.02)
            now = self.picture()
            if not np.array_equal(now, before):
                before, since = now, time.monotonic()
        return before

    def seen_until(self, what: Callable[[], Any]) -> list[Picture]:
        """Every picture that differs from all others until `what` is so, and a moment longer."""
        found: dict[bytes, Picture] = {}

        def look(picture: Picture) -> float:
            found.setdefault(hashlib.blake2b(picture.tobytes(), digest_size=16).digest(), picture)
            return 0.0

        self.during(what, look)
        return list(found.values())

    def during(self, what: Callable[[], Any], look: Callable[[Picture], float]) -> list[float]:
        """What `look` finds in every picture until `what` is so, as often as can be looked, and a moment longer."""
        found: list[float] = []
        over: float | None = None
        begun = time.monotonic()
        while over is None or time.monotonic() - over < STEADY:
            assert time.monotonic() - begun < PATIENCE, "it is never so"
            found.append(look(self.picture()))
            over = time.monotonic() if over is None and what() else over
        return found


@dataclass(frozen=True, slots=True)
class Ink:
    """What of a page is drawn on its ground, and in none of some others at the same place.

    The line on top and the bar beside stand on all pages, and belong to nobody.
    """

    places: NDArray[np.bool_]
    pixels: Picture

    @classmethod
    def of(cls, picture: Picture, others: Iterable[Picture]) -> "Ink":
        """What is in `picture`, and in none of the others."""
        values, counts = np.unique(picture, return_counts=True)
        places = picture != values[counts.argmax()]
        places[:BAR_HIGH] = places[:, :BAR_WIDE] = False
        for other in others:
            places &= picture != other
        return cls(places, picture[places])

    def share_in(self, picture: Picture) -> float:
        """How much of it a picture holds, from 0 to 1."""
        return float(np.mean(picture[self.places] == self.pixels))
