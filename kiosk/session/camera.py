# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for a card with the machine's camera, in a process of its own: what a stranger holds up is parsed there."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QProcess, Slot

from core.errors import Trouble
from kiosk import children

PROGRAM: Final = "kiosk.camera"
LONGEST: Final = 4_000
"""Bytes of one line from the process; what is longer is no card."""


class CameraReader(QObject):
    """One look at a time. `command` is the program that looks; it writes each text that it sees as a line."""

    def __init__(self, command: tuple[str, ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command or children.own_command(PROGRAM)
        self._process: QProcess | None = None
        self._seen: Callable[[str], None] = _nothing
        self._ended: Callable[[Trouble], None] = _nothing

    def look(self, seen: Callable[[str], None], ended: Callable[[Trouble], None]) -> None:
        """Call `seen` with the first text that is read, or `ended` with the reason why nothing can be."""
        self.stop()
        self._seen, self._ended = seen, ended
        process = QProcess(self)
        self._process = process
        process.setProgram(self._command[0])
        process.setArguments(list(self._command[1:]))
        process.readyReadStandardOutput.connect(self._on_read)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        process.start()

    def stop(self) -> None:
        """Let go of the camera; nobody is told."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1_000)
            process.deleteLater()

    @Slot()
    def _on_read(self) -> None:
        process = self._process
        if process is None:
            return
        if not process.canReadLine():
            if process.bytesAvailable() > LONGEST:
                self._on_finished()
            return
        line = bytes(process.readLine(LONGEST).data()).decode("utf-8", "replace").strip()
        seen = self._seen
        self.stop()
        seen(line)

    @Slot()
    def _on_finished(self) -> None:
        if self._process is not None:
            ended = self._ended
            self.stop()
            ended(Trouble("trouble.no_camera"))


def _nothing(what: object) -> None:
    """Until somebody looks."""
    del what
