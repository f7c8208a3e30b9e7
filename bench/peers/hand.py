# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand at a virtual screen: keys and presses through XTEST, without a process for each of them."""

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_LEFT: Final = 1
"""The number of the button that presses (X11)."""


class Hand:
    """Presses at one display. Each press returns the moment (perf_counter) at which it began."""

    def __init__(self, display: str) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        opened = self._x11.XOpenDisplay(display.encode())
        if not opened:
            raise OSError(f"no X server answers at {display}")
        self._display = ctypes.c_void_p(opened)

    def key(self, name: str) -> float:
        """Press and release a key, by its name in X11 (`a`, `Return`, `F2`)."""
        symbol = ctypes.c_ulong(self._x11.XStringToKeysym(name.encode()))
        code = self._x11.XKeysymToKeycode(self._display, symbol) & 0xFF
        if not code:
            raise ValueError(f"the keyboard has no key {name}")
        began = time.perf_counter()
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, down, ctypes.c_ulong(0))
            self._x11.XSync(self._display, 0)
        return began

    def press(self, x: int, y: int) -> float:
        """Press and release at a place; the moment is that of the release, at which presses count."""
        self.move(x, y)
        time.sleep(0.2)
        self._button(down=1)
        time.sleep(0.03)
        began = time.perf_counter()
        self._button(down=0)
        return began

    def move(self, x: int, y: int) -> None:
        """Bring the pointer to a place."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        self._x11.XSync(self._display, 0)

    def _button(self, *, down: int) -> None:
        self._test.XTestFakeButtonEvent(self._display, _LEFT, down, ctypes.c_ulong(0))
        self._x11.XSync(self._display, 0)

    def close(self) -> None:
        """Leave the display."""
        self._x11.XCloseDisplay(self._display)


@contextmanager
def hand_at(display: str) -> Iterator[Hand]:
    """A hand at a display, until the end of the block."""
    hand = Hand(display)
    try:
        yield hand
    finally:
        hand.close()
