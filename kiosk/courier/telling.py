# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells a town's own collector how this machine does, where its profile asks for it: counts, ages, versions."""

import logging
from collections.abc import Callable

from core.activation import Activation
from core.ports import Cache, Clock, Outbox
from core.telemetry import Shelf, readings
from kiosk.bundles.home import BundleHome, Seen
from kiosk.lanes import Lane
from kiosk.profile.model import Profile, TelemetryPlace
from kiosk.version import VERSION

log = logging.getLogger("kiosk.telemetry")


class Telling:
    """Reads on the courier's thread, tells in its network lane, and never twice at once."""

    def __init__(
        self,
        profile: Profile,
        place: TelemetryPlace,
        cache: Cache,
        outbox: Outbox,
        home: BundleHome | None,
        network: Lane,
        clock: Clock,
    ) -> None:
        self._profile = profile
        self._place = place
        self._cache = cache
        self._outbox = outbox
        self._home = home
        self._network = network
        self._clock = clock
        self._began = clock.steady()
        self._next = self._began
        self._busy = False
        self._silent = False

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._busy

    def turn(self) -> None:
        """Tell, if it is time."""
        now = self._clock.steady()
        if self._busy or now < self._next:
            return
        self._busy, self._next = True, now + self._place.every
        self._network.run(self._job(), self._came)

    def _job(self) -> Callable[[], str]:
        """What is told is read here, on the stores' own thread."""
        now = self._clock.wall()
        set_up: Activation | None = None
        seen = Seen()
        if self._home is not None:
            set_up, seen = self._home.activation(), self._home.seen()
        told = readings(
            self._outbox.deliveries(),
            self._shelf(now),
            set_up,
            seen.at,
            now,
            self._clock.steady() - self._began,
        )
        profile, endpoint = self._profile, self._place.endpoint

        def job() -> str:
            try:
                from kiosk.courier.connections import trusted
                from services.http import Http
                from services.origins import Origins
                from services.telemetry import tell
            except ImportError:
                return "the extra `telemetry` is not installed"
            failure = tell(
                Http(Origins.of(profile.origins), trust=trusted(profile)),
                endpoint,
                profile.name,
                VERSION,
                told,
                now,
            )
            return failure.value if failure is not None else ""

        return job

    def _shelf(self, now: float) -> Shelf:
        kept = self._cache.catalogue()
        if kept is None:
            return Shelf(None, 0, 0, ())
        catalogue, at = kept
        doors = {
            channel.endpoint
            for one in catalogue.services.values()
            for channel in one.channels
            if channel.is_api
        }
        reached = tuple(None if (one := self._cache.reach(door)) is None else one.reachable for door in doors)
        forms = sum(len(self._cache.forms(door)) for door in doors)
        return Shelf(now - at, len(catalogue.services), forms, reached)

    def _came(self, failure: str) -> None:
        self._busy = False
        if bool(failure) is not self._silent:
            self._silent = bool(failure)
            log.warning("telemetry: %s", f"not taken: {failure}" if failure else "is taken again")
