# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Learns a person's switches: 'press the one you want for Move', then the one for Select."""

from dataclasses import dataclass, replace
from enum import Enum

from accessibility.hands.ways import Hands, Way


class Asked(Enum):
    """What is being asked for now."""

    MOVE = "move"
    SELECT = "select"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Calibration:
    """The switches heard so far. `same` is set when Select was asked for and Move came again."""

    way: Way
    heard: tuple[str, ...] = ()
    same: bool = False

    @property
    def asked(self) -> Asked:
        """Which switch shall be pressed next. A person with one switch is asked for Select only."""
        if self.way is Way.ONE_SWITCH:
            return Asked.SELECT if not self.heard else Asked.NOTHING
        return (Asked.MOVE, Asked.SELECT, Asked.NOTHING)[len(self.heard)]

    def pressed(self, key: str) -> "Calibration":
        """Hear a switch, by its key name. Anything after the last is ignored."""
        if self.asked is Asked.NOTHING:
            return self
        if key in self.heard:
            return replace(self, same=True)
        return replace(self, heard=(*self.heard, key), same=False)

    def again(self) -> "Calibration":
        """Forget what was heard."""
        return Calibration(self.way)

    def taken_by(self, hands: Hands) -> Hands:
        """The person's way with these switches. ValueError while one is still asked for."""
        if self.asked is not Asked.NOTHING:
            raise ValueError(f"{self.asked.value} was not pressed yet")
        return replace(hands, way=self.way, switches=self.heard)
