# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs inside `dbus-run-session`: the program, and assistive technology that comes after it, again, and before it.

Nothing is told to the program but what the bus says of assistive technology (`org.a11y.Status`). Prints as JSON what
each client could read and do.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from tests.support.private_bus import LAUNCHERS, SYSTEM_PYTHON

SET = ("gdbus", "call", "--session", "-d", "org.a11y.Bus", "-o", "/org/a11y/bus")
STATUS = ("-m", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled")
CLIENT = (SYSTEM_PYTHON, "-m", "tests.support.outside_client", "Civic Kiosk")
LOST_SECONDS = 5.0
PATIENCE = 60.0


def enable(wanted: bool) -> None:
    """What a desktop does when somebody begins or ends to use assistive technology."""
    subprocess.run((*SET, *STATUS, f"<{str(wanted).lower()}>"), check=True, capture_output=True)


@contextmanager
def program(profile: str, complaints: IO[bytes], platform: str = "xcb") -> Iterator[None]:
    """The whole program, once its window is there. Qt's `offscreen` has none, and no way to the bus either."""
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "KIOSK_LOG": "INFO"}
    environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    running = subprocess.Popen(
        (sys.executable, "-m", "kiosk", "run", "--profile", profile, "--key", "memory"),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=complaints,
        stderr=complaints,
    )
    try:
        deadline = time.monotonic() + PATIENCE
        window = ("xdotool", "search", "--onlyvisible", "--name", ".")
        while (
            platform == "xcb" and not subprocess.run(window, capture_output=True, check=False).stdout.strip()
        ):
            assert time.monotonic() < deadline, "no window came"
            time.sleep(0.1)
        yield
    finally:
        running.terminate()
        running.wait()


def tells(complaints: IO[bytes], *orders: dict[str, object], seconds: float = PATIENCE) -> list[Any]:
    """What a new client answers to these orders; nothing when it does not find the program in so many seconds."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    client = subprocess.Popen(
        (*CLIENT, str(seconds)),
        env=clean,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
    )
    given = "".join(json.dumps(order) + "\n" for order in orders) if orders else ""
    said, _ = client.communicate(given.encode(), timeout=4 * PATIENCE)
    found, *answers = [json.loads(line) for line in said.splitlines()]
    return answers if found["found"] else []


def main(profile: str, language: str, heading: str, log: str) -> None:
    """See the module."""
    launcher = next(path for path in LAUNCHERS if path.exists())
    wait_for: dict[str, object] = {"await": language}
    told: dict[str, bool] = {}
    with Path(log).open("ab") as complaints:
        bus = subprocess.Popen((launcher, "--launch-immediately"), stderr=complaints, stdout=complaints)
        try:
            subprocess.run(("gdbus", "wait", "--session", "--timeout", "60", "org.a11y.Bus"), check=True)
            enable(False)
            with program(profile, complaints):
                enable(True)
                told["after it"] = read(tells(complaints, wait_for))
                enable(False)
                enable(True)
                told["begun again"] = read(tells(complaints, {"press": language}, {"await": heading}))
            with program(profile, complaints):
                told["before it"] = read(tells(complaints, wait_for))
            with program(profile, complaints, "offscreen"):
                told["one that is not on the bus"] = read(tells(complaints, wait_for, seconds=LOST_SECONDS))
        finally:
            bus.terminate()
            bus.wait()
    print(json.dumps(told))


def read(answers: list[Any]) -> bool:
    """Whether each order could be done."""
    return bool(answers) and all(answer["ok"] for answer in answers)


if __name__ == "__main__":
    main(*sys.argv[1:])
