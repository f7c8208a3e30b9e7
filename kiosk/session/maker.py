# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes an answer at the machine for the window: starts the process of a device, tells what comes from it, ends it."""

import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from core.errors import Trouble
from core.ids import QuestionPath
from core.visit import effects as fx
from core.visit import events as e
from core.visit.files import Device
from kiosk import children
from kiosk.photographing.process import BUSY, CODE, FRONT, NO_CAMERA, PHOTO, READS_CODES, SEEN
from kiosk.recording.process import FULL, NO_MICROPHONE, RECORDED

LARGEST: Final = 16_000_000
"""Bytes of one answer from a device's process."""
PATIENCE_MS: Final = 12_000
"""Until a device has begun, and until it has given what was made."""

COMMANDS: Final[Mapping[Device, tuple[str, ...]]] = MappingProxyType(
    {
        Device.CAMERA: children.own_command("kiosk.photographing"),
        Device.MICROPHONE: children.own_command("kiosk.recording"),
        Device.CODES: (*children.own_command("kiosk.photographing"), READS_CODES),
    }
)
_LENGTH: Final = struct.Struct(">I")
_MADE: Final = frozenset([PHOTO, RECORDED, FULL, CODE])
_TROUBLES: Final = {
    (Device.CAMERA, NO_CAMERA): "trouble.no_photo_camera",
    (Device.CAMERA, BUSY): "trouble.photo_camera_gone",
    (Device.MICROPHONE, NO_MICROPHONE): "trouble.no_microphone",
    (Device.MICROPHONE, BUSY): "trouble.microphone_gone",
    (Device.CODES, NO_CAMERA): "trouble.no_code_camera",
    (Device.CODES, BUSY): "trouble.code_camera_gone",
}


class Maker(QObject):
    """One device at a time. `send` takes the answering events; `commands` are the programs of the devices."""

    def __init__(
        self,
        send: Callable[[e.Event], None],
        commands: Mapping[Device, tuple[str, ...]] = COMMANDS,
        patience: int = PATIENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._send, self._commands = send, commands
        self._process: QProcess | None = None
        self._path, self._device, self._heard = QuestionPath(""), Device.CAMERA, b""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(patience)
        self._late.timeout.connect(self._on_finished)

    def carry_out(self, effect: fx.MakingEffect) -> None:
        """Begin, finish or stop."""
        match effect:
            case fx.BeginMaking(path=path, device=device, front=front):
                self._begin(path, device, (FRONT,) if front and device is Device.CODES else ())
            case fx.FinishMaking():
                self._late.start()
                if self._process is not None:
                    self._process.write(b"\n")
            case fx.StopMaking():
                self.stop()

    def stop(self) -> None:
        """Let go of the device; nobody is told."""
        self._late.stop()
        process, self._process, self._heard = self._process, None, b""
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1_000)
            process.deleteLater()

    def _begin(self, path: QuestionPath, device: Device, wished: tuple[str, ...]) -> None:
        self.stop()
        self._path, self._device = path, device
        program, *arguments = self._commands[device]
        process = self._process = QProcess(self)
        process.setProgram(program)
        process.setArguments([*arguments, *wished])
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_read)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        self._late.start()
        process.start()

    @Slot()
    def _on_read(self) -> None:
        """Of what the camera saw since, only the newest is shown."""
        if self._process is None:
            return
        self._heard += bytes(self._process.readAllStandardOutput().data())
        newest: bytes | None = None
        while len(self._heard) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._heard)
            if length > LARGEST:
                self._on_finished()
                return
            if len(self._heard) < _LENGTH.size + length:
                break
            answer = self._heard[_LENGTH.size : _LENGTH.size + length]
            self._heard = self._heard[_LENGTH.size + length :]
            if answer[:1] in _MADE:
                path = self._path
                self.stop()
                self._send(e.Made(path, answer[1:], full=answer[:1] == FULL))
                return
            newest = answer
        if newest is not None and newest[:1] == SEEN:
            self._late.stop()
            self._send(e.Seen(self._path, newest[1:]))

    @Slot()
    def _on_finished(self) -> None:
        process = self._process
        if process is None:
            return
        if process.state() is QProcess.ProcessState.NotRunning and process.bytesAvailable():
            self._on_read()
            if self._process is None:
                return
        path, found = self._path, (self._device, process.exitCode())
        self.stop()
        self._send(e.MakingEnded(path, Trouble(_TROUBLES.get(found, _TROUBLES[self._device, BUSY]))))
