# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears what the supervisor says to a window's process, without keeping the window waiting."""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from kiosk import link


class Hearing(QObject):
    """Calls `heard` with each line on standard input, and `over` when it closes: then nobody is there any more."""

    def __init__(
        self, heard: Callable[[link.Line], None], over: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._heard, self._over, self._begun = heard, over, b""
        os.set_blocking(sys.stdin.fileno(), False)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)

    @Slot()
    def _on_input(self) -> None:
        try:
            raw = os.read(sys.stdin.fileno(), 65_536)
        except BlockingIOError:
            return
        if not raw:
            self._over()
            return
        *lines, self._begun = (self._begun + raw).split(b"\n")
        for line in lines:
            self._heard(link.decode(line))
