# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Own services in memory that keep the same promises as the stored ones, for tests of what uses them."""

from core.own_services import OwnServices


class FakeServices:
    """`core.ports.KeptServices` without a disk."""

    def __init__(self) -> None:
        self._kept = OwnServices()

    def keep(self, services: OwnServices) -> None:
        self._kept = services

    def all(self, now: float | None) -> OwnServices:
        if now is not None:
            self._kept = self._kept.lasting(now)
        return self._kept
