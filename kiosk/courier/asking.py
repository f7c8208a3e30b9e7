# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks agencies how far they are with what they have: what `core.following` decides, beside the deliveries."""

import logging
import random
from collections.abc import Callable, Mapping

from core import following
from core.catalogue import ChannelKind
from core.following import NothingTold, Progress
from core.ids import OrganisationId
from core.ports import Agency, Clock, Outbox
from core.submission import Delivery
from kiosk.lanes import Lane

log = logging.getLogger("kiosk.courier")

LOOK_SECONDS = 5.0
"""Between two looks at what may be asked: nothing here is urgent."""

MOST_AT_ONCE = 2
"""Questions under way, at most one for each agency: the other workers of the network lane are for deliveries."""


class Asking:
    """Runs on the thread that owns the outbox; only the question itself runs in the network lane."""

    def __init__(
        self,
        outbox: Outbox,
        agencies: Mapping[ChannelKind, Agency],
        network: Lane,
        clock: Clock,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._outbox = outbox
        self._agencies = agencies
        self._network = network
        self._clock = clock
        self._chance = chance
        self._busy: set[OrganisationId] = set()
        self._looked: float | None = None

    @property
    def idle(self) -> bool:
        """Whether no question is under way."""
        return not self._busy

    def turn(self) -> None:
        """Ask whoever may be asked now."""
        now = self._clock.steady()
        if self._looked is not None and now - self._looked < LOOK_SECONDS:
            return
        self._looked = now
        for delivery in self._outbox.asked_about(self._clock.wall()):
            if len(self._busy) < MOST_AT_ONCE and delivery.organisation not in self._busy:
                self._ask(delivery)

    def _ask(self, delivery: Delivery) -> None:
        agency = self._agencies.get(delivery.protocol) if delivery.protocol is not None else None
        if agency is None:
            # Its turn passes on to the next, or what cannot be asked would stand before all others.
            self._told(delivery, NothingTold("not_allowed"))
            return
        self._busy.add(delivery.organisation)
        self._network.run(lambda: agency.progress(delivery), lambda told: self._told(delivery, told))

    def _told(self, delivery: Delivery, told: Progress) -> None:
        self._busy.discard(delivery.organisation)
        after = following.after(delivery, told, self._clock.wall(), self._chance())
        log.info("submission %s: %s, now %s", delivery.id, type(told).__name__, after.state.value)
        self._outbox.update(delivery, after)
