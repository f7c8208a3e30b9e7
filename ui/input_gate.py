# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets a trembling or resting hand press once: held keys, double strikes and presses for the last page end here."""

import time
import weakref
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.input_gate_strike import Strike

PAGE_MS: Final = 400
SAME_PLACE_MS: Final = 500
SAME_PLACE_ASSISTED_MS: Final = 700
NEAR_PX: Final = 24
"""A second strike this near to the first is the same place, though the page has put another control there."""

HELD_MS: Final = 10_000
"""A key or finger that is down for longer than this has lost its release: it bars nothing any more."""

PRESSING: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
_KEYS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_PRESSES: Final = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
_RELEASE: Final = QEvent.Type.MouseButtonRelease
_WHEEL: Final = QEvent.Type.Wheel
_WATCHED: Final = _KEYS | _PRESSES | {_RELEASE, _WHEEL}


_CLIPBOARD: Final = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
)

TakesKeys = Callable[[QKeyEvent, bool], bool]
"""Gets a key event and whether the key went down (else it came up); answers whether the key ends there."""


class InputGate(QObject):
    """Watches every key and press of the application; a press that it swallows takes its release with it.

    Touches arrive here as presses, because no widget of the program takes them in any other way. `steady` is a clock
    in seconds that never goes back. A time of 0 ms turns its rule off. Without `clipboard` nothing is copied, cut or
    pasted: on a machine for everybody the next person could find it (PRV-03). Sources: EN 301 549 clauses 5.7 (key
    repeat) and 5.8 (double-strike), look.md section 10, and OPR-05 and OPR-06 of accessibility.md.

    Signals: `felt` after every key that goes down and every finger or button that comes up, let in or not: whoever
    slides off, strikes twice or only comes to a field is there (TIM-02). A key that is held down says so once.
    """

    felt = Signal()

    def __init__(
        self,
        application: QApplication,
        steady: Callable[[], float] = time.monotonic,
        *,
        page_ms: int = PAGE_MS,
        same_place_ms: int = SAME_PLACE_MS,
        clipboard: bool = True,
    ) -> None:
        super().__init__(application)
        self._steady = steady
        self.page_ms = page_ms
        self.same_place_ms = same_place_ms
        self._clipboard = clipboard
        self._page_at: float | None = None
        self._take: TakesKeys = _take_nothing
        self._place: Callable[[], object] = _no_place
        self._taken: set[int] = set()
        self._held_over: set[int | Qt.MouseButton] = set()
        self._press_before: Strike | None = None
        self._key_before: Strike | None = None
        self._keys_down: set[int] = set()
        self._keys_swallowed: set[int] = set()
        self._buttons_down: set[Qt.MouseButton] = set()
        self._buttons_swallowed: set[Qt.MouseButton] = set()
        self._telling = False
        application.installEventFilter(self)

    def give_keys_to(self, take: TakesKeys, place: Callable[[], object]) -> None:
        """Offer every key that is let in to `take`, once when it goes down and once when it comes up.

        What it takes ends there. `place` says where a press would act, beyond what has the focus.
        """
        self._take, self._place = take, place

    def page_changed(self) -> None:
        """Another page is shown: what is pressed now was meant for the one before, until everything is up."""
        self._page_at = self._steady()
        # What is still down belongs to the old page; its release must not press here.
        self._keys_swallowed.update(self._keys_down)
        self._buttons_swallowed.update(self._buttons_down)
        self._held_over = {*self._keys_down, *self._buttons_down}

    def set_assisted(self, assisted: bool) -> None:
        """Wait longer for the second of two strikes, for who asked for everything larger and slower; or as usual."""
        if self.same_place_ms:
            self.same_place_ms = SAME_PLACE_ASSISTED_MS if assisted else SAME_PLACE_MS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer whether the event ends here."""
        kind = event.type()
        if kind not in _WATCHED:
            return False
        if kind == _WHEEL:
            # Nothing scrolls, and a wheel must never change what a person has entered.
            return True
        if isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyRelease:
                return self._key_up(event)
            if not event.isAutoRepeat():
                self._tell_soon()
            return self._key(event)
        if isinstance(event, QMouseEvent):
            if kind == _RELEASE:
                self._tell_soon()
                return self._release(event)
            return self._press(watched, event)
        return False

    def _tell_soon(self) -> None:
        """Once what was pressed has done its part: an event comes here several times, and is told once."""
        if not self._telling:
            self._telling = True
            QTimer.singleShot(0, self._tell)

    @Slot()
    def _tell(self) -> None:
        self._telling = False
        self.felt.emit()

    # An event comes here once for the window and again for each widget that it is offered to. Once it is let in, the
    # key or button counts as down, and what else comes before its release is the same press.

    def _key(self, event: QKeyEvent) -> bool:
        key = _pressed(event)
        if event.isAutoRepeat() or (not self._clipboard and any(event.matches(one) for one in _CLIPBOARD)):
            return True
        if key in self._keys_down and key not in self._held_over:
            return key in self._taken
        # A key that goes down again has been up, though nobody told.
        self._held_over.discard(key)
        if self._page_is_new() or self._key_struck_twice(event.key()):
            self._keys_swallowed.add(key)
            return True
        self._keys_down.add(key)
        self._keys_swallowed.discard(key)
        if self._take(event, True):
            self._taken.add(key)
            return True
        return False

    def _key_up(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        key = _pressed(event)
        self._keys_down.discard(key)
        self._held_over.discard(key)
        swallowed = key in self._keys_swallowed
        self._keys_swallowed.discard(key)
        if key in self._taken:
            self._taken.discard(key)
            if not swallowed:
                self._take(event, False)
            return True
        return swallowed

    def _key_struck_twice(self, key: int) -> bool:
        """The same pressing key again on the same control. Letters may follow each other: 'nn' is a word's own."""
        focus = QApplication.focusWidget()
        place = self._place()
        if (
            key not in PRESSING
            or focus is None
            or (isinstance(focus, QLineEdit | QPlainTextEdit) and place is None)
        ):
            return False
        strike = Strike(self._steady(), QPoint(key, 0), weakref.ref(focus), place)
        before = self._key_before
        if before is not None and before.is_like(strike) and before.on(focus) and self._soon(before, strike):
            return True
        self._key_before = strike
        return False

    def _press(self, watched: QObject, event: QMouseEvent) -> bool:
        button = event.button()
        if button in self._buttons_down:
            return False
        if event.type() == QEvent.Type.MouseButtonDblClick and button in self._buttons_swallowed:
            return True
        if self._page_is_new() or self._struck_twice(watched, event.globalPosition().toPoint()):
            self._buttons_swallowed.add(button)
            return True
        self._buttons_down.add(button)
        self._buttons_swallowed.discard(button)
        return False

    def _release(self, event: QMouseEvent) -> bool:
        self._buttons_down.discard(event.button())
        self._held_over.discard(event.button())
        swallowed = event.button() in self._buttons_swallowed
        self._buttons_swallowed.discard(event.button())
        return swallowed

    def _struck_twice(self, watched: QObject, place: QPoint) -> bool:
        under = watched if isinstance(watched, QWidget) else QApplication.widgetAt(place)
        strike = Strike(self._steady(), place, weakref.ref(under) if under is not None else None)
        before = self._press_before
        if before is not None and self._soon(before, strike):
            near = (place - before.place).manhattanLength() <= NEAR_PX
            if near or (under is not None and before.on(under)):
                return True
        # The time runs from the last press that counted: who presses again and again is heard in the end.
        self._press_before = strike
        return False

    def _soon(self, before: Strike, now: Strike) -> bool:
        return (now.at - before.at) * 1000 < self.same_place_ms

    def _page_is_new(self) -> bool:
        if self._page_at is None or not self.page_ms:
            return False
        passed = (self._steady() - self._page_at) * 1000
        return passed < self.page_ms or (bool(self._held_over) and passed < HELD_MS)


def _pressed(event: QKeyEvent) -> int:
    """Which key of the keyboard it is. A colon goes down and a semicolon comes up, where Shift is let go of first."""
    return event.nativeScanCode() or -event.key()


def _take_nothing(event: QKeyEvent, pressed: bool) -> bool:  # noqa: ARG001
    return False


def _no_place() -> object:
    return None
