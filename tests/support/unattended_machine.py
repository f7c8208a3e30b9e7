# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole machine without a window for journeys: real stores, courier and town, and a clock that can run ahead."""

import os
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from core.errors import Trouble
from core.ids import Language, SubmissionId, VisitId
from core.passed_time import Instant
from core.submission import Delivery, DeliveryState
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk.clock import boot_id, since_start
from kiosk.command_line.unattended import Unattended
from kiosk.courier.process import Courier
from kiosk.lanes import InlineLane
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.store_access import open_stores
from offline_cache.cache import StoredCache
from offline_cache.outbox import StoredOutbox
from offline_cache.subkeys import Key, KeyOrigin

ADDRESS_SERVICE = "change-of-address"
ADDRESS_ANSWERS = {
    "full_name": "Marigold Example",
    "street": "27 Ropewalk",
    "moving_date": "2026-12-14",
    "who_moves": "only_me",
    "tell": "nobody",
}


class AheadClock:
    """The machine's clock, which a test may set ahead, so that nobody waits out a delay.

    `ahead` lets time pass; `set_by` is what somebody set the wall clock by, while no time passed.
    """

    def __init__(self) -> None:
        self.ahead = self.set_by = 0.0

    def wall(self) -> float:
        return time.time() + self.ahead + self.set_by

    def steady(self) -> float:
        return time.monotonic() + self.ahead

    def instant(self) -> Instant:
        return Instant(boot_id(), since_start() + self.ahead, self.wall())


class UnattendedMachine:
    """Fills services by events alone. Use as a context."""

    def __init__(
        self, folder: Path, town: str, language: str = "en", profile: str = "town-hall-kiosk"
    ) -> None:
        read = load(profile)
        assert isinstance(read, Profile)
        self.profile = read.moved(town)
        self.language = Language(language)
        self.clock = AheadClock()
        stores = open_stores(folder, Key(b"k" * 32, KeyOrigin.MEMORY), self.clock.wall())
        assert not isinstance(stores, Trouble), stores
        self.stores = stores
        self.said: list[str] = []
        self.seen: list[Delivery] = []
        self.courier = Courier(self.profile, stores, folder, InlineLane(), self.clock, self.clock.instant)

    def __enter__(self) -> Self:
        self.courier.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.courier.__exit__(kind, error, trace)
        for store in (self.stores.cache, self.stores.outbox):
            assert isinstance(store, StoredCache | StoredOutbox)
            store.close()

    def turn(self) -> None:
        """One turn of the courier, after which time has passed."""
        self.courier.turn()
        for delivery in self.stores.outbox.deliveries():
            if delivery not in self.seen:
                self.seen.append(delivery)

    def do(
        self, service: str = ADDRESS_SERVICE, answers: Mapping[str, str] = ADDRESS_ANSWERS, wait: float = 0
    ) -> Delivery:
        """Fill and seal; the delivery as it then is."""
        visit = Visit(id=VisitId(uuid.uuid4().hex), language=self.language)
        one = Unattended(
            visit,
            self.stores,
            self.clock,
            Messages.load(self.language),
            self.said.append,
            lambda: SubmissionId(f"uuid:{uuid.uuid4()}"),
            os.urandom,
        )
        trouble = one.do(service, answers, self.turn if wait else lambda: None, wait)
        assert trouble is None, trouble
        assert one.delivery is not None
        return one.delivery

    def fetch(self) -> None:
        """Have the courier fetch the catalogue and every form."""
        for _ in range(3):
            self.turn()

    def until(self, state: DeliveryState, turns: int = 60, step: float = 20.0) -> Delivery:
        """Turn the courier, `step` seconds of its clock apart, until the last submission is in this state."""
        for _ in range(turns):
            self.turn()
            last = self.stores.outbox.deliveries()[-1]
            if last.state is state:
                return last
            self.clock.ahead += step
        raise AssertionError([(d.state, d.attempts, d.reason) for d in self.stores.outbox.deliveries()])
