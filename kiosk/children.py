# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts our own processes: the same Python, the same code, and a pipe each way."""

import os
import subprocess
import sys
from pathlib import Path

OWN_CODE = str(Path(__file__).parents[1])
"""Where our packages lie; the children must find them wherever the program was started."""

SESSION = "kiosk.session"
COURIER = "kiosk.courier"

VNC_SIZE = "1366x768"


def own_command(module: str) -> tuple[str, ...]:
    """The command that runs one of our modules in this same Python."""
    return (sys.executable, "-m", module)


def start(command: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    """Start a child in a session of its own, so that Ctrl+C reaches only the supervisor, which ends it in order."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": OWN_CODE},
    )


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


def start_early(arguments: list[str]) -> "subprocess.Popen[bytes] | None":
    """For the commands that open a window: start its process at once, before the command line is even parsed.

    It loads Qt on the second core while the profile and the key are fetched on the first, and then waits for its
    order. Its input closes with ours, so a command that turns out wrong leaves nothing behind.
    """
    if arguments[:1] not in (["run"], ["demo"]) or "--help" in arguments:
        return None
    prepare_display()
    return start(own_command(SESSION))
