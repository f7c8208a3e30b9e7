# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The application of a session's process, which is made before most of the program is loaded."""

import os
from typing import Final

from PySide6.QtWidgets import QApplication

from kiosk.hardening import harden

BUS: Final = "DBUS_SESSION_BUS_ADDRESS"
NO_BUS: Final = "disabled:"


def begin() -> QApplication:
    """Harden the process, and make its application if there is none yet."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    harden()
    start_no_bus()
    application = QApplication(["kiosk"])
    application.setApplicationName("Civic Kiosk")
    application.setQuitOnLastWindowClosed(False)
    return application


def start_no_bus() -> None:
    """Where nobody has started a session bus, keep libdbus from starting one (dbus-launch(1), autolaunch).

    Qt asks for the bus with the first widget. One that is started so has no screen reader on it, outlives us, and is
    waited for.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if not os.environ.get(BUS) and not (runtime and os.path.exists(os.path.join(runtime, "bus"))):
        os.environ[BUS] = NO_BUS
