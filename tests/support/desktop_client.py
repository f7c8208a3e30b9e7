# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs inside dbus-run-session: a portal, our reader of it, and what was seen, one line for each change."""

import os
import subprocess
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.session.desktop import Desktop


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    portal = subprocess.Popen(
        (sys.executable, "-m", "tests.support.settings_portal"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    told, answered = portal.stdin, portal.stdout
    assert told is not None
    assert answered is not None
    answered.readline()
    lines = ["color-scheme 1", "contrast 1", "color-scheme 2", "contrast 0", "color-scheme 0"]
    lines += ["text-scaling-factor 1.5", "text-scaling-factor 2.0"]
    lines += ["font Sans,13,-1,5,400,0,0,0,0,0"]
    application = QGuiApplication([])
    desktop = Desktop()

    def tell() -> None:
        if lines:
            told.write(lines.pop(0) + "\n")
            told.flush()
        else:
            application.quit()

    def seen() -> None:
        sys.stdout.write(f"{desktop.wishes.dark} {desktop.wishes.more_contrast}\n")
        tell()

    def scaled(scale: float) -> None:
        sys.stdout.write(f"{scale}\n")
        tell()

    desktop.changed.connect(seen)
    desktop.scaled.connect(scaled)
    QTimer.singleShot(500, tell)
    QTimer.singleShot(20_000, application.quit)
    application.exec()
    told.close()
    portal.wait(5)


if __name__ == "__main__":
    main()
