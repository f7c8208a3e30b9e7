# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first set-up of a machine, as its command starts it, with somebody who leaves as soon as it is there."""

import sys
from unittest.mock import patch

from PySide6.QtCore import QTimer

from core.visit import events as e
from kiosk.command_line import profile_editing
from kiosk.profile_editing.window import ProfileWindow


class LeavingWindow(ProfileWindow):
    """Presses Finish by itself."""

    def show(self) -> None:
        """Show it, and leave."""
        super().show()
        QTimer.singleShot(0, lambda: self.session.send(e.FinishPressed()))


if __name__ == "__main__":
    with patch("kiosk.profile_editing.window.ProfileWindow", LeavingWindow):
        sys.exit(profile_editing.guide(sys.argv[1]))
