# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits the stops of a page for people with one or two switches, group after group, with real time."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from accessibility.hands.scan_items import Group, Item, Leaf, WayOut
from accessibility.hands.scanner import Chosen, Deed, Moved, Rests, Scanner, State, TakenBack, Waits
from accessibility.hands.ways import Hands, Way
from i18n.messages import Messages
from ui.hands.highlight import Highlight, hold_down
from ui.hands.stops import Kind, Stop, clusters

MOST_IN_A_GROUP = 5
"""Keys of a longer row come in groups, so that no key is more than a few steps away."""


class Scanning(QObject):
    """Signals: `chose` with the stop that is to be pressed; `rested`, when nobody chose for all rounds.

    `steady` is a clock in seconds that never goes back.
    """

    chose = Signal(object)
    rested = Signal()

    def __init__(
        self,
        stops: Callable[[], list[Stop]],
        texts: Callable[[], Messages],
        highlight: Highlight,
        steady: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stops = stops
        self._texts = texts
        self._highlight = highlight
        self._steady = steady
        self._scanner: Scanner | None = None
        self._way = Way.KEYBOARD
        self.texts_too = False
        self._tree = Group("page", ())
        self._known: dict[str, Stop] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def use_clock(self, steady: Callable[[], float]) -> None:
        """Keep time by another clock; for tests, which call `tick` themselves."""
        self._steady = steady

    @property
    def scanner(self) -> Scanner | None:
        """What keeps the time; None for ways of input that do not scan."""
        return self._scanner

    @property
    def takes_back(self) -> bool:
        """Whether something is chosen that a press would still take back."""
        return self._scanner is not None and self._scanner.state is State.TAKING_BACK

    def set_hands(self, hands: Hands, *, texts_too: bool) -> None:
        """Scan as a person wishes, or not at all. `texts_too`: plain text is visited, for who listens."""
        self.texts_too, self._way = texts_too, hands.way
        self._timer.stop()
        self._scanner = None
        if hands.way.scans:
            self._scanner = Scanner(hands.scan, auto=hands.way is Way.ONE_SWITCH)
            self.page_changed()

    def page_changed(self) -> None:
        """Begin at the first stop of the page that is shown now."""
        if self._scanner is not None:
            self._look()
            self._do(self._scanner.show(self._tree, self._steady()))

    def refreshed(self) -> None:
        """The same page may show other things now."""
        before = self._tree
        self._look()
        if self._scanner is not None and (self._tree != before or self._highlight.stop is None):
            self._do(self._scanner.renew(self._tree, self._steady()))

    def press(self) -> None:
        """The switch that chooses goes down."""
        if self._scanner is not None:
            self.refreshed()
            self._do(self._scanner.press(self._steady()))

    def release(self) -> None:
        """Any switch comes up."""
        if self._scanner is not None:
            self._do(self._scanner.release(self._steady()))

    def move(self) -> None:
        """The switch for Move goes down."""
        if self._scanner is not None:
            self.refreshed()
            self._do(self._scanner.move(self._steady()))

    @Slot()
    def tick(self) -> None:
        """Time has passed. What has come since, as texts to choose from do, is visited in its turn."""
        if self._scanner is not None:
            self.refreshed()
            self._do(self._scanner.pass_time(self._steady()))

    def _do(self, deeds: Sequence[Deed]) -> None:
        for deed in deeds:
            match deed:
                case Moved(item=item):
                    stop = self._stop_of(item)
                    if stop is not None:
                        self._highlight.come_to(stop)
                case Waits(leaf=leaf):
                    hold_down(self._known[leaf.name], True)
                case TakenBack(leaf=leaf):
                    hold_down(self._known[leaf.name], False)
                case Chosen(leaf=leaf):
                    self.chose.emit(self._known[leaf.name])
                case Rests():
                    self.rested.emit()
        self._wait()

    def _wait(self) -> None:
        due = self._scanner.due if self._scanner is not None else None
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(round((due - self._steady()) * 1000), 0))

    def _look(self) -> None:
        """What there is to visit now."""
        stops = [stop for stop in self._stops() if self.texts_too or stop.kind is not Kind.TEXT]
        self._known = {one.name: one for stop in stops for one in (stop, *stop.keys)}
        rows = [stop for stop in stops if stop.kind is Kind.ROW]
        bar = [stop for stop in stops if stop.kind is Kind.BAR]
        items: list[Leaf | Group] = []
        for stop in stops:
            if stop.kind is Kind.ROW:
                if stop is rows[0]:
                    items.append(Group("keys", tuple(self._row(row) for row in rows)))
            elif stop.kind is not Kind.BAR:
                items.append(Leaf(stop.name))
        if bar:
            items.append(Group("bar", tuple(Leaf(stop.name) for stop in bar)))
        if rows:
            self._known["keys"] = self._joined("keys", rows, self._texts().text("hands.group.keys"))
        if bar:
            self._known["bar"] = self._joined("bar", bar, self._texts().text("hands.group.bar"))
        self._tree = Group("page", tuple(items))

    def _row(self, row: Stop) -> Group:
        groups = clusters(row, MOST_IN_A_GROUP)
        if len(groups) == 1:
            return Group(row.name, tuple(Leaf(key.name, at_once=True) for key in row.keys))
        inner: list[Leaf | Group] = []
        for number, keys in enumerate(groups, 1):
            if len(keys) == 1:
                inner.append(Leaf(keys[0].name, at_once=True))
                continue
            name = f"{row.name} group {number}"
            words = ", ".join(key.words for key in keys)
            self._known[name] = Stop(name, Kind.ROW, tuple(key.widget for key in keys), words)
            inner.append(Group(name, tuple(Leaf(key.name, at_once=True) for key in keys)))
        return Group(row.name, tuple(inner))

    def _joined(self, name: str, stops: Sequence[Stop], words: str) -> Stop:
        widgets = tuple(widget for stop in stops for widget in stop.widgets)
        return Stop(name, Kind.ROW, widgets, words)

    def _stop_of(self, item: Item) -> Stop | None:
        if not isinstance(item, WayOut):
            return self._known.get(item.name)
        group = self._known.get(item.group)
        if group is None:
            return None
        return Stop(f"out of {item.group}", Kind.ROW, group.widgets, self._texts().text("hands.way_out"))
