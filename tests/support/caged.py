# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as on a machine of its own: cage over the screen, and a unit's process for each session and courier.

cage is nested in an X display, so that keys can be pressed from outside; where root runs the tests, it runs in a user
namespace. systemd-socket-activate(1) stands for systemd.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tests.support.display import display
from tests.support.processes import ROOT

PATIENCE: Final = 90.0
AS_SOMEBODY: Final = ("unshare", "--user", "--map-user=1000", "--map-group=1000") if os.geteuid() == 0 else ()
"""cage refuses root."""

GRAB: Final = """
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
image = application.primaryScreen().grabWindow(0).toImage()
print(*(image.pixelColor(2, y).name() for y in range(0, 700, 5)))
"""


class Caged:
    """One machine. `log` is what supervisor and cage say."""

    def __init__(self, log: Path, environment: Mapping[str, str], cage: "subprocess.Popen[bytes]") -> None:
        self._log, self._environment, self._cage = log, environment, cage

    def count(self, words: str) -> int:
        """How often the log says it."""
        return self._log.read_text().count(words)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something. Raises AssertionError with the log when it does not come."""
        deadline = time.monotonic() + PATIENCE
        while not true():
            assert self.runs(), self._log.read_text()
            assert time.monotonic() < deadline, self._log.read_text()
            time.sleep(0.1)

    def runs(self) -> bool:
        """Whether cage is there."""
        return self._cage.poll() is None

    def press(self, *keys: str) -> None:
        """Press keys and combinations, by the names of X."""
        subprocess.run(
            ("xdotool", "key", "--delay", "8", *keys), env=self._environment, check=True, timeout=120
        )

    def touch(self, x: int, y: int) -> None:
        """Press a place of the screen."""
        words = ("xdotool", "mousemove", str(x), str(y), "click", "1")
        subprocess.run(words, env=self._environment, check=True, timeout=20)

    def left_edge(self) -> list[str]:
        """The colours of the screen down its left edge."""
        environment = {**self._environment, "QT_QPA_PLATFORM": "xcb"}
        told = subprocess.run(
            (sys.executable, "-c", GRAB),
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return told.stdout.split()

    @contextmanager
    def stray(self, *words: str) -> Iterator[None]:
        """Another program on this machine."""
        process = subprocess.Popen(words, env=self._environment)
        try:
            yield
        finally:
            process.kill()
            process.wait()

    def programs(self) -> set[str]:
        """What runs beneath cage and the units: the last words of each command line."""
        return {_name(words) for words in self._running().values()}

    def end(self) -> None:
        """End cage, and what it leaves behind: on a machine of its own systemd ends that with the unit."""
        self._cage.terminate()
        self._cage.wait(20)
        deadline = time.monotonic() + 20
        for number, words in self._running().items():
            if _name(words) == "kiosk":
                with contextlib.suppress(ProcessLookupError):
                    os.kill(number, signal.SIGTERM)
        while any(_name(words) == "kiosk" for words in self._running().values()):
            assert time.monotonic() < deadline, self._running()
            time.sleep(0.1)

    def _running(self) -> dict[int, list[bytes]]:
        found = {}
        for place in Path("/proc").glob("[0-9]*"):
            try:
                environment = (place / "environ").read_bytes()
                words = (place / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if self._environment["XDG_RUNTIME_DIR"].encode() in environment and words[0]:
                found[int(place.name)] = words
        return found


def _name(words: list[bytes]) -> str:
    """The module that Python runs, or the program."""
    named = [word.decode() for word in words]
    return named[named.index("-m") + 1] if "-m" in named else Path(named[0]).name


@contextmanager
def caged(
    folder: Path,
    session: str = "kiosk.session",
    until: tuple[str, int] = ("session started", 2),
    profile: str = "town-hall-kiosk",
    more: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Caged]:
    """The welcome page is shown, and a spare waits; or another module is the session, and the log says something.

    `more` stands in the environment of sessions.
    """
    runtime, log = folder / "runtime", folder / "log"
    runtime.mkdir(mode=0o700)
    with display("1024x768x24") as (number, _):
        shared = {"XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "wayland", "PYTHONPATH": str(ROOT)}
        shared |= {"QT_WAYLAND_DISABLE_WINDOWDECORATION": "1", "HOME": str(folder)}
        modules = {"session": session, "courier": "kiosk.courier"}
        inside = {**shared, **more, "WAYLAND_DISPLAY": "wayland-0"}
        sockets = [_socket(runtime, role, module, inside) for role, module in modules.items()]
        environment = {**os.environ, **shared, "DISPLAY": number, "KIOSK_LOG": "INFO"}
        backend = {"WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
        began = (sys.executable, "-m", "kiosk", "run", "--profile", profile)
        run = (*began, "--key", "memory", "--units", str(runtime))
        with log.open("wb") as said:
            cage = subprocess.Popen(
                (*AS_SOMEBODY, "cage", "-d", "--", *run),
                env={**environment, **backend},
                stdout=said,
                stderr=said,
            )
        machine = Caged(log, environment, cage)
        try:
            machine.until(lambda: machine.count(until[0]) == until[1])
            yield machine
        finally:
            machine.end()
            for one in sockets:
                one.terminate()
                one.wait(20)


def _socket(
    runtime: Path, role: str, module: str, environment: Mapping[str, str]
) -> "subprocess.Popen[bytes]":
    settings = [word for name, value in environment.items() for word in ("-E", f"{name}={value}")]
    child = (sys.executable, "-m", module)
    listen = ("systemd-socket-activate", "-a", "--inetd", "-l", str(runtime / f"{role}.sock"))
    return subprocess.Popen((*listen, *settings, *child), stderr=subprocess.DEVNULL)
