# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways of pressing: single taps do everything, arrows change nothing, and few keys or switches come everywhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from accessibility.hands.actions import Action
from accessibility.hands.scan_items import Group, Item
from accessibility.hands.ways import Hands, Way
from tests.support.checks.hands import Heard, pressable
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named
from ui.hands.navigator import Navigator
from ui.hands.stops import Kind, Stop
from ui.input_gate import PAGE_MS, SAME_PLACE_MS, InputGate
from ui.pages.switches import SwitchesPage

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
LATER = 10.0
SOON = SAME_PLACE_MS / 1000 * 0.6
TOO_EARLY, EARLY_ENOUGH = PAGE_MS / 1000 * 0.8, PAGE_MS / 1000 * 1.2
MOST_PRESSES = 400
LEFT = Qt.MouseButton.LeftButton


class _Hand:
    """A clock that a check moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@contextmanager
def _gate() -> Iterator[tuple[InputGate, _Hand]]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    hand = _Hand()
    gate = InputGate(application, hand)
    try:
        yield gate, hand
    finally:
        application.removeEventFilter(gate)
        gate.setParent(None)


@contextmanager
def _using(screen: ScreenUnderTest, way: Way) -> Iterator[tuple[Navigator, _Hand]]:
    """The screen with somebody at it who presses in this way, behind the gate that the program has."""
    navigator = Navigator(screen.shell)
    with _gate() as (gate, hand):
        navigator.scanning.use_clock(hand)
        navigator.set_hands(Hands(way))
        gate.give_keys_to(navigator.key, navigator.place)
        yield navigator, hand
    navigator.set_hands(Hands())
    navigator.setParent(None)


def single_taps(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-04, OPR-07: one short press of one finger does what a control does, with no second, long or hovering one."""
    for control in pressable(screen):
        if not control.isVisible():
            continue
        heard = Heard(control)
        QTest.mouseClick(control, LEFT, pos=control.rect().center())
        if heard.times != 1:
            yield f"acts {heard.times} times for one tap: {named(control)}"


def second_strikes(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-06: two strikes within half a second are one; after a second they are two."""
    with _gate() as (_, hand):
        for control in pressable(screen):
            if not control.isVisible() or control.objectName() == "foot.more":
                continue
            heard = Heard(control)
            for wait in (LATER, SOON):
                hand.now += wait
                QTest.mouseClick(control, LEFT, pos=control.rect().center())
            if heard.times != 1:
                yield f"acts {heard.times} times for two strikes: {named(control)}"


def deaf_at_first(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-06: what is pressed just after a page came was meant for the one before."""
    with _gate() as (gate, hand):
        for control in pressable(screen):
            if not control.isVisible() or control.objectName() == "foot.more":
                continue
            heard = Heard(control)
            for wait, most in ((TOO_EARLY, 0), (EARLY_ENOUGH, 1)):
                hand.now += LATER
                gate.page_changed()
                hand.now += wait
                QTest.mouseClick(control, LEFT, pos=control.rect().center())
                if heard.times != most:
                    yield f"acts {heard.times} times {wait:.2f} s after the page came: {named(control)}"


def arrows_change_nothing(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-10: from each stop, each arrow only moves."""
    for way in (Way.KEYBOARD, Way.FIVE_KEYS, Way.NINE_KEYS):
        with _using(screen, way) as (navigator, hand):
            wished: list[Action] = []
            navigator.wished.connect(wished.append)
            before = _state(screen)
            for stop in navigator.stops():
                for arrow in ARROWS:
                    if not stop.widget.isVisible():
                        continue
                    navigator.highlight.come_to(stop)
                    hand.now += LATER
                    QTest.keyClick(screen.shell.focusWidget(), arrow)
                    if (after := _state(screen)) != before:
                        yield f"{arrow.name} changes something in {way.value}: {named(stop.widget)}"
                        before = after


def _state(screen: ScreenUnderTest) -> tuple[int, tuple[str, ...]]:
    lines = tuple(one.text() for one in screen.shell.findChildren(QLineEdit))
    blocks = tuple(one.toPlainText() for one in screen.shell.findChildren(QPlainTextEdit))
    # Pages on which keys are tried say what a key does; that is no change of data.
    tried = ("WayPageChanged", "KeyFelt")
    reported = [one for one in screen.shown.reported if type(one).__name__ not in tried]
    return len(reported), (*lines, *blocks)


def ends_stop_once(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-10: an arrow at the first or last thing stops there and tells so; only another press of it goes round."""
    if isinstance(screen.page, SwitchesPage):
        # Every key is taken for a switch there.
        return
    for way in (Way.KEYBOARD, Way.FIVE_KEYS, Way.NINE_KEYS):
        with _using(screen, way) as (navigator, hand):
            told: list[bool] = []
            navigator.highlight.stuck.connect(told.append)
            for arrow, last in ((Qt.Key.Key_Up, False), (Qt.Key.Key_Down, True)):
                ends = _ends(navigator, way)
                if len(ends) < 2:
                    continue
                here, there = (ends[-1], ends[0]) if last else (ends[0], ends[-1])
                navigator.highlight.come_to(here)
                for wanted, hears in ((here, [last]), (there, [])):
                    told.clear()
                    hand.now += LATER
                    QTest.keyClick(screen.shell.focusWidget(), arrow)
                    now = navigator.highlight.stop
                    if now is None or now.name != wanted.name:
                        yield f"{arrow.name} in {way.value} leads from {here.name} to {now and now.name}"
                    if told != hears:
                        yield f"{arrow.name} at {here.name} in {way.value} tells {told}, not {hears}"


def _ends(navigator: Navigator, way: Way) -> list[Stop]:
    """What arrows visit, where none of the two ends is a field of lines, whose arrows are its own."""
    found = [one for one in navigator.stops() if way.reads_through or one.kind is not Kind.TEXT]
    rows = way is not Way.FIVE_KEYS and any(one.keys for one in (*found[:1], *found[-1:]))
    lines = any(isinstance(one.widget, QPlainTextEdit) for one in (*found[:1], *found[-1:]))
    return [] if rows or lines else found


def _to_use(stops: list[Stop]) -> dict[str, Stop]:
    """Everything that does something, each key by itself."""
    opened = [one for stop in stops for one in (stop.keys or (stop,))]
    return {stop.name: stop for stop in opened if stop.kind is not Kind.TEXT}


def five_keys_come_everywhere(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-09: Down comes to everything on the page, and into each row of keys."""
    if isinstance(screen.page, SwitchesPage):
        # Every key is taken for a switch there, on purpose; Back and the touch screen lead away.
        if screen.page.hear("Escape", Action.BACK):
            yield "Back is taken for a switch"
        return
    with _using(screen, Way.FIVE_KEYS) as (navigator, hand):
        come: set[str] = set()
        navigator.highlight.landed.connect(lambda stop: come.update(one.name for one in (stop, *stop.keys)))
        if navigator.stops():
            navigator.highlight.come_to(navigator.stops()[0])
        stuck: list[bool] = []
        navigator.highlight.stuck.connect(stuck.append)
        for _ in range(MOST_PRESSES):
            if stuck:
                break
            hand.now += LATER
            QTest.keyClick(screen.shell.focusWidget(), Qt.Key.Key_Down)
        for name, stop in _to_use(navigator.stops()).items():
            if name not in come:
                yield f"Down does not come to it: {named(stop.widget)}"


def switches_come_everywhere(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-11, OPR-12: each thing to press or write in is in one of the groups, and each stop has words to be said."""
    for way in (Way.TWO_SWITCHES, Way.ONE_SWITCH):
        with _using(screen, way) as (navigator, _):
            scanner = navigator.scanning.scanner
            assert scanner is not None
            there = set(_leaves(scanner.items))
            for name, stop in _to_use(navigator.stops()).items():
                if name not in there:
                    yield f"{way.value} do not come to it: {named(stop.widget)}"
                elif not stop.words.strip():
                    yield f"nothing is said when {way.value} come to it: {named(stop.widget)}"


def _leaves(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            yield from _leaves(item.items)
        elif hasattr(item, "name"):
            yield item.name
