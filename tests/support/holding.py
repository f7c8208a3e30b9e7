# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must never be there: a process that outlives a visit with a word of it in its arguments and on the clipboard."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication


def main(word: str) -> None:
    """Hold the word until the proof's folder is gone."""
    application = QGuiApplication([])
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        application.clipboard().setText(word, mode)
    folder = Path(os.environ["PROOF_FOLDER"])
    timer = QTimer()
    timer.timeout.connect(lambda: None if folder.exists() else application.quit())
    timer.start(200)
    QTimer.singleShot(0, lambda: print("held", flush=True))
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
