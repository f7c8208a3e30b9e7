# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way of input a person uses, and their own times and switches for it. A part of their preferences."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final


class Way(Enum):
    """How a person presses. Touch and mouse work beside all of them."""

    TOUCH = "touch"
    KEYBOARD = "keyboard"
    FIVE_KEYS = "five-keys"
    NINE_KEYS = "nine-keys"
    TWO_SWITCHES = "two-switches"
    ONE_SWITCH = "one-switch"

    @property
    def whole_keyboard(self) -> bool:
        """Whether keys write letters too, as on a keyboard that may stand beside a touch screen."""
        return self in (Way.TOUCH, Way.KEYBOARD)

    @property
    def scans(self) -> bool:
        """Whether one highlight visits group after group, because there is no key for each direction."""
        return self in (Way.TWO_SWITCHES, Way.ONE_SWITCH)

    @property
    def reads_through(self) -> bool:
        """Whether up and down stop at plain text too (OPR-14)."""
        return self in (Way.FIVE_KEYS, Way.NINE_KEYS)

    @property
    def needs_letters(self) -> bool:
        """Whether there is no other way to write than the keyboard on the screen."""
        return self is not Way.KEYBOARD


STEP: Final = (0.5, 10.0)
FIRST_EXTRA: Final = (0.0, 5.0)
LOOPS: Final = (1, 10)
HOLD: Final = (0.0, 1.0)
RELEASE: Final = (0.0, 2.0)
CANCEL: Final = (0.0, 10.0)


@dataclass(frozen=True, slots=True)
class ScanTimes:
    """How a moving highlight keeps time, in seconds (OPR-12). ValueError outside the ranges above.

    `step` is the time on one item and `first_extra` more on the first; after `loops` rounds it rests. A switch
    counts once it was held for `hold`, and is deaf for `release` after it was let go. What was chosen waits for
    `cancel` seconds, in which another press takes it back; None is one step.
    """

    step: float = 2.0
    first_extra: float = 1.0
    loops: int = 3
    hold: float = 0.0
    release: float = 0.5
    cancel: float | None = None

    def __post_init__(self) -> None:
        _within("step", self.step, STEP)
        _within("first_extra", self.first_extra, FIRST_EXTRA)
        _within("loops", self.loops, LOOPS)
        _within("hold", self.hold, HOLD)
        _within("release", self.release, RELEASE)
        if self.cancel is not None:
            _within("cancel", self.cancel, CANCEL)

    @property
    def to_cancel(self) -> float:
        """The seconds in which a choice can be taken back."""
        return self.step if self.cancel is None else self.cancel

    def slower(self) -> "ScanTimes":
        """Half a second more on each item, as far as the range goes."""
        return replace(self, step=min(self.step + 0.5, STEP[1]))

    def faster(self) -> "ScanTimes":
        """Half a second less on each item, as far as the range goes."""
        return replace(self, step=max(self.step - 0.5, STEP[0]))


def _within(name: str, value: float, span: tuple[float, float]) -> None:
    if not span[0] <= value <= span[1]:
        raise ValueError(f"{name} {value} is not between {span[0]} and {span[1]}")


@dataclass(frozen=True, slots=True)
class Hands:
    """One person's way of input. `switches` are the key names that they have chosen: for Move, then for Select."""

    way: Way = Way.KEYBOARD
    scan: ScanTimes = ScanTimes()
    switches: tuple[str, ...] = ()

    def with_way(self, way: Way) -> "Hands":
        """Another way; what was chosen for switches stays if it is one with as many."""
        return replace(self, way=way, switches=self.switches if way is self.way else ())
