# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody of the staff who is signed in, and how long they may stay."""

from dataclasses import dataclass, replace

from core.staff.machine_state import MachineState
from core.staff.member import Member
from core.staff.presence import Presence
from core.visit.self_test_pages import StaffTested


@dataclass(frozen=True, slots=True)
class Duty:
    """`presence` is None until the first second has passed; `state` what the machine held when it was last asked.

    `tested` is what came of the glass and of the keys, of each the last.
    """

    member: Member
    presence: Presence | None = None
    state: MachineState | None = None
    tested: tuple[StaffTested, ...] = ()

    def at(self, now: float, *, pressed: bool) -> "Duty":
        """One second on, at a steady time. `pressed` where something was pressed since the second before."""
        if self.presence is None:
            return replace(self, presence=Presence(now, now))
        return replace(self, presence=replace(self.presence, pressed=now)) if pressed else self

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

    def left(self, now: float) -> float:
        """Seconds until they are signed out."""
        presence = self.presence or Presence(now, now)
        return presence.left(now)
