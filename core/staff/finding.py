# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing that a machine finds out about itself, as staff are told it."""

from dataclasses import dataclass
from enum import Enum


class Gravity(Enum):
    """How bad it is: fine, worth knowing, or not fit for people."""

    FINE = "ok"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked at, what was found, and, unless it is fine, what to do; in English, as the terminal says it."""

    what: str
    gravity: Gravity
    found: str
    mend: str = ""
