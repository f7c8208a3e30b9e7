# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of each who is measured, and what was found."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of one form: to its first field, from the key that opens a question to that question on the screen,
    and to what is wrong with it; for us also what the last letter alone took, and the page with all answers. `memory`
    in MB, once it is open."""

    opened: float
    shown: float
    judged: float
    memory: float
    letter: float = 0.0
    checked: float = 0.0


class Contender(Protocol):
    """Somebody with the list of forms on the screen. What does not come raises TimeoutError."""

    def take(self, count: int) -> Took:
        """Open the form of so many questions, answer its first, have it judged, and go back to the list."""
        ...


@dataclass(slots=True)
class Found:
    """What one contender took, by the length of the form; `starts` from its command to its list, in milliseconds."""

    name: str
    took: dict[int, list[Took]] = field(default_factory=dict)
    starts: list[float] = field(default_factory=list)
    idle_memory: list[float] = field(default_factory=list)
