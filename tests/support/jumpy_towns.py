# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The model of deliveries with a machine whose clock is set and that is started again, and the faults to be found."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from core import sync
from core.set_clock import at_start
from tests.support.delivery_model import Town
from tests.support.modelled_agencies import Kind
from tests.support.rules_under_test import SETTLE

JUMPS = st.sampled_from([-3.2e8, -86_400.0, -3_600.0, -700.0, 60.0, 700.0, 3_600.0, 86_400.0, 3.2e8])


class JumpyTown(Town):
    """The same town with a machine whose clock is set, by a minute or by ten years, whether or not a courier runs.

    The machine is started again now and then: how far its clock was set since, nobody knows.
    """

    notices = True

    def __init__(self) -> None:
        super().__init__()
        self.unseen = 0.0
        self.anew = False

    @rule(by=JUMPS, off=st.sampled_from([60.0, 4_000.0, 86_400.0]))
    def machine_is_started_again(self, by: float, off: float) -> None:
        """By so many seconds its clock is set meanwhile; or it stood still, which is the same."""
        self.courier_is_up = False
        self.anew = True
        self.time_goes_on(off)
        self.now += by

    @rule(by=JUMPS)
    def clock_is_set_while_no_courier_runs(self, by: float) -> None:
        self.courier_is_up = False
        self.unseen += by
        self.now += by

    def courier_starts(self) -> None:
        if self.courier_is_up or not self.notices:
            super().courier_starts()
            return
        self.courier_is_up = True
        for delivery in self.outbox.deliveries():
            later = at_start(delivery, self.set_since(), self.now, SETTLE)
            assert later == delivery or self.outbox.update(delivery, later)
        self.unseen, self.anew = 0.0, False

    def set_since(self) -> float | None:
        """What the next courier knows of it (`core.set_clock.ClockMark.set_since`)."""
        return None if self.anew else self.unseen

    @rule(by=JUMPS)
    def clock_is_set(self, by: float) -> None:
        self.courier_starts()
        self.now += by
        if self.notices:
            for delivery in self.outbox.deliveries():
                later = sync.clock_moved(delivery, by, self.now, SETTLE)
                assert later == delivery or self.outbox.update(delivery, later)


class BelievingTown(JumpyTown):
    """The fault: after another start the clock is taken for right, and whatever it shows for the age of a key."""

    def set_since(self) -> float | None:
        return 0.0 if self.anew else self.unseen

    @rule()
    def an_answer_is_lost(self) -> None:
        self.citizen_seals(Kind.KEYED_SILENT)
        self.courier_works("kept, answer lost", 0.5)


class CarelessTown(JumpyTown):
    """The fault: nobody notices that the clock was set."""

    notices = False

    @rule(by=st.sampled_from([700.0, 3_000.0]))
    def clock_is_set(self, by: float) -> None:
        self.courier_starts()
        self.now += by

    @rule()
    def an_answer_is_lost(self) -> None:
        self.citizen_seals(Kind.NO_KEY)
        self.courier_works("kept, answer lost", 0.5)
