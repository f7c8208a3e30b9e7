# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session without a window, for tests that kill it: fills and seals a form again and again until it dies.

Prints `sealed <submission id>` at the moment at which a screen would say that it is sealed, and never earlier.
"""

import os
import sys
import time
import uuid
from pathlib import Path

from core.errors import Trouble
from core.ids import Language, SubmissionId, VisitId
from core.submission import Delivery
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.command_line.unattended import Unattended
from kiosk.hardening import harden
from kiosk.store_access import key_from, open_stores

SERVICE = "change-of-address"
ANSWERS = {
    "full_name": "Marigold Example",
    "street": "27 Ropewalk",
    "moving_date": "2026-12-14",
    "who_moves": "only_me",
    "tell": "nobody",
}


def main() -> None:
    harden()
    order = link.decode(sys.stdin.buffer.readline())
    assert isinstance(order, link.Order)
    stores = open_stores(Path(order.folder), key_from(order.key, trial=False), time.time(), quickly=True)
    assert not isinstance(stores, Trouble), stores
    texts, clock = Messages.load(Language("en")), MachineClock()

    def sealed(delivery: Delivery | None) -> None:
        assert delivery is not None
        print(f"sealed {delivery.id}", flush=True)

    while True:
        visit = Visit(id=VisitId(uuid.uuid4().hex), language=Language("en"))
        one = Unattended(
            visit,
            stores,
            clock,
            texts,
            lambda line: None,
            lambda: SubmissionId(f"uuid:{uuid.uuid4()}"),
            os.urandom,
        )
        trouble = one.do(SERVICE, ANSWERS, lambda: None, wait=0.0)
        assert trouble is None, trouble
        sealed(one.delivery)


if __name__ == "__main__":
    main()
