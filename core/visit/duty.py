# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody of the staff who is signed in, and how long they may stay."""

from dataclasses import dataclass, replace
from typing import Final

from core.staff.machine_state import MachineState
from core.staff.member import Member
from core.staff.presence import Presence
from core.visit.self_test_pages import StaffTested

LOOKS: Final = 120
"""Seconds within which a set-up has come, or been refused, where its source answers."""
LOOK_EVERY: Final = 15


@dataclass(frozen=True, slots=True)
class Duty:
    """`presence` is None until the first second has passed; `state` what the machine held when it was last asked.

    `tested` is what came of the glass and of the keys, of each the last. `looks` are the seconds for which the machine
    is still described anew, since a set-up that was asked for comes, or does not, while its page is looked at.
    """

    member: Member
    presence: Presence | None = None
    state: MachineState | None = None
    tested: tuple[StaffTested, ...] = ()
    looks: int = 0

    def at(self, now: float, *, pressed: bool) -> "Duty":
        """One second on, at a steady time. `pressed` where something was pressed since the second before."""
        if self.presence is None:
            return replace(self, presence=Presence(now, now))
        return replace(self, presence=replace(self.presence, pressed=now)) if pressed else self

    def ordered(self, *, set_up: bool) -> "Duty":
        """The same, who have now ordered something: that a new set-up be looked for, or something else."""
        return replace(self, looks=LOOKS) if set_up else self

    def with_tested(self, tested: StaffTested) -> "Duty":
        """The same, who have now tested this."""
        others = tuple(one for one in self.tested if one.touch is not tested.touch)
        return replace(self, tested=(*others, tested))

    @property
    def can_change(self) -> bool:
        """Whether the machine's settings can be changed here."""
        return self.state is not None and self.state.set_up.editable

    @property
    def can_free(self) -> bool:
        """Whether the printer holds something back, or was stopped."""
        return self.state is not None and self.state.printer is not None and self.state.printer.wants_freeing

    @property
    def can_look_for_paper(self) -> bool:
        """Whether a visit may have left paper in the printer."""
        return self.state is not None and self.state.paper.papers > 0

    def left(self, now: float) -> float:
        """Seconds until they are signed out."""
        presence = self.presence or Presence(now, now)
        return presence.left(now)
