# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the stores for a session; their libraries are loaded with the first call, behind the first picture."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import Trouble
from core.ports import Clock
from kiosk import link
from kiosk.lanes import HeldLane, Lane

if TYPE_CHECKING:
    from kiosk.store_access import OpenStores

log = logging.getLogger("kiosk.session")


def stores_of(order: link.Order, now: float, trusted: tuple[bytes, ...]) -> "OpenStores | Trouble":
    """The stores of an order, at a wall-clock moment; the pages that are not read yet are trusted to the courier.

    `trusted` are the keys of the receipts of other machines.
    """
    from kiosk.store_access import keys_from, open_stores

    keys = keys_from(order.keys, trial=order.trial)
    return open_stores(Path(order.folder), keys, now, quickly=True, trusted=trusted)


class StoreDoor:
    """The stores of one session. `lane` is theirs; what is asked there waits until they are open.

    `ready` is called once they are, `refused` when they cannot be opened: then no answer may be taken here, and what
    waits is never done.
    """

    def __init__(
        self,
        thread: Lane,
        clock: Clock,
        ready: Callable[[], None],
        refused: Callable[[Trouble], None],
        trusted: tuple[bytes, ...] = (),
    ) -> None:
        self.lane = HeldLane(thread)
        self._thread = thread
        self._clock = clock
        self._trusted = trusted
        self._ready, self._refused = ready, refused
        self._stores: OpenStores | None = None
        self._closed = False

    @property
    def are_open(self) -> bool:
        """Whether they can be asked."""
        return self._stores is not None

    def opened(self) -> "OpenStores":
        """The stores, on their lane."""
        if self._stores is None:
            raise RuntimeError("a store was asked for before it was opened")
        return self._stores

    def open(self, order: link.Order) -> None:
        """Open them with the keys of an order, and then let what waits in the lane come."""
        self._thread.run(lambda: self._try(order), self._tried)

    def close(self) -> None:
        """Let go of the lane; the outbox has what was sealed."""
        self._closed = True
        self.lane.close()

    def _try(self, order: link.Order) -> "OpenStores | Trouble":
        stores = stores_of(order, self._clock.wall(), self._trusted)
        if not isinstance(stores, Trouble):
            self._stores = stores
        return stores

    def _tried(self, stores: "OpenStores | Trouble") -> None:
        if self._closed:
            # A session may end while its stores are being opened: nobody waits for them any more.
            return
        if isinstance(stores, Trouble):
            log.error("the stores do not open: %s %s", stores.key, stores.detail)
            self._refused(stores)
        else:
            self.lane.release()
            self._ready()
