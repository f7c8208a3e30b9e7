# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays samples on a chosen sound device, through ALSA's own player.

`aplay` reaches a card directly where no sound server runs, and PulseAudio or PipeWire through their ALSA plugins where
one does: one door to all of them, with the device chosen by its ALSA name. It holds about a fifth of a second, and its
pipe hardly anything, so what was handed over is about what is heard, and when it is killed there is silence.
"""

import fcntl
import subprocess
from typing import IO, Final

from accessibility.speech.stretching import RATE

PROGRAM: Final = "aplay"
BUFFER_MICROSECONDS: Final = 120_000
PERIOD_MICROSECONDS: Final = 30_000
PIPE_BYTES: Final = 8_192
"""A twelfth of a second."""
END_SECONDS: Final = 5.0
"""How long the last of the sound may take."""


class DeviceError(Exception):
    """Nothing can be played there."""


class Player:
    """One stretch of sound on one device (an ALSA name; `default` where none is given). Raises `DeviceError`."""

    def __init__(self, device: str = "", program: str = PROGRAM) -> None:
        command = [program, "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(RATE)]
        command += [f"--buffer-time={BUFFER_MICROSECONDS}", f"--period-time={PERIOD_MICROSECONDS}"]
        if device:
            command += ["-D", device]
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
        except OSError as problem:
            raise DeviceError(type(problem).__name__) from None
        fcntl.fcntl(self._pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)

    @property
    def _pipe(self) -> IO[bytes]:
        if self._process.stdin is None:
            raise DeviceError("closed")
        return self._process.stdin

    def play(self, samples: bytes) -> None:
        """Hand samples over; returns when there is room for more, so about when they begin to be heard."""
        left = memoryview(samples)
        try:
            while left:
                left = left[self._pipe.write(left) :]
        except BrokenPipeError:
            raise DeviceError(f"{self._process.wait()}") from None

    def finish(self) -> None:
        """Wait until the last of it was heard. Raises `DeviceError` when it was not."""
        self._pipe.close()
        try:
            status = self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise DeviceError("does not end") from None
        if status:
            raise DeviceError(f"{status}")
