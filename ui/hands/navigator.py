# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives keys and switches their meaning at the window: one vocabulary for every way of input."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from accessibility.hands.actions import STEPPING, SWITCHES, Action
from accessibility.hands.keymaps import KeyMap, map_for
from accessibility.hands.ways import Hands, Way
from ui.hands.highlight import Highlight, can_be_pressed, hold_down
from ui.hands.keys import MOVES_OF_QT, is_in_lines, is_writing, name_of
from ui.hands.scanning import Scanning
from ui.hands.stepping import Stepper
from ui.hands.stops import Kind, Stop, stops_in
from ui.hands.writing import Writing
from ui.parts.control import Control
from ui.shell import Shell

WISHES = frozenset(Action) - STEPPING - SWITCHES - {Action.SELECT}
"""What others carry out; it is a sign of life by itself."""


class Navigator(QObject):
    """Takes every key that the input gate lets in, and answers whether it ends here.

    `begins` is asked about each key that goes down whether it begins another way of input; it ends there then.

    Signals: `wished` with an `Action` that is not about moving (back, help, louder…); `alive` at every key or
    switch that means something; `released` when a switch has come up. `highlight.landed` and `highlight.stuck` tell
    whoever speaks.
    """

    wished = Signal(object)
    alive = Signal()
    released = Signal()

    def __init__(
        self, shell: Shell, steady: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self.begins: Callable[[str], bool] = _begins_nothing
        self._hands = Hands()
        self._map: KeyMap = map_for(self._hands)
        self.highlight = Highlight(shell.ring, self)
        self._stepper = Stepper(self.stops, self.highlight)
        self.scanning = Scanning(self.stops, lambda: shell.look.texts, self.highlight, steady, self)
        self.scanning.chose.connect(self._on_chose)
        self._writing = Writing(self.stops, self.highlight, self._stepper)
        self._held: Stop | None = None
        self._typing = False

    @property
    def hands(self) -> Hands:
        """The person's way of input now."""
        return self._hands

    def set_hands(self, hands: Hands, *, texts_too: bool = False) -> bool:
        """Use another way of input from now on. `texts_too`: switches visit plain text, for who listens.

        Whether moving begins anew, as it does with another way.
        """
        if hands == self._hands:
            # Only the voice came or went: whoever is on the way somewhere stays there.
            self.scanning.texts_too = texts_too
            return False
        self._hands, self._map = hands, map_for(hands)
        self._held = None
        self._stepper.set_way(hands.way)
        self._stepper.page_changed()
        self.scanning.set_hands(hands, texts_too=texts_too)
        return True

    def page_changed(self) -> None:
        """Another page is shown."""
        self._held = None
        self._writing.page_changed()
        self._stepper.page_changed()
        begins = self._shell.page.begins_at if self._shell.page is not None else None
        there = next((one for one in self.stops() if begins in one.widgets), None) if begins else None
        if there is not None and self._hands.way.reads_through:
            self.highlight.come_to(there)
        self.scanning.page_changed()

    def refreshed(self) -> None:
        """The page may show other things now."""
        if self._hands.way.scans:
            self.scanning.refreshed()
        elif not self._typing:
            self._stepper.refreshed()

    def stops(self) -> list[Stop]:
        """Everything that can be visited now."""
        page = self._shell.page
        return stops_in(page, self._shell.bar) if page is not None else []

    def here(self) -> Stop | None:
        """Where keys and switches are, or what has the focus."""
        if self.highlight.stop is not None:
            return self.highlight.stop
        return next((stop for stop in self.stops() if stop.widget.hasFocus()), None)

    def place(self) -> object:
        """Where a press would act: two presses at one place shortly after each other are one (OPR-06).

        None on a whole keyboard, whose space is also a letter.
        """
        if self._hands.way.whole_keyboard:
            return None
        stop = self.highlight.stop
        return stop.name if stop is not None else None

    def key(self, event: QKeyEvent, pressed: bool) -> bool:
        """A key went down or came up. True when it ends here. A hidden window leaves keys to the one over it."""
        if self._shell.isHidden():
            return False
        name = name_of(event)
        if pressed and name and self.begins(name):
            self.alive.emit()
            return True
        action = self._map.action(name, writing=is_writing()) if name else None
        page = self._shell.page
        if pressed and name and page is not None and page.hear(name, action):
            self.alive.emit()
            return True
        if action is None or self._is_the_widgets_own(action):
            if pressed and name in MOVES_OF_QT:
                self.alive.emit()
                QTimer.singleShot(0, self._tell_where)
            return False
        if pressed and action not in WISHES:
            self.alive.emit()
            if self._shell.page is not page:
                # 'Are you still there?' was answered: the same press must not act on what lay below.
                return True
        self._act(action, pressed)
        return True

    @Slot()
    def _tell_where(self) -> None:
        """The focus has gone on by Tab: whoever speaks is told as of any other move."""
        here = self.here()
        if here is not None:
            self.highlight.landed.emit(here)

    def _is_the_widgets_own(self, action: Action) -> bool:
        """Whether the focused widget does this itself on a whole keyboard."""
        if not self._hands.way.whole_keyboard:
            return False
        return action is Action.SELECT or (action in (Action.UP, Action.DOWN) and is_in_lines())

    def _act(self, action: Action, pressed: bool) -> None:
        if action in SWITCHES:
            self._switch(action, pressed)
        elif action is Action.SELECT:
            self._select(pressed)
        elif not pressed or (action is Action.BACK and self._stepper.leave()):
            return
        elif action in STEPPING:
            self._step(action)
        else:
            self.wished.emit(action)

    def _step(self, action: Action) -> None:
        mirrored = self._shell.look.rtl
        among_keys = self._stepper.here is not None and self._stepper.here.kind is Kind.KEY
        if self._hands.way is Way.NINE_KEYS and action in (Action.LEFT, Action.RIGHT) and not among_keys:
            action = Action.NEXT if (action is Action.RIGHT) is not mirrored else Action.BACK
        if action is Action.BACK:
            self.wished.emit(action)
        elif action is Action.NEXT:
            self._stepper.go_to_next()
        else:
            self._stepper.move(action, mirrored=mirrored)

    def _switch(self, action: Action, pressed: bool) -> None:
        if not pressed:
            self.scanning.release()
            self.released.emit()
        elif action is Action.SWITCH_1 and self._hands.way is Way.TWO_SWITCHES:
            self.scanning.move()
        else:
            self.scanning.press()

    def _select(self, pressed: bool) -> None:
        """It counts when the key comes up, at the stop where it went down (OPR-03)."""
        here = self._stepper.here
        if pressed:
            self._held = here
            if here is not None:
                hold_down(here, True)
            return
        held, self._held = self._held, None
        if held is None:
            return
        hold_down(held, False)
        if here is not None and here.name == held.name:
            self._press(here)

    @Slot(object)
    def _on_chose(self, stop: Stop) -> None:
        hold_down(stop, False)
        self._press(stop)
        self.scanning.refreshed()

    def _press(self, stop: Stop) -> None:
        if can_be_pressed(stop):
            assert isinstance(stop.widget, Control)
            if stop.kind is Kind.KEY:
                self._writing.go_to_field()
            self._typing = stop.kind is Kind.KEY
            stop.widget.click()
            self._typing = False
            if stop.kind is Kind.KEY:
                self._writing.note_field()
            if stop.kind is Kind.KEY and not self._hands.way.scans:
                self._writing.come_back_to(stop)
            elif not self._hands.way.scans:
                # A page that has turned has given the focus to something else: the highlight goes there too.
                self._stepper.refreshed()
        elif stop.kind is Kind.ROW:
            self._stepper.enter(stop)
        elif stop.kind is Kind.FIELD:
            self._writing.begin(stop, among_keys=not self._hands.way.scans)
        else:
            self.highlight.come_to(stop)


def _begins_nothing(key: str) -> bool:
    """Nothing stands beside this machine."""
    del key
    return False
