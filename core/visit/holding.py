# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies on the machine, as anybody may know it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holding:
    """How many sealed submissions wait, since when the oldest (epoch seconds), and which catalogue is here.

    `for_person` are those that were refused or that a person has to decide, and `for_person_since` the oldest of them.
    `catalogue` is a short mark that changes with the catalogue; empty where there is none.
    """

    waiting: int
    oldest: float | None
    catalogue: str
    for_person: int = 0
    for_person_since: float | None = None
