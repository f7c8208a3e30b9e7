# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clock that is set while a courier runs, while none does, or while the machine sleeps: sent once all the same."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from core.catalogue import ChannelKind
from core.following import NothingTold, Progress
from core.passed_time import Instant
from core.set_clock import DOUBT, ClockMark, searched_from
from core.submission import Delivery, DeliveryState, NotFoundThere, Outcome, Received, Submission, Unsure
from kiosk.courier.delivering import Delivering
from offline_cache.outbox import StoredOutbox
from tests.support.dying_courier import BEGIN
from tests.support.lanes import WaitingLane
from tests.support.stored_outbox import opened, sealed
from tests.support.submissions import submission

HOUR, DAY = 3_600.0, 86_400.0
SETTLE = 600.0
ITEM = submission(1).id


@dataclass(slots=True)
class Clocks:
    """`real` is the time that nobody sets; the machine's clock differs from it by `off`."""

    real: float = BEGIN
    off: float = 0.0
    boot: str = "first"
    started: float = BEGIN - HOUR

    def wall(self) -> float:
        return self.real + self.off

    def steady(self) -> float:
        return self.real

    def instant(self) -> Instant:
        return Instant(self.boot, self.real - self.started, self.wall())

    def restart(self) -> None:
        self.boot, self.started = "second", self.real


@dataclass(slots=True)
class City:
    """Keeps what is sent, never says so, and lists it `LAG` seconds later, by its own clock, which is right.

    It forgets keys after a day.
    """

    clocks: Clocks
    filed: list[float] = field(default_factory=list)
    answers: bool = False
    remembers: bool = True

    def deliver(self, item: Submission) -> Outcome:
        known = self.remembers and self.filed and self.clocks.real - self.filed[-1] < DAY
        if not (item.envelope.repeatable and known):
            self.filed.append(self.clocks.real)
        return Received("R-1") if self.answers else Unsure("timeout")

    def look_up(self, item: Submission, since: float, told_at: str = "") -> Outcome:
        del told_at
        start = min(since, item.created) - DAY
        shown = [at for at in self.filed if at >= start and self.clocks.real - at > 500.0]
        return Received("R-1") if shown else NotFoundThere()

    def progress(self, delivery: Delivery) -> Progress:
        del delivery
        return NothingTold("status")


@dataclass(slots=True)
class Machine:
    """A courier over an outbox on the disk, and a city; `forgets` is the fault: nobody noted how the clock stood."""

    folder: Path
    forgets: bool = False
    clocks: Clocks = field(default_factory=Clocks)
    lane: WaitingLane = field(default_factory=WaitingLane)
    city: City = field(init=False)
    outbox: StoredOutbox = field(init=False)
    courier: Delivering = field(init=False)

    def __post_init__(self) -> None:
        self.city = City(self.clocks)
        self.start()

    def start(self) -> None:
        """The next courier, on the store that the last one left."""
        self.outbox = opened(self.folder, now=self.clocks.wall())
        if self.forgets:
            self.outbox.update_all([], ClockMark.of(self.clocks.instant()))
        agencies = {ChannelKind.OPENROSA: self.city, ChannelKind.OPEN311: self.city}
        self.courier = Delivering(
            self.outbox, agencies, self.lane, self.clocks, self.clocks.instant, SETTLE, lambda: 0.5
        )
        self.courier.recover()

    def seal(self, *, keyed: bool) -> None:
        item = submission(1, created=self.clocks.wall(), repeatable=keyed, remembered=DAY if keyed else None)
        sealed(self.outbox, item)

    def work(self, seconds: float = 0.0) -> None:
        """Turns, five minutes apart."""
        end = self.clocks.real + seconds
        while True:
            self.courier.turn()
            self.lane.let_go()
            if self.clocks.real >= end:
                return
            self.clocks.real += min(300.0, end - self.clocks.real)

    def stop(self) -> None:
        self.outbox.close()

    @property
    def delivery(self) -> Delivery:
        found = self.outbox.delivery(ITEM)
        assert found is not None
        return found


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
