# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The moving highlight of people with one or two switches: where it is, when it moves on, and what was chosen.

It reads no clock: whoever owns it passes the time in (seconds of any clock that never goes back), and asks
`due` when to come again. Each deadline is reckoned from the one before, not from when it was noticed, so that
scanning does not drift under load (OPR-12).
"""

from dataclasses import dataclass
from enum import Enum

from accessibility.hands.scan_items import Group, Item, Leaf, WayOut, visited
from accessibility.hands.ways import ScanTimes


class State(Enum):
    """What the highlight is doing."""

    RESTING = "resting"
    SCANNING = "scanning"
    HELD = "held"
    TAKING_BACK = "taking_back"


@dataclass(frozen=True, slots=True)
class Moved:
    """The highlight is on another item now; `entered` when it came into or out of a group."""

    item: Item
    entered: bool = False


@dataclass(frozen=True, slots=True)
class Waits:
    """A choice was made and can be taken back for a while."""

    leaf: Leaf


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The choice that waited was taken back."""

    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Chosen:
    """Something is to be done."""

    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Rests:
    """Nobody chose for all rounds; the next press begins again."""


Deed = Moved | Waits | TakenBack | Chosen | Rests


class Scanner:
    """One highlight. `auto`: it moves by itself and one switch chooses; otherwise `move` moves it."""

    def __init__(self, times: ScanTimes, *, auto: bool) -> None:
        self.times = times
        self._auto = auto
        self._groups: list[tuple[Group, int]] = []
        self._state = State.RESTING
        self._index = 0
        self._round = 0
        self._deadline: float | None = None
        self._deaf_until = float("-inf")

    @property
    def state(self) -> State:
        """What the highlight is doing."""
        return self._state

    @property
    def item(self) -> Item | None:
        """Where the highlight is; None while it rests."""
        if self._state is State.RESTING or not self.items:
            return None
        return self.items[self._index]

    @property
    def items(self) -> tuple[Item, ...]:
        """What is visited now: the group where the highlight is."""
        return visited(self._groups[-1][0], outermost=len(self._groups) == 1) if self._groups else ()

    @property
    def due(self) -> float | None:
        """When `pass_time` has something to do."""
        return self._deadline

    def show(self, root: Group, now: float) -> list[Deed]:
        """Visit another page from its first item. A choice that waited is forgotten with its page."""
        self._groups = [(root, 0)]
        return self._begin(now)

    def renew(self, root: Group, now: float) -> list[Deed]:
        """The same page has changed: stay in the same group and on the same item, as far as they are still there."""
        here, path = self.item, [group.name for group, _ in self._groups[1:]]
        resting = self._state is State.RESTING
        groups, left = [(root, 0)], self._index
        for name in path:
            inner = [
                (one, at)
                for at, one in enumerate(groups[-1][0].items)
                if isinstance(one, Group) and one.name == name
            ]
            if not inner:
                break
            groups.append(inner[0])
        whole = len(groups) == len(path) + 1
        self._groups = groups
        if not whole or self._state is State.TAKING_BACK or not self.items:
            return self._begin(now)
        names = [_name(one) for one in self.items]
        self._index = names.index(_name(here)) if here is not None and _name(here) in names else left
        self._index = min(self._index, len(names) - 1)
        return [] if resting else [Moved(self.items[self._index])]

    def press(self, now: float) -> list[Deed]:
        """The switch that chooses goes down."""
        if now < self._deaf_until or not self._groups or self._state is State.HELD:
            return []
        if self._state is State.RESTING:
            return self._begin(now)
        if self._state is State.TAKING_BACK:
            leaf = self.item
            assert isinstance(leaf, Leaf)
            self._go_on(now)
            return [TakenBack(leaf), Moved(leaf)]
        self._state = State.HELD
        self._deadline = now + self.times.hold
        return self._accept(now) if self.times.hold == 0 else []

    def release(self, now: float) -> list[Deed]:
        """The switch is let go: too soon, and nothing was chosen."""
        self._deaf_until = now + self.times.release
        if self._state is State.HELD:
            self._go_on(now)
        return []

    def move(self, now: float) -> list[Deed]:
        """The switch for Move goes down; after the last item comes the first again."""
        if now < self._deaf_until or not self._groups:
            return []
        if self._state is State.RESTING:
            return self._begin(now)
        if self._state is not State.SCANNING:
            return []
        self._index = (self._index + 1) % max(len(self.items), 1)
        return self._moved()

    def pass_time(self, now: float) -> list[Deed]:
        """Do what is due by `now`: at most one step, so that no item is skipped after a stall."""
        if self._deadline is None or now < self._deadline:
            return []
        match self._state:
            case State.HELD:
                return self._accept(now)
            case State.TAKING_BACK:
                leaf = self.item
                assert isinstance(leaf, Leaf)
                self._go_on(now)
                return [Chosen(leaf)]
            case State.SCANNING:
                return self._step(now)
            case State.RESTING:
                return []

    def _begin(self, now: float) -> list[Deed]:
        self._index = self._round = 0
        self._go_on(now)
        return self._moved(entered=True)

    def _go_on(self, now: float) -> None:
        self._state = State.SCANNING
        self._deadline = now + self._time_here() if self._auto else None

    def _time_here(self) -> float:
        return self.times.step + (self.times.first_extra if self._index == 0 else 0)

    def _moved(self, *, entered: bool = False) -> list[Deed]:
        return [Moved(self.items[self._index], entered)] if self.items else []

    def _step(self, now: float) -> list[Deed]:
        self._index += 1
        if self._index >= len(self.items):
            self._index = 0
            self._round += 1
            if self._round >= self.times.loops:
                return self._tire(now)
        due = (self._deadline if self._deadline is not None else now) + self._time_here()
        # After a stall of more than a step, the person gets the whole time on what they see now.
        self._deadline = due if due > now else now + self._time_here()
        return self._moved()

    def _tire(self, now: float) -> list[Deed]:
        """All rounds went by: out of the group, or rest."""
        if len(self._groups) > 1:
            return self._leave(now)
        self._state, self._deadline = State.RESTING, None
        return [Rests()]

    def _leave(self, now: float) -> list[Deed]:
        """Out of the group, onto the group itself."""
        _, self._index = self._groups.pop()
        self._round = 0
        self._go_on(now)
        return self._moved(entered=True)

    def _accept(self, now: float) -> list[Deed]:
        item = self.item
        match item:
            case Group():
                self._groups.append((item, self._index))
                return self._begin(now)
            case WayOut():
                return self._leave(now)
            case Leaf():
                self._round = 0
                if item.at_once or not self._auto or self.times.to_cancel == 0:
                    self._to_rows(item)
                    self._go_on(now)
                    return [Chosen(item), *self._moved(entered=True)]
                self._state = State.TAKING_BACK
                self._deadline = now + self.times.to_cancel
                return [Waits(item)]
            case None:
                self._go_on(now)
                return []

    def _to_rows(self, leaf: Leaf) -> None:
        """After a key, the next is looked for from the group of all rows again."""
        if leaf.at_once and len(self._groups) > 2:
            del self._groups[2:]
            self._index = 0


def _name(item: Item) -> str:
    return f"out of {item.group}" if isinstance(item, WayOut) else item.name
