# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every planner does: reads the live window, presses through the input gate, and counts its presses."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from accessibility.hands.ways import Hands
from kiosk.gate.pressing import key_down, key_up
from kiosk.gate.robot import Robot
from kiosk.gate.stuck import StuckError
from ui.hands.navigator import Navigator
from ui.hands.stops import Kind, Stop
from ui.input_gate import InputGate
from ui.parts.field import TextField
from ui.screens import page_key

MOST_PRESSES = 4
"""Presses for each visible item of a page, at most (OPR-09)."""

MORE = "foot.more"
PUT_AWAY = ("key.put_away", "pad.put_away")
"""What brings back what keys have pushed away."""


@dataclass
class Hand:
    """A clock of our own: a person takes a second from one press to the next."""

    now: float = 1000.0
    pause: float = 1.0

    def __call__(self) -> float:
        """The time that it is for them."""
        return self.now


@dataclass
class Visited:
    """What a planner did on one page: its presses outside of writing, and the most items that it saw there."""

    page: object
    presses: int = 0
    items: int = 0
    signs: int = 0
    sign_presses: int = 0


@dataclass
class Planner(ABC):
    """Subclasses say how to come to a stop and how to choose it."""

    robot: Robot
    hand: Hand
    visits: list[Visited] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    writing: bool = False
    looked: int = 0

    @property
    def hands(self) -> Navigator:
        """What steps through the window."""
        return self.robot.session.window.hands

    def stops(self) -> list[Stop]:
        """What can be visited now, each key by itself."""
        return [one for stop in self.hands.stops() for one in (stop.keys or (stop,))]

    def find(self, name: str) -> Stop | None:
        """A stop by its name."""
        return next((stop for stop in self.stops() if stop.name == name), None)

    def here(self) -> Visited:
        """The account of the page that is shown."""
        page = page_key(self.robot.visit)
        if not self.visits or self.visits[-1].page != page:
            self.visits.append(Visited(page))
        visit = self.visits[-1]
        visit.items = max(visit.items, len(self.stops()))
        return visit

    def key(self, key: Qt.Key, held: float = 0.1) -> None:
        """Press a key and let it go, a while after the last."""
        visit = self.here()
        if self.writing:
            visit.sign_presses += 1
        else:
            visit.presses += 1
        self.hand.now += self.hand.pause
        key_down(self._under(), key)
        self.hand.now += held
        key_up(self._under(), key)
        QApplication.processEvents()
        self.check_focus()

    def check_focus(self) -> None:
        """The focus is never nowhere, and never on something that is not shown (OPR-16)."""
        self.looked += 1
        focus = QApplication.focusWidget()
        if focus is None:
            raise StuckError(f"nothing has the focus on {self.robot.page}")
        if not (focus.isVisible() and focus.isEnabled()):
            raise StuckError(f"{focus.objectName()} has the focus and cannot be used")

    def press(self, name: str) -> None:
        """Come to it and choose it, turning to where it is shown if the page has more below."""
        ways = (name, MORE, *PUT_AWAY)
        for _ in range(40):
            self.robot.until(lambda: any(self.find(one) is not None for one in ways), f"for {name}")
            way = next((one for one in ways if self.find(one) is not None), name)
            self.come_to(way)
            self.choose()
            if way == name:
                return
        raise StuckError(f"{name} is on none of the page's parts: {[one.name for one in self.stops()]}")

    def write(self, name: str, text: str) -> None:
        """Choose a field, and write into it with the keys on the screen."""
        self.press(name)
        self.writing = True
        try:
            for sign in text:
                self.here().signs += 1
                self._write_sign(sign)
        finally:
            self.writing = False
        written = self.find(name)
        if written is not None and isinstance(written.widget, TextField | QPlainTextEdit):
            field_ = written.widget
            there = field_.text() if isinstance(field_, TextField) else field_.toPlainText()
            if there != text:
                raise StuckError(f"{name} has {there!r}, not {text!r}")

    @abstractmethod
    def come_to(self, name: str) -> None:
        """Bring the focus or the highlight to what has this name."""

    @abstractmethod
    def choose(self) -> None:
        """Act on what the focus or the highlight is on."""

    def check_presses(self) -> None:
        """No page took more presses than four for each of its items, writing aside (OPR-09)."""
        for visit in self.visits:
            if visit.presses > MOST_PRESSES * visit.items:
                raise StuckError(f"{visit.presses} presses for {visit.items} items on {visit.page}")

    def presses(self) -> int:
        """All presses outside of writing."""
        return sum(visit.presses for visit in self.visits)

    def signs(self) -> int:
        """All signs that were written."""
        return sum(visit.signs for visit in self.visits)

    def per_sign(self) -> float:
        """Presses for each sign that was written."""
        signs = sum(visit.signs for visit in self.visits)
        return sum(visit.sign_presses for visit in self.visits) / max(signs, 1)

    def _under(self) -> QWidget:
        return QApplication.focusWidget() or self.robot.shell

    def _write_sign(self, sign: str) -> None:
        if sign != sign.lower():
            self._choose_key("key.capitals")
        for _ in range(8):
            found = [stop for stop in self.stops() if stop.kind is Kind.KEY and _types(stop, sign)]
            if found:
                self._choose_key(found[0].name)
                return
            other = [one.name for one in self.stops() if one.name in ("key.sheet", "key.letters")]
            if not other:
                raise StuckError(f"no key for {sign!r} among {[one.name for one in self.stops()]}")
            self._choose_key(other[-1] if len(sign) == 1 and not sign.isalpha() else other[0])
        raise StuckError(f"no sheet has {sign!r}")

    def _choose_key(self, name: str) -> None:
        self.come_to(name)
        self.choose()


def _types(stop: Stop, sign: str) -> bool:
    if sign == " ":
        return stop.name == "key.space"
    return stop.name in (f"key.{sign}", f"key.{sign.lower()}", f"pad.{sign}")


@contextmanager
def planner_with(kind: Callable[[Robot, Hand], Planner], robot: Robot, hands: Hands) -> Iterator[Planner]:
    """A person with this way of input at the window, behind a real gate whose clock is the planner's."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("there is no window system")
    hand = Hand()
    gate = InputGate(application, hand)
    window = robot.session.window
    gate.give_keys_to(window.hands.key, window.hands.place)
    before = window.page_changed
    window.page_changed = gate.page_changed
    window.hands.scanning.use_clock(hand)
    # A profile that is changed is the only form there is, and there from the beginning.
    robot.until(lambda: bool(robot.known.forms) or robot.visit.editing is not None, "for the forms")
    robot.session.send(window.preferences.with_hands(hands))
    planner = kind(robot, hand)
    window.hands.highlight.landed.connect(lambda stop: planner.spoken.append(stop.words))
    robot.watch = planner.check_focus
    try:
        yield planner
    finally:
        window.page_changed = before
        application.removeEventFilter(gate)
        gate.deleteLater()
