# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every delay of a visit, by name. Profiles may lengthen them, within the bounds of the standard."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Delays:
    """All in seconds.

    `idle`: quiet time until 'are you still there?' (accessibility.md TIM-04); None at home, where nobody is sent
    away. `warning`: how long that question stands (TIM-01). `farewell`: how long 'this machine has forgotten you'
    stands. `called`: how long the place is kept once somebody was asked to come. `abandoned`: quiet time on the
    welcome page until a changed language, size or colour goes back to the profile's. `assisted_idle` and
    `assisted_warning`: the least of both while everything is larger and slower. `readings`: how many times the page
    could be read before the question (TIM-04). `recall`: how long sending can be stopped where it waits. `tried`:
    quiet time until a way of pressing that nobody said yes to gives place to the one before.
    """

    idle: float | None = 180.0
    warning: float = 60.0
    farewell: float = 12.0
    called: float = 900.0
    abandoned: float = 60.0
    assisted_idle: float = 300.0
    assisted_warning: float = 120.0
    readings: float = 3.0
    recall: float = 10.0
    tried: float = 90.0


DRAFT_DAYS: Final = 30
"""Days after the last change until a form that was begun at home is forgotten (reliability.md B5)."""

FLOOR = Delays(idle=180.0, warning=20.0, farewell=3.0, called=300.0, abandoned=20.0)
"""The shortest a profile may ask for (TIM-04 sets the floor of `idle`, TIM-01 that of `warning`)."""
