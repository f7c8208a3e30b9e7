# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session's real process on a clock that can be put forward."""

from PySide6.QtWidgets import QApplication

from kiosk import link
from kiosk.profile.model import Profile
from kiosk.session.process import Process
from tests.support.slow_clock import SlowClock


class SlowProcess(Process):
    """The process; `slow` is its clock."""

    def __init__(
        self,
        application: QApplication,
        order: link.Order,
        profile: Profile,
        *,
        at_once: bool,
        clock: SlowClock | None = None,
    ) -> None:
        self.slow = clock or SlowClock()
        super().__init__(application, order, profile, at_once=at_once, clock=self.slow)
