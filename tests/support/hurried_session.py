# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session's real process whose clock is put forward from outside, so that nobody has to wait for quiet time.

The file named in the environment's `HURRY_FILE` says by how many seconds, and from then on the clock stands there: how
fast the machine is makes no difference. While there is no such file it is the machine's own.
"""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk import link
from kiosk.profile.model import Profile
from kiosk.session import starting
from tests.support.slow_clock import SlowClock
from tests.support.slow_process import SlowProcess

LOOK_AGAIN_MS: Final = 50


class StandingClock(SlowClock):
    """The machine's clock until it is put forward for the first time; then it moves by nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._stands: float | None = None

    def put_forward(self, seconds: float) -> None:
        """By so many from where it was first stopped."""
        if self._stands is None:
            self._stands = self.steady()
        self.ahead = seconds

    def steady(self) -> float:
        """Seconds since some moment."""
        return super().steady() if self._stands is None else self._stands + self.ahead


class Hurried(SlowProcess):
    """The process."""

    def __init__(
        self, application: QApplication, order: link.Order, profile: Profile, *, at_once: bool
    ) -> None:
        self._standing = StandingClock()
        super().__init__(application, order, profile, at_once=at_once, clock=self._standing)
        self._file = Path(os.environ["HURRY_FILE"])
        self._look = QTimer(self)
        self._look.timeout.connect(self._on_look)
        self._look.start(LOOK_AGAIN_MS)

    def _on_look(self) -> None:
        if self._file.exists():
            self._standing.put_forward(float(self._file.read_text()))


if __name__ == "__main__":
    starting.main(Hurried)
