# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The application of a session's process, which is made before most of the program is loaded."""

from PySide6.QtWidgets import QApplication

from kiosk.hardening import harden
from kiosk.session.beside import find_fonts


def begin() -> QApplication:
    """Harden the process, and make its application if there is none yet."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    harden()
    application = QApplication(["kiosk"])
    application.setApplicationName("Civic Kiosk")
    application.setQuitOnLastWindowClosed(False)
    find_fonts()
    return application
