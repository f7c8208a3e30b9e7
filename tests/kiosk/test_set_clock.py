# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clock that is set while a courier runs, while none does, or while the machine sleeps: sent once all the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.set_clock import DOUBT, ClockMark, at_start, searched_from
from core.submission import DeliveryState
from tests.support.clock_set import DAY, HOUR, Clocks, Machine
from tests.support.dying_courier import BEGIN


def corrected_while_down(
    folder: Path, off: float, *, forgets: bool = False, reboots: bool = False
) -> Machine:
    """Sent to a city without keys on a clock that is wrong; the next courier starts seconds later on the right one."""
    machine = Machine(folder, forgets, Clocks(off=off))
    machine.seal(keyed=False)
    machine.work()
    assert machine.delivery.state is DeliveryState.CHECKING
    machine.stop()
    machine.clocks.off = 0.0
    machine.clocks.real += 5.0
    if reboots:
        machine.clocks.restart()
    machine.start()
    machine.work(2 * HOUR)
    return machine


@pytest.mark.parametrize("reboots", [False, True], ids=["the same start", "another start"])
@pytest.mark.parametrize("off", [-1_800.0, 5 * DAY, -3_652 * DAY])
def test_a_clock_that_was_corrected_between_two_couriers_doubles_nothing(
    tmp_path: Path, off: float, reboots: bool
) -> None:
    machine = corrected_while_down(tmp_path, off, reboots=reboots)
    assert machine.delivery.state is DeliveryState.RECEIVED
    assert len(machine.city.filed) == 1
    machine.stop()


def test_a_courier_that_does_not_know_how_the_clock_stood_doubles(tmp_path: Path) -> None:
    """The settle time seems to be over, because the clock was half an hour behind."""
    machine = corrected_while_down(tmp_path, -1_800.0, forgets=True)
    assert len(machine.city.filed) > 1
    machine.stop()


@pytest.mark.parametrize("reboots", [False, True], ids=["the same start", "another start"])
def test_a_week_later_the_list_is_still_searched_where_it_is(tmp_path: Path, reboots: bool) -> None:
    """The clock was five days ahead, and no courier ran until that day had passed: nothing lies ahead any more."""
    machine = Machine(tmp_path, clocks=Clocks(off=5 * DAY))
    machine.seal(keyed=False)
    machine.work()
    machine.stop()
    machine.clocks.off = 0.0
    machine.clocks.real += 7 * DAY
    if reboots:
        machine.clocks.restart()
    machine.start()
    machine.work(2 * HOUR)
    assert machine.delivery.state is DeliveryState.RECEIVED
    assert len(machine.city.filed) == 1
    machine.stop()


def slept(folder: Path, *, sleep_is_seen: bool) -> int:
    """How often it was filed where the machine slept for longer than the server knows a key."""
    machine = Machine(folder)
    machine.seal(keyed=True)
    machine.work()
    machine.clocks.real += 30 * HOUR
    if not sleep_is_seen:
        machine.clocks.started += 30 * HOUR
    machine.work(HOUR)
    machine.stop()
    return len(machine.city.filed)


@pytest.mark.expects_log
def test_a_machine_that_slept_knows_that_its_key_is_old(tmp_path: Path) -> None:
    assert slept(tmp_path / "ours", sleep_is_seen=True) == 1
    # The fault: a clock that stands while the machine sleeps makes the sleep look like a clock that was set.
    assert slept(tmp_path / "fault", sleep_is_seen=False) == 2


def started_again(folder: Path, before: float, away: float, after: float, *, in_time: bool = True) -> Machine:
    """Sent under a key; the machine is off for `away` seconds; `before` and `after` is how far its clock is ahead.

    `in_time` tells whether the attempt had ended when the power went.
    """
    machine = Machine(folder, clocks=Clocks(off=before))
    machine.seal(keyed=True)
    machine.courier.turn()
    if in_time:
        machine.lane.let_go()
    machine.lane.close()
    machine.stop()
    machine.clocks.off = after
    machine.clocks.real += away
    machine.clocks.restart()
    machine.start()
    machine.work(HOUR)
    return machine


@pytest.mark.parametrize("in_time", [True, False], ids=["without an answer", "cut by the power"])
@pytest.mark.parametrize(
    ("before", "away", "after"),
    [(3 * DAY, 3.1 * DAY, 0.0), (0.0, 2 * DAY, -2 * DAY + 300.0)],
    ids=["ahead by days", "standing while the machine is off"],
)
def test_a_key_whose_age_no_clock_can_tell_after_another_start_goes_to_a_person(
    tmp_path: Path, before: float, away: float, after: float, in_time: bool
) -> None:
    """The server has forgotten the key by then, and by the machine's clock it is hours old."""
    machine = started_again(tmp_path, before, away, after, in_time=in_time)
    assert machine.delivery.state is DeliveryState.ATTENTION
    assert len(machine.city.filed) == (1 if in_time else 0)
    machine.stop()


def test_an_age_that_is_believed_after_another_start_doubles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault: whatever the clock shows then is how old the key is."""
    monkeypatch.setattr(
        "kiosk.courier.delivering.at_start",
        lambda one, by, now, settle: at_start(one, by or 0.0, now, settle),
    )
    machine = started_again(tmp_path, 3 * DAY, 3.1 * DAY, 0.0)
    assert len(machine.city.filed) > 1
    machine.stop()


def test_what_never_left_leaves_after_another_start_whatever_the_clock_shows(tmp_path: Path) -> None:
    machine = Machine(tmp_path, clocks=Clocks(off=3 * DAY))
    machine.seal(keyed=True)
    machine.stop()
    machine.clocks.off = 0.0
    machine.clocks.restart()
    machine.city.answers = True
    machine.start()
    machine.work()
    assert machine.delivery.state is DeliveryState.RECEIVED
    assert len(machine.city.filed) == 1
    machine.stop()


@pytest.mark.expects_log
def test_a_clock_that_is_set_while_an_attempt_is_under_way_takes_its_beginning_along(tmp_path: Path) -> None:
    machine = Machine(tmp_path, clocks=Clocks(off=5 * DAY))
    machine.seal(keyed=True)
    machine.courier.turn()
    assert machine.delivery.state is DeliveryState.LEAVING
    machine.clocks.off = 0.0
    machine.clocks.real += 60.0
    machine.courier.turn()
    machine.lane.let_go()
    assert machine.delivery.state is DeliveryState.SEALED
    assert machine.delivery.unsure_since == BEGIN
    machine.stop()


def test_what_was_under_way_is_decided_by_the_clock_as_it_is_now(tmp_path: Path) -> None:
    machine = Machine(tmp_path, clocks=Clocks(off=5 * DAY))
    machine.seal(keyed=True)
    machine.courier.turn()
    machine.stop()
    machine.clocks.off = 0.0
    machine.start()
    assert machine.delivery.state is DeliveryState.SEALED
    assert machine.delivery.unsure_since == BEGIN
    machine.stop()


def test_a_mark_and_its_changes_are_on_the_disk_together_or_not_at_all(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.seal(keyed=False)
    before, mark = machine.delivery, machine.outbox.clock_mark()
    illegal = replace(before, seal="another")
    with pytest.raises(Exception, match="identity"):
        machine.outbox.update_all(
            [(before, replace(before, changed=7.0)), (before, illegal)], ClockMark("x", 1.0)
        )
    assert (machine.delivery, machine.outbox.clock_mark()) == (before, mark)
    machine.stop()


def test_a_mark_says_nothing_of_another_start() -> None:
    mark = ClockMark("a", 100.0)
    assert ClockMark("a", 104.0).set_since(mark) == 0.0
    assert ClockMark("a", 90.0).set_since(mark) == -10.0
    assert ClockMark("b", 100.0).set_since(mark) is None
    assert mark.set_since(None) is None


def test_what_left_before_this_start_is_searched_a_month_earlier(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.seal(keyed=False)
    here = replace(machine.delivery, unsure_since=BEGIN)
    assert searched_from(here, machine.clocks.instant()) == BEGIN
    machine.clocks.real += 10.0
    machine.clocks.restart()
    assert searched_from(here, machine.clocks.instant()) == BEGIN - DOUBT
    machine.stop()
