# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The seeded fault of AT-09: a session's real process that stops answering again and again, and grows."""

import time
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk import link
from kiosk.profile.model import Profile
from kiosk.session import starting
from kiosk.session.process import Process

EVERY_MS: Final = 900
HANGS: Final = 0.6
GROWS: Final = 2 << 20


class Hanging(Process):
    """The process."""

    def __init__(
        self, application: QApplication, order: link.Order, profile: Profile, *, at_once: bool
    ) -> None:
        super().__init__(application, order, profile, at_once=at_once)
        self._kept: list[bytes] = []
        self._hang = QTimer(self)
        self._hang.timeout.connect(self._on_hang)
        self._hang.start(EVERY_MS)

    def _on_hang(self) -> None:
        self._kept.append(b"x" * GROWS)
        time.sleep(HANGS)


if __name__ == "__main__":
    starting.main(Hanging)
