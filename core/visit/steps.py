# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a step gives back."""

from typing import NamedTuple

from core.visit.effects import Effect
from core.visit.state import Visit


class Step(NamedTuple):
    """The next visit, and what the program is to do."""

    visit: Visit
    effects: tuple[Effect, ...] = ()


def stay(visit: Visit) -> Step:
    """Nothing follows: the event means nothing here."""
    return Step(visit)
