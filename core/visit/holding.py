# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies on the machine, as anybody may know it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holding:
    """How many sealed submissions wait, since when the oldest (epoch seconds), and which catalogue is here.

    `catalogue` is a short mark that changes with the catalogue; empty where there is none.
    """

    waiting: int
    oldest: float | None
    catalogue: str
