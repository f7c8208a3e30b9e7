# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of the ways of pressing: taps, strikes, keys, switches, and what is in reach."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QRect
from PySide6.QtGui import QMouseEvent, QPainter

from accessibility.hands.actions import Action
from accessibility.hands.scan_items import Group
from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.putting import put
from tests.support.checks.traps.trap import Trap
from ui.hands.navigator import Navigator
from ui.hands.scanning import Scanning
from ui.hands.stepping import Stepper
from ui.hands.stops import Stop
from ui.input_gate import InputGate
from ui.parts.buttons import Button
from ui.parts.control import Control


class _Twice(Button):
    """Wants a double tap."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()
        self.activated.emit()


def a_button_for_double_taps(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = _Twice(screen.look, "Twice", parent=screen.page)
    made.setObjectName("twice")
    put(screen, made, QRect(0, 0, 200, 90))


def a_gate_that_lets_second_strikes_in(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(InputGate, "_struck_twice", lambda gate, watched, place: False))


def a_gate_that_hears_at_once(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(InputGate, "_page_is_new", lambda gate: False))


def keys_that_pass_one_thing_by(screen: ScreenUnderTest, undo: ExitStack) -> None:
    whole = Stepper._visited

    def all_but_the_third(stepper: Stepper) -> list[Stop]:
        return [stop for place, stop in enumerate(whole(stepper)) if place != len(whole(stepper)) - 3]

    undo.enter_context(patch.object(Stepper, "_visited", all_but_the_third))


def arrows_that_press(screen: ScreenUnderTest, undo: ExitStack) -> None:
    def step(navigator: Navigator, action: Action) -> None:
        primary = screen.page.findChild(Control, "foot.primary")
        assert primary is not None
        primary.click()

    undo.enter_context(patch.object(Navigator, "_step", step))


def arrows_that_go_round_at_once(screen: ScreenUnderTest, undo: ExitStack) -> None:
    def go(stepper: Stepper, stops: Sequence[Stop], here: Stop | None, by: int, action: Action) -> None:
        place = 0 if here is None else (stops.index(here) + by) % len(stops)
        stepper._highlight.come_to(stops[place])

    undo.enter_context(patch.object(Stepper, "_go", go))


def an_end_that_is_not_told(screen: ScreenUnderTest, undo: ExitStack) -> None:
    whole = Stepper._go

    def go(stepper: Stepper, stops: Sequence[Stop], here: Stop | None, by: int, action: Action) -> None:
        was = stepper._highlight.blockSignals(True)
        whole(stepper, stops, here, by, action)
        stepper._highlight.blockSignals(was)

    undo.enter_context(patch.object(Stepper, "_go", go))


def switches_that_pass_one_thing_by(screen: ScreenUnderTest, undo: ExitStack) -> None:
    whole = Scanning._look

    def all_but_the_first(scanning: Scanning) -> None:
        whole(scanning)
        scanning._tree = Group("page", scanning._tree.items[1:])

    undo.enter_context(patch.object(Scanning, "_look", all_but_the_first))


class _Still(Button):
    """Looks the same while it is held."""

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        super().paint(painter, rect, pressed=False)


def a_button_that_shows_no_press(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = _Still(screen.look, "Still", parent=screen.page)
    made.setObjectName("still")
    put(screen, made, QRect(0, 0, 200, 90))


def a_button_out_of_reach(screen: ScreenUnderTest, undo: ExitStack) -> None:
    """A button that a page puts high, whatever the layout says."""
    made = Button(screen.look, "Too high", parent=screen.shell)
    made.setObjectName("high")
    put(screen, made, QRect(0, 0, 200, 90))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "single taps do everything": (Trap(a_button_for_double_taps),),
    "low enough to reach": (
        Trap(a_button_out_of_reach, "home", Case(glass="K3", step=5, low=True)),
        Trap(a_button_out_of_reach, "home", Case(glass="K1", low=True)),
        Trap(a_button_out_of_reach, "home", Case(glass="K4")),
    ),
    "a press is seen": (Trap(a_button_that_shows_no_press),),
    "a second strike does nothing": (Trap(a_gate_that_lets_second_strikes_in),),
    "a new page is deaf at first": (Trap(a_gate_that_hears_at_once),),
    "five keys come everywhere": (
        Trap(keys_that_pass_one_thing_by),
        Trap(keys_that_pass_one_thing_by, "question-text"),
    ),
    "arrows change nothing": (
        Trap(arrows_that_press),
        Trap(arrows_that_press, "question-number", Case(glass="H1")),
    ),
    "ends stop once": (Trap(arrows_that_go_round_at_once), Trap(an_end_that_is_not_told)),
    "switches come everywhere": (Trap(switches_that_pass_one_thing_by),),
}
