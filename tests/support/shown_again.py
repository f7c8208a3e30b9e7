# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fault that a check of first pictures must find: a window that shows again what was on the screen before it.

It takes a picture of the display as it starts, says "taken", and shows it at the first line of its input.
"""

import sys

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QLabel


def _show(label: QLabel, ears: QSocketNotifier) -> None:
    ears.setEnabled(False)
    label.show()
    label.raise_()


def main() -> None:
    """Run until killed."""
    application = QApplication(sys.argv)
    label = QLabel()
    label.setWindowFlags(Qt.WindowType.BypassWindowManagerHint | Qt.WindowType.FramelessWindowHint)
    before = application.primaryScreen().grabWindow(0)
    label.setPixmap(before)
    label.setGeometry(before.rect())
    ears = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ears.activated.connect(lambda *_: _show(label, ears))
    print("taken", flush=True)
    application.exec()


if __name__ == "__main__":
    main()
