# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which service each way of pressing does in a run: another one whenever the program is another.

A run has time for one service in each way. The same program always does the same ones; every change of it turns to
others, so that each way comes to each service in the course of the work. The long run does all of them.
"""

import zlib
from functools import cache
from pathlib import Path
from typing import Final

from tests.support.planners.journey import SERVICES

ROOT: Final = Path(__file__).parents[3]
PROGRAM: Final = ("core", "ui", "kiosk", "accessibility")
APART: Final = 3
"""From the service of one way to that of the next."""


@cache
def turn() -> int:
    """A number of the program as it is."""
    number = 0
    for package in PROGRAM:
        for path in sorted((ROOT / package).rglob("*.py")):
            number = zlib.crc32(path.read_bytes(), number)
    return number


def share(place: int, at: int | None = None) -> str:
    """The service of the way with this place, in a run of the program as it is, or `at` another turn."""
    return SERVICES[((turn() if at is None else at) + place * APART) % len(SERVICES)]
