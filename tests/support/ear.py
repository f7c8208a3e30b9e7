# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A loudspeaker that nobody hears: a real sound server with a null sink, and what is really played into it."""

import array
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

RATE = 48_000
LOUD = 40
"""From this on a sample is a sound."""
STARTS = 10.0


@dataclass(frozen=True, slots=True)
class Ear:
    """`environment` is what a program needs to be heard here; `recording` grows by what is played."""

    environment: dict[str, str]
    recording: Path

    def bytes_heard(self) -> int:
        """How much was recorded so far, silence included."""
        return self.recording.stat().st_size

    def seconds_of_silence(self, since: int) -> float | None:
        """From that place of the recording to its first sound; None while there is none."""
        samples = array.array("h", self.recording.read_bytes()[since // 2 * 2 :][: 2 * RATE * 600])
        first = next((at for at, sample in enumerate(samples) if abs(sample) > LOUD), None)
        return None if first is None else first / RATE

    def seconds_of_sound(self, since: int = 0) -> float:
        """From that place of the recording to its last sound."""
        samples = array.array("h", self.recording.read_bytes()[since // 2 * 2 :][: 2 * RATE * 600])
        last = next((at for at in range(len(samples) - 1, -1, -1) if abs(samples[at]) > LOUD), -1)
        return (last + 1) / RATE


@contextmanager
def listening(folder: Path) -> Iterator[Ear]:
    """A sound server of our own while this lasts; its files are in `folder`."""
    socket, home = folder / "pulse", folder / "home"
    home.mkdir()
    alsa = folder / "asound.conf"
    alsa.write_text("pcm.!default { type pulse }\n")
    environment = {
        "PULSE_SERVER": f"unix:{socket}",
        "ALSA_CONFIG_PATH": f"/usr/share/alsa/alsa.conf:{alsa}",
    }
    own = {**os.environ, **environment, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    server = subprocess.Popen(
        (
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
            *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
            *("-L", f"module-null-sink sink_name=ear rate={RATE} channels=1"),
        ),
        env=own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + STARTS
        while subprocess.run(("pactl", "info"), env=own, capture_output=True, check=False).returncode:
            assert time.monotonic() < deadline, "the sound server does not start"
            time.sleep(0.05)
        with (folder / "heard.raw").open("wb") as file:
            recorder = subprocess.Popen(
                (
                    *("parec", "-d", "ear.monitor", "--raw", f"--rate={RATE}"),
                    *("--channels=1", "--format=s16le", "--latency-msec=10"),
                ),
                env=own,
                stdout=file,
                stderr=subprocess.DEVNULL,
            )
            try:
                yield Ear(environment, folder / "heard.raw")
            finally:
                recorder.terminate()
                recorder.wait(STARTS)
    finally:
        server.terminate()
        server.wait(STARTS)
