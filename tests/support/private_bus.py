# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs inside `dbus-run-session`: an accessibility bus, the whole program on a screen, and the outside client.

`program` is the command `kiosk`, or a module that takes the profile and runs the same with something of its own.

Passes the client's standard input and output through; ends the program when its own input closes.
"""

import os
import subprocess
import sys
from pathlib import Path

LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
SYSTEM_PYTHON = "/usr/bin/python3"
KIOSK = "kiosk"


def main(profile: str, client: str, log: str, program: str = KIOSK) -> None:
    launcher = next(path for path in LAUNCHERS if path.exists())
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "KIOSK_LOG": "INFO",
    }
    with Path(log).open("ab") as complaints:
        bus = subprocess.Popen((launcher, "--launch-immediately"), stderr=complaints, stdout=complaints)
        # A program that comes before the bus would never join it.
        subprocess.run(("gdbus", "wait", "--session", "--timeout", "60", "org.a11y.Bus"), check=True)
        words = ("run", "--profile", profile, "--key", "memory") if program == KIOSK else (profile,)
        running = subprocess.Popen(
            (sys.executable, "-m", program, *words),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=complaints,
            stderr=complaints,
        )
        try:
            # The client knows nothing of our packages: it runs in the system's own Python.
            clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
            clean["ACCESSIBILITY_BUS"] = str(bus.pid)
            subprocess.run(
                (SYSTEM_PYTHON, "-m", client, "Civic Kiosk"), env=clean, stderr=complaints, check=False
            )
        finally:
            running.terminate()
            running.wait()
            bus.terminate()
            bus.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
