# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A kiosk that cannot even begin, for want of a profile or a key, shows that it is out of order (K-10).

The service manager begins it again afterwards: so a mended profile is found by itself.
"""

import os
import selectors
import time
from dataclasses import dataclass
from types import FrameType
from typing import Final

from kiosk import children, link, service_manager
from kiosk.child import Child, end_in_order
from kiosk.outage import NOTICE
from kiosk.waking import woken_by_signals

STAYS: Final = 300.0
"""Seconds until it is tried again. Who has mended it need not wait: systemctl restart civic-kiosk."""

SIGN_EVERY: Final = 5.0


@dataclass(slots=True)
class Closed:
    """Shows the page for `stays` seconds, or until it is told to stop. `profile` may be one that is broken."""

    profile: str
    stays: float = STAYS
    _stopping: bool = False

    def show(self) -> None:
        """Start the page, and keep the service manager content meanwhile."""
        ears, until = selectors.DefaultSelector(), time.monotonic() + self.stays
        child = Child(NOTICE, children.start(children.own_command(children.OUT_OF_ORDER)))
        child.tell(link.Order(profile=self.profile, folder="", keys={}, trial=False))
        child.tell(link.Show(link.SHOW_OUT_OF_ORDER))
        with woken_by_signals(ears, self._stop):
            ears.register(child.output, selectors.EVENT_READ, child)
            while not self._stopping and time.monotonic() < until:
                for key, _ in ears.select(min(SIGN_EVERY, max(0.0, until - time.monotonic()))):
                    self._hear(os.read(key.fd, 65_536), child if key.data is child else None)
                service_manager.tell(service_manager.ALIVE)
        ears.close()
        end_in_order((child,))

    def _hear(self, raw: bytes, child: Child | None) -> None:
        if child is None:
            return
        if any(isinstance(line, link.Shown) for line in child.lines(raw)):
            service_manager.tell(service_manager.READY)
        self._stopping = self._stopping or not raw

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True
