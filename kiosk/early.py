# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the first session of `kiosk run` and `kiosk demo` before anything else of the program is loaded.

A copy of this process, as small as it is then, becomes the session (fork(2)); it draws the welcome page on one
core while the other reads the command line, the profile and the key. Its input closes with ours, so a command that
turns out wrong leaves nothing behind.
"""

import os
import select
from collections.abc import Sequence
from typing import IO, Final, Protocol

VNC_SIZE: Final = "1366x768"
VNC_PORT: Final = 5900
FIRST_PICTURE: Final = 3.0
"""Seconds after which a first picture that does not come is not waited for any longer."""


class Running(Protocol):
    """A child of ours with a pipe each way: `subprocess.Popen`, or `Copy`."""

    pid: int

    @property
    def stdin(self) -> IO[bytes] | None:
        """What it reads."""

    @property
    def stdout(self) -> IO[bytes] | None:
        """What it says."""

    def wait(self, timeout: float | None = None) -> int:
        """Its status when it has ended, as in `subprocess`; `TimeoutExpired` after so many seconds."""

    def kill(self) -> None:
        """End it at once."""


class Copy:
    """A running copy of this process: as much of `subprocess.Popen` as `Running` asks for."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self.pid = pid
        self.stdin = stdin
        self.stdout = stdout
        self._status: int | None = None

    def wait(self, timeout: float | None = None) -> int:
        """See `Running`."""
        if self._status is not None:
            return self._status
        end = os.pidfd_open(self.pid)
        try:
            if not select.select([end], [], [], timeout)[0]:
                from subprocess import TimeoutExpired

                raise TimeoutExpired("session", timeout or 0.0)
        finally:
            os.close(end)
        self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def until_it_speaks(self) -> None:
        """Leave the machine to it until its window is painted, or cannot be."""
        select.select([self.stdout], [], [], FIRST_PICTURE)

    def kill(self) -> None:
        """See `Running`."""
        if self._status is None:
            from signal import SIGKILL

            os.kill(self.pid, SIGKILL)


def copy_self() -> Copy | None:
    """Go on as two processes. The copy gets None, a session of its own, and pipes for its input and output."""
    its_input, to_it = os.pipe()
    from_it, its_output = os.pipe()
    pid = os.fork()
    if pid:
        os.close(its_input)
        os.close(its_output)
        return Copy(pid, os.fdopen(to_it, "wb"), os.fdopen(from_it, "rb"))
    os.setsid()
    for end, number in ((its_input, 0), (its_output, 1)):
        os.dup2(end, number)
        os.close(end)
    os.close(to_it)
    os.close(from_it)
    return None


def has_display() -> bool:
    """Whether a window can be opened where this was started."""
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def prepare_display() -> bool:
    """Without a display, have Qt serve the window over VNC. Returns whether there is a real display."""
    if has_display():
        return True
    os.environ["QT_QPA_PLATFORM"] = f"vnc:port=0:size={VNC_SIZE}"
    os.environ["KIOSK_VNC"] = "1"
    return False


def serves_everybody(profile: str) -> bool:
    """Whether a profile, by name or file, is of a machine for everybody, as far as one look at its text tells."""
    path = os.path.join(os.path.dirname(__file__), "profiles", f"{profile}.toml")
    try:
        with open(path if os.path.exists(path) else profile, encoding="utf-8") as file:
            lines = [line.partition("#")[0].replace(" ", "").strip() for line in file]
    except (OSError, ValueError):
        # What cannot be read is refused where it is read whole.
        return True
    return not any(line in ('kind="home"', "kind='home'") for line in lines)


def keep_off_input_methods() -> None:
    """Have Qt hand no letter to an input method of the desktop (ibus, fcitx), which keeps and learns what was typed.

    Accents of a keyboard with keys are put together in our own process all the same (Compose).
    """
    os.environ.pop("QT_IM_MODULES", None)
    os.environ["QT_IM_MODULE"] = "compose"


def vnc_port() -> int:
    """The port on this machine at which the window is served; 0 where there is a display."""
    return VNC_PORT if os.environ.get("KIOSK_VNC") else 0


def demonstration_paper() -> str:
    """The folder where the demonstration puts its paper: there is rarely a receipt printer on a desk."""
    return os.path.join(os.getcwd(), "receipts")


def plain_words(arguments: Sequence[str]) -> dict[str, str] | None:
    """The options of a command that opens a window, by name: `command`, `profile`, `key`.

    None for every command line that is not plain: the real parser then has the word before a window is opened.
    """
    if arguments[:1] not in (["run"], ["demo"]):
        return None
    names = {"--profile": "profile", "-p": "profile", "--key": "key"}
    found = {"command": arguments[0], "profile": "town-hall-kiosk", "key": ""}
    rest = list(arguments[1:])
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name not in names or not (equals or rest):
            return None
        found[names[name]] = value if equals else rest.pop(0)
    return found if found["key"] in ("", "keyring", "passphrase", "memory") else None
