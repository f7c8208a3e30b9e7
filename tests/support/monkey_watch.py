# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices in a session's process what must never come of anything that is done at its window."""

import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.support.desktop_links import take_links

OURS: Final = ("kiosk.typing", "kiosk.speaker", "kiosk.picturing")
"""The children that a session may have."""

KINDS: Final = ("windows", "urls", "children", "exceptions", "exits")
MODAL_MS: Final = 100
"""How often a dialog is looked for that holds up whoever opened it."""


class Watch(QObject):
    """`found` has, by its kind, each window beside `the_one`, URL, foreign child, exception, and quitting."""

    def __init__(self, the_one: QWidget) -> None:
        super().__init__(the_one)
        self.found: dict[str, list[str]] = {kind: [] for kind in KINDS}
        self._the_one = the_one
        self._command = _command("self")
        self._copies: set[str] = set()
        take_links(self, "opened")
        sys.excepthook = self._raised
        threading.excepthook = lambda told: self._raised(
            told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
        )
        application = QGuiApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._quits)
        modal = QTimer(self)
        modal.timeout.connect(self.windows)
        modal.start(MODAL_MS)

    @Slot(QUrl)
    def opened(self, url: QUrl) -> None:
        """A URL was given to the desktop."""
        self.found["urls"].append(url.toString())

    @Slot()
    def windows(self) -> None:
        """Note and close any window beside the one, a menu and a tooltip too."""
        the_one = self._the_one.windowHandle()
        for window in QGuiApplication.topLevelWindows():
            if window.isVisible() and window is not the_one:
                self.found["windows"].append(window.objectName() or type(window).__name__)
                window.close()

    def processes(self) -> None:
        """Note any process of ours that a session has no business with."""
        for task in Path("/proc/self/task").iterdir():
            for pid in _children(task):
                command = _command(pid)
                if command == self._command and pid not in self._copies:
                    # Just forked, and not yet what it is going to be.
                    self._copies.add(pid)
                elif command and not any(one in command for one in OURS):
                    self.found["children"].append(command)

    @Slot()
    def _quits(self) -> None:
        self.found["exits"].append("the event loop is left")

    def _raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.found["exceptions"].append(f"{kind.__name__}: {error}")
        sys.__excepthook__(kind, error, trace)


def _children(task: Path) -> list[str]:
    """The children that a thread has started; none when it is gone."""
    try:
        return (task / "children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _command(pid: str) -> str:
    """The arguments of a process; empty when it is gone."""
    try:
        return Path("/proc", pid, "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return ""
