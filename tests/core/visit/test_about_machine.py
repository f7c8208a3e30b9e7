# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page about the machine: reached from the welcome page by anybody, and never from within a visit."""

from core.end_record import recorded
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.holding import Holding
from core.visit.machine import held
from tests.support.told import Told, answer, filling

HOLDING = Holding(2, 1.0, "9f3ac51e")


def test_anybody_sees_what_the_machine_holds_before_a_visit_begins_and_goes_back() -> None:
    told = Told(e.MachineOpened())
    assert told.visit.page == p.AboutMachine()
    assert told.asked(fx.DescribeMachine) == [fx.DescribeMachine()]
    told.tell(e.MachineDescribed(HOLDING))
    assert told.visit.page == p.AboutMachine(HOLDING)
    told.tell(e.ContinuePressed())
    assert (told.visit.page, told.visit.trail) == (p.Welcome(), ())
    assert Told(e.MachineOpened(), e.BackPressed()).visit.page == p.Welcome()


def test_an_answer_that_comes_too_late_changes_nothing() -> None:
    told = Told(e.MachineOpened(), e.BackPressed(), e.MachineDescribed(HOLDING))
    assert told.visit.page == p.Welcome()


def test_the_record_of_the_visit_before_is_kept_wherever_one_is() -> None:
    record = recorded(None, 1.0, answers=3, forms=1, milliseconds=9)
    assert filling().tell(e.EndKnown(record)).visit.last_end == record


def test_what_a_visit_holds_is_counted() -> None:
    assert held(Told().visit) == (0, 0)
    assert held(filling().visit) == (0, 1)
    assert held(answer(filling(), "Ada").visit) == (1, 1)
