# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The moving highlight keeps its times exactly, with a clock of our own (OPR-11, OPR-12)."""

import random
from dataclasses import dataclass, field

import pytest

from accessibility.hands.scan_items import Group, Leaf, WayOut
from accessibility.hands.scanner import Chosen, Deed, Moved, Rests, Scanner, State, TakenBack, Waits
from accessibility.hands.ways import ScanTimes

ROW_1 = Group("row 1", (Leaf("q", at_once=True), Leaf("w", at_once=True)))
ROW_2 = Group("row 2", (Leaf("a", at_once=True), Leaf("s", at_once=True)))
KEYS = Group("keys", (ROW_1, ROW_2))
PAGE = Group("page", (Leaf("yes"), Leaf("no"), KEYS))


@dataclass
class Scan:
    """A scanner and its time, which is passed in twentieths of a second."""

    scanner: Scanner
    now: float = 1000.0
    done: list[tuple[float, Deed]] = field(default_factory=list)

    def keep(self, deeds: list[Deed]) -> list[Deed]:
        self.done += [(round(self.now, 3), deed) for deed in deeds]
        return deeds

    def wait(self, seconds: float) -> list[Deed]:
        found: list[Deed] = []
        for _ in range(round(seconds * 20)):
            self.now = round(self.now + 0.05, 3)
            found += self.keep(self.scanner.pass_time(self.now))
        return found

    def press(self, held: float = 0.1) -> list[Deed]:
        found = self.keep(self.scanner.press(self.now))
        found += self.wait(held)
        return found + self.keep(self.scanner.release(self.now))

    def until(self, name: str) -> None:
        for _ in range(2000):
            if getattr(self.scanner.item, "name", "") == name:
                return
            self.wait(0.05)
        raise AssertionError(f"the highlight never came to {name}")


def auto(root: Group = PAGE, **times: float) -> Scan:
    scan = Scan(Scanner(ScanTimes(**times), auto=True))  # type: ignore[arg-type]
    scan.keep(scan.scanner.show(root, scan.now))
    return scan


def moves(scan: Scan) -> list[tuple[float, str]]:
    return [
        (at - 1000, deed.item.name)
        for at, deed in scan.done
        if isinstance(deed, Moved) and not isinstance(deed.item, WayOut)
    ]


def test_steps_take_two_seconds_and_the_first_one_more() -> None:
    scan = auto()
    scan.wait(10)
    assert moves(scan) == [(0, "yes"), (3, "no"), (5, "keys"), (7, "yes"), (10, "no")]


def test_after_three_rounds_it_rests_and_the_next_press_begins_again() -> None:
    scan = auto()
    done = scan.wait(30)
    assert done[-1] == Rests()
    assert scan.done[-1][0] - 1000 == pytest.approx(3 * 7)
    assert scan.scanner.item is None
    assert scan.scanner.due is None
    assert scan.press() == [Moved(Leaf("yes"), entered=True)]


def test_a_choice_waits_one_step_and_is_done() -> None:
    scan = auto()
    assert scan.press() == [Waits(Leaf("yes"))]
    assert scan.wait(1.85) == []
    assert scan.wait(0.1) == [Chosen(Leaf("yes"))]


def test_another_press_takes_the_choice_back() -> None:
    scan = auto()
    scan.press()
    scan.wait(0.6)
    assert scan.press() == [TakenBack(Leaf("yes")), Moved(Leaf("yes"))]
    assert not any(isinstance(deed, Chosen) for deed in scan.wait(20))


def test_a_trembling_release_is_not_a_second_press() -> None:
    scan = auto()
    scan.press()
    for _ in range(3):
        scan.wait(0.1)
        assert scan.press() == []
    assert scan.wait(2.5)[0] == Chosen(Leaf("yes"))


def test_a_switch_must_be_held_for_as_long_as_was_asked() -> None:
    scan = auto(hold=0.8)
    assert scan.press(held=0.5) == []
    scan.wait(1)
    assert scan.press(held=1.0) == [Waits(Leaf("yes"))]


def test_nothing_moves_while_the_switch_is_held() -> None:
    scan = auto(hold=1.0)
    scan.wait(2.5)
    assert scan.press(held=0.9) == []
    assert scan.scanner.item == Leaf("yes")


def test_rows_then_keys_and_back_to_the_rows_after_each_letter() -> None:
    scan = auto()
    scan.until("keys")
    scan.press()
    scan.wait(0.5)
    assert scan.scanner.item == ROW_1
    scan.until("row 2")
    scan.press()
    scan.until("s")
    assert scan.press()[:2] == [Chosen(Leaf("s", at_once=True)), Moved(ROW_1, entered=True)]


def test_every_group_has_a_way_out() -> None:
    scan = auto()
    scan.until("keys")
    scan.press()
    scan.wait(2 + 1 + 2 - 0.1)
    assert scan.scanner.item == WayOut("keys")
    scan.press()
    assert scan.scanner.item == KEYS


def test_a_group_that_nobody_chooses_in_is_left_after_its_rounds() -> None:
    scan = auto()
    scan.until("keys")
    scan.press()
    scan.wait(3 * 7)
    assert scan.scanner.item == KEYS
    assert scan.scanner.state is State.SCANNING


def test_it_does_not_drift_when_every_look_comes_late() -> None:
    scanner = Scanner(ScanTimes(loops=10), auto=True)
    scanner.show(Group("page", tuple(Leaf(str(n)) for n in range(50))), 0.0)
    late = random.Random(7)
    now = 0.0
    noticed: list[tuple[float, list[Deed]]] = []
    while scanner.state is State.SCANNING and len(noticed) < 400:
        assert scanner.due is not None
        now = scanner.due + late.uniform(0.0, 0.4)
        noticed.append((scanner.due, scanner.pass_time(now)))
    expected = 0.0
    for index, (due, _) in enumerate(noticed):
        expected += 2.0 + (1.0 if index % 50 == 0 else 0.0)
        assert due == pytest.approx(expected)


def test_a_long_stall_skips_nothing() -> None:
    scanner = Scanner(ScanTimes(), auto=True)
    scanner.show(PAGE, 0.0)
    assert scanner.pass_time(60.0) == [Moved(Leaf("no"))]
    assert scanner.pass_time(61.9) == []
    assert scanner.pass_time(62.0) == [Moved(KEYS)]


def test_two_switches_go_round_and_choose_at_once() -> None:
    scanner = Scanner(ScanTimes(), auto=False)
    scanner.show(PAGE, 0.0)
    assert scanner.due is None
    names = []
    for n in range(4):
        (deed,) = scanner.move(float(n))
        assert isinstance(deed, Moved)
        names.append(getattr(deed.item, "name", ""))
    assert names == ["no", "keys", "yes", "no"]
    assert scanner.press(10.0) == [Chosen(Leaf("no")), Moved(Leaf("no"), entered=True)]


def test_a_changed_page_keeps_the_highlight_where_it_was() -> None:
    scanner = Scanner(ScanTimes(), auto=False)
    scanner.show(PAGE, 0.0)
    for at in (1.0, 2.0):
        scanner.move(at)
    scanner.press(3.0)
    scanner.release(3.1)
    scanner.move(4.0)
    changed = Group("page", (Leaf("maybe"), *PAGE.items))
    assert scanner.renew(changed, 5.0) == [Moved(ROW_2)]
    assert scanner.renew(Group("page", (Leaf("maybe"),)), 6.0) == [Moved(Leaf("maybe"), entered=True)]


@pytest.mark.parametrize(
    "wrong", [{"step": 0.4}, {"step": 10.1}, {"hold": 1.1}, {"loops": 0}, {"release": -0.1}, {"cancel": 11.0}]
)
def test_times_outside_their_ranges_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="is not between"):
        ScanTimes(**wrong)  # type: ignore[arg-type]


def test_slower_and_faster_stop_at_the_ends() -> None:
    assert ScanTimes(step=9.8).slower().step == 10.0
    assert ScanTimes(step=0.7).faster().step == 0.5
