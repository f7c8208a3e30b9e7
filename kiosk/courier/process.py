# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The courier's process: opens the stores, then delivers and fetches until its input closes."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from core.errors import Trouble
from core.passed_time import Instant
from core.ports import Clock
from kiosk import link, service_manager
from kiosk.bundles.home import BundleHome
from kiosk.clock import MachineClock, instant
from kiosk.courier.asking import Asking
from kiosk.courier.brought import fill
from kiosk.courier.bundling import Bundling
from kiosk.courier.connections import Connections
from kiosk.courier.delivering import Delivering
from kiosk.courier.fetching import Fetching
from kiosk.courier.forgetting import Forgetting
from kiosk.courier.mailbox import Mailbox
from kiosk.courier.probing import Probing
from kiosk.courier.room import room_or_later
from kiosk.courier.shown_clock import ShownClock
from kiosk.courier.telling import Telling
from kiosk.hardening import harden
from kiosk.lanes import Lane, ThreadLane
from kiosk.profile.file import BadProfile
from kiosk.profile.in_force import load_in_force
from kiosk.profile.model import Profile
from kiosk.store_access import OpenStores, keys_from, open_stores

log = logging.getLogger("kiosk.courier")

PAUSE = 0.25
"""Seconds between two looks at the outbox: how long a sealed submission may lie before it leaves."""

QUIET = 5.0
"""Seconds after the last receipt at which this process asks for another in its place: memory cannot be wiped, and
answers that are erased from the disk may not stay in it."""

PATIENCE = 2.0
"""Seconds in which the supervisor closes our input then; nothing new is begun meanwhile."""

NETWORK_WORKERS = 4
LOCK = "courier.lock"


class Courier:
    """One courier for one store: while another holds the store's lock, this one only waits for it.

    Use as a context; `turn` begins what is due and takes in what has come back.
    """

    def __init__(
        self,
        profile: Profile,
        stores: OpenStores,
        folder: Path,
        network: Lane,
        clock: Clock,
        now: Callable[[], Instant] | None = None,
    ) -> None:
        connections = Connections.of(profile, clock)
        self._lock = FileLock(str(folder / LOCK), mode=0o600)
        self._network = network
        self._delivering = Delivering(
            stores.outbox,
            connections.agencies,
            network,
            clock,
            now or (lambda: instant(clock)),
            profile.settle,
        )
        self._fetching = Fetching(
            stores.cache,
            profile.catalogue,
            connections.catalogues,
            connections.forms,
            network,
            clock,
            profile.refresh,
            self._delivering.hasten,
        )
        self._bundling = (
            Bundling(profile, profile.bundle, BundleHome.beside(folder), network, clock)
            if profile.bundle is not None
            else None
        )
        self._telling = (
            Telling(
                profile,
                profile.telemetry,
                stores.cache,
                stores.outbox,
                BundleHome.beside(folder) if profile.bundle is not None else None,
                network,
                clock,
            )
            if profile.telemetry is not None
            else None
        )
        self._probing = (
            Probing(profile.probe, stores.cache, network, clock, lambda: self._fetching.silent)
            if profile.probe
            else None
        )
        self._asking = Asking(stores.outbox, connections.agencies, network, clock)
        self._shown_clock = ShownClock(connections.dates, stores.cache, clock)
        self._forgetting = Forgetting(stores.outbox, profile.receipt_days, clock, self._clock_is_shown)
        self.alone = False

    def __enter__(self) -> Self:
        if not self._take_lock():
            log.info("another courier delivers from this store")
        return self

    def _take_lock(self) -> bool:
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        self.alone = True
        self._delivering.recover()
        return True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._network.close()
        self._lock.release()

    @property
    def wants_renewal(self) -> bool:
        """Whether answers went through this process that are on no disk any more, and nothing is under way."""
        quiet = self._delivering.erased_for
        return quiet is not None and quiet >= QUIET and self._asking.idle and self._fetching.idle

    def _clock_is_shown(self) -> bool:
        return self._fetching.answered_lately and not self._shown_clock.contradicted

    def turn(self) -> None:
        """Deliver and fetch what is due, ask how far agencies are, forget; or take over from one that is gone."""
        if self.alone or self._take_lock():
            self._delivering.turn()
            self._asking.turn()
            self._fetching.turn()
            if self._probing is not None:
                self._probing.turn()
            if self._bundling is not None:
                self._bundling.turn()
            if self._telling is not None:
                self._telling.turn()
            self._shown_clock.turn()
            self._forgetting.turn()


def run(order: link.Order) -> None:
    """Work until our standard input closes: that is how the supervisor says, or its death says, that it is over."""
    profile = load_in_force(order.profile, order.brought)
    if isinstance(profile, BadProfile):
        _refuse(Trouble("trouble.profile", detail=profile.lines()[0]))
        return
    if order.origin:
        profile = profile.moved(order.origin)
    clock, folder = MachineClock(), Path(order.folder)
    stores = open_stores(folder, keys_from(order.keys, trial=order.trial), clock.wall(), apart=True)
    if isinstance(stores, Trouble):
        _refuse(stores)
        return
    if order.brought:
        with room_or_later():
            fill(stores.cache, Path(order.brought), BundleHome.beside(folder).seen().made)
    with Mailbox() as mailbox:
        network = ThreadLane("network", mailbox.post, NETWORK_WORKERS)
        with Courier(profile, stores, folder, network, clock) as courier:
            link.say(sys.stdout.buffer, link.Ready())
            service_manager.tell(service_manager.READY)
            try:
                _work(courier, mailbox, clock)
            finally:
                # What agencies are just answering is kept, also where something has failed: of a receipt thrown away
                # nobody would know that it was given.
                network.close()
                mailbox.take_in()


def _work(courier: Courier, mailbox: Mailbox, clock: Clock) -> None:
    """Turn after turn, until our standard input closes. TroubleError where a store refuses."""
    pause, told, alive_at = PAUSE, False, -link.ALIVE_EVERY
    while not (mailbox.wait(sys.stdin.fileno(), pause) and not sys.stdin.buffer.readline()):
        mailbox.take_in()
        courier.turn()
        if clock.steady() - alive_at >= link.ALIVE_EVERY:
            alive_at = clock.steady()
            link.say(sys.stdout.buffer, link.Alive())
            service_manager.tell(service_manager.ALIVE)
        pause = PAUSE
        if courier.wants_renewal and not told:
            link.say(sys.stdout.buffer, link.Ended(link.DELIVERED))
            pause, told = PATIENCE, True


def _refuse(trouble: Trouble) -> None:
    link.say(sys.stdout.buffer, link.Refusal(trouble.key, trouble.detail))


def main() -> None:
    """Read the order from standard input, and obey it."""
    harden()
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    logging.getLogger("kiosk").setLevel(logging.getLogger().level)
    order = link.decode(sys.stdin.buffer.readline())
    if not isinstance(order, link.Order):
        raise TypeError("the first line to a courier is its order")
    run(order)
