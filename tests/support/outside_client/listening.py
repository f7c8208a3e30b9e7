# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client is told by a program: announcements, what got the focus, and what has changed."""

import contextlib
import time
from typing import Any

from tests.support.outside_client.atspi import Atspi, GLib, GoneError
from tests.support.outside_client.objects import PATIENCE

CHOSEN = "object:state-changed:checked"
WRITTEN = "object:text-changed"
CHANGES = (CHOSEN, WRITTEN)


class Listener:
    """Keeps what is announced, with its politeness (1 polite, 2 assertive), and what got the focus, by its name."""

    def __init__(self) -> None:
        self.heard: list[list[Any]] = []
        self._listener = Atspi.EventListener.new(self._on_event)
        self._listener.register("object:announcement")
        self.focused: list[Any] = []
        self._follower = Atspi.EventListener.new(self._on_focus)
        self._follower.register("object:state-changed:focused")
        self.changed: list[Any] = []
        self._watcher = Atspi.EventListener.new(self._on_change)
        for kind in CHANGES:
            self._watcher.register(kind)

    def _on_event(self, event: Any) -> None:
        self.heard.append([event.any_data, event.detail1])

    def _on_focus(self, event: Any) -> None:
        if event.detail1:
            # Its name is asked for later: a question from within an event would hold up those that follow.
            self.focused.append(event.source)

    def _on_change(self, event: Any) -> None:
        self.changed.append([event.type, event.source, event.detail1])

    def told_of(self, node: Any, kind: str, on: int | None) -> bool:
        """Whether a change of this object was told since `changed` was emptied; waits for it. `on`: to which state."""
        patience = time.monotonic() + PATIENCE
        while time.monotonic() < patience:
            self._hear()
            for told, source, state in self.changed:
                if told.startswith(kind) and source == node and on in (None, state):
                    return True
        return False

    def wait_for_focus(self, seconds: float) -> list[str]:
        """What got the focus until now, and for so long from now on."""
        heard = self.wait(seconds)
        self.heard = heard + self.heard
        focused, self.focused = self.focused, []
        names = []
        for one in focused:
            # What has gone again has no name any more.
            with contextlib.suppress(GoneError):
                names.append(one.get_name() or "")
        return names

    def wait(self, seconds: float, least: int = 0) -> list[list[Any]]:
        """What was announced until now, and for so long from now on, once there are `least` of them."""
        patience = time.monotonic() + PATIENCE
        while len(self.heard) < least and time.monotonic() < patience:
            self._hear()
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self._hear()
        heard, self.heard = self.heard, []
        return heard

    @staticmethod
    def _hear() -> None:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.01)
