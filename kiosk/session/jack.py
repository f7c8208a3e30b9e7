# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether headphones are plugged in, as ALSA's own programs tell: then the voice begins, and may say what is private.

`alsactl monitor` says that something of the card has changed, `amixer cget` what the jack's control shows now. Where
either is missing, or says anything else, nobody knows: that counts as not plugged in.
"""

from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from kiosk.session.jack_reading import READER, is_plugged, question

MONITOR: Final = "alsactl"


class Jack(QObject):
    """Follows one control (for example `Headphone Jack`) of one sound card. Signal: `changed`."""

    changed = Signal()

    def __init__(self, card: str, control: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plugged = False
        self._card, self._control = card, control
        self._reader = QProcess(self)
        self._reader.finished.connect(self._on_read)
        self._monitor = QProcess(self)
        self._monitor.readyReadStandardOutput.connect(self._on_event)
        self._monitor.finished.connect(self._on_monitor_gone)
        self._again = False

    def watch(self) -> None:
        """Begin. Answers come later."""
        self._monitor.start(MONITOR, ["monitor", self._card])
        self._read()

    def close(self) -> None:
        """Let go of both programs."""
        for process in (self._monitor, self._reader):
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1_000)

    def _read(self) -> None:
        if self._reader.state() is not QProcess.ProcessState.NotRunning:
            self._again = True
            return
        self._reader.start(READER, question(self._card, self._control))

    @Slot()
    def _on_event(self) -> None:
        self._monitor.readAllStandardOutput()
        self._read()

    @Slot()
    def _on_read(self) -> None:
        said = bytes(self._reader.readAllStandardOutput().data())
        self._take(is_plugged(said) and self._reader.exitCode() == 0)
        if self._again:
            self._again = False
            self._read()

    @Slot()
    def _on_monitor_gone(self) -> None:
        self._take(False)

    def _take(self, plugged: bool) -> None:
        if plugged != self.plugged:
            self.plugged = plugged
            self.changed.emit()
