# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The floor: a bare PySide6 window that says when it has been painted, and then waits for its input to close."""

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """Paints nothing, and says so once."""

    said = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the window is there."""
        super().paintEvent(event)
        if not self.said:
            self.said = True
            print("shown", flush=True)


def main() -> None:
    """Show the window until standard input closes."""
    application = QApplication(sys.argv)
    window = Bare()
    window.resize(1366, 768)
    window.show()
    closed = QSocketNotifier(0, QSocketNotifier.Type.Read)
    closed.activated.connect(application.quit)
    application.exec()


if __name__ == "__main__":
    main()
