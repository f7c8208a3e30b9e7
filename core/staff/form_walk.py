# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff are told of a service whose form a machine has to do to its end before anybody else does."""

from dataclasses import dataclass

from core.ids import ServiceId


@dataclass(frozen=True, slots=True)
class Stuck:
    """One way of using the machine in which the end was not reached: its name, and where and why, for who mends it."""

    mode: str
    why: str


@dataclass(frozen=True, slots=True)
class FormWalk:
    """Whether exactly the form that is kept now was `tried`, and in which ways it was not done to its end."""

    service: ServiceId
    tried: bool
    stuck: tuple[Stuck, ...] = ()

    @property
    def offered(self) -> bool:
        """Whether people may begin it."""
        return self.tried and not self.stuck
