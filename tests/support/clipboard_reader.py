# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what the display's clipboard and its primary selection hold, as one JSON object; a process of its own."""

import json

from PySide6.QtGui import QClipboard, QGuiApplication

MODES = {"clipboard": QClipboard.Mode.Clipboard, "primary": QClipboard.Mode.Selection}


def main() -> None:
    """Read both."""
    application = QGuiApplication([])
    print(json.dumps({name: application.clipboard().text(mode) for name, mode in MODES.items()}))


if __name__ == "__main__":
    main()
