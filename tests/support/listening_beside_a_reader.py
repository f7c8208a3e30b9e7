# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs inside `dbus-run-session`: a session, and a screen reader that comes, goes and comes again on a real bus.

Prints how many things our own voice had said at each moment, as JSON.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.visit import events as e
from tests.support.listener import Listener, listening_session

SET = ("gdbus", "call", "--session", "-d", "org.a11y.Bus", "-o", "/org/a11y/bus")
STATUS = ("-m", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "ScreenReaderEnabled")


def set_reader(running: bool) -> None:
    """What a screen reader does when it starts and ends."""
    subprocess.run((*SET, *STATUS, f"<{str(running).lower()}>"), check=True, capture_output=True)


def wait_until(listener: Listener, running: bool) -> None:
    deadline = time.monotonic() + 20
    while listener.session.ears.silent() is not running:
        if time.monotonic() > deadline:
            sys.exit("the bus was not heard")
        listener.live()


def read_again(listener: Listener) -> int:
    listener.tell(e.RepeatPressed())
    listener.live(120)
    return len(listener.sink.said)


def main() -> None:
    """See the module."""
    application = QApplication([])
    said: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        set_reader(False)
        with listening_session(Path(folder) / "first") as listener:
            wait_until(listener, False)
            said["without"] = read_again(listener)
            set_reader(True)
            wait_until(listener, True)
            said["still speaking"] = type(listener.sink.progress()).__name__ == "Speaking"
            said["while it runs"] = read_again(listener) - said["without"]
            listener.session.ears.begin_by_ear()
            listener.live()
            said["begun by a key while it runs"] = len(listener.sink.said) - said["without"]
            set_reader(False)
            wait_until(listener, False)
            said["after it"] = read_again(listener) - said["without"]
        set_reader(True)
        with listening_session(Path(folder) / "second") as listener:
            wait_until(listener, True)
            said["with one that was there before"] = read_again(listener)
    print(json.dumps(said))
    del application


if __name__ == "__main__":
    main()
