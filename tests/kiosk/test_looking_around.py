# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit goes on looking at what becomes of an application, also after a store that refused once."""

import pytest

from core import sync
from core.errors import Trouble, TroubleError
from core.ids import SubmissionId
from core.submission import Delivery
from core.visit import events as e
from core.visit.effects import Ending, Watch
from kiosk.command_line.nobody_around import NobodyAround
from kiosk.effects import Effects
from kiosk.lanes import InlineLane
from kiosk.opening_forms import OpeningForms
from kiosk.store_access import OpenStores
from tests.support.dying_courier import SetClock
from tests.support.fake_cache import FakeCache
from tests.support.fake_outbox import FakeOutbox
from tests.support.outbox_steps import sealed
from tests.support.submissions import submission


class Alone(NobodyAround):
    """Nobody is around, and the visit does not end."""

    def end_visit(self, ending: Ending) -> None:
        raise AssertionError(ending)


class RefusingOnce(FakeOutbox):
    """Does not open its file the first time, as a disk or another process may have it."""

    refuses = False

    def delivery(self, submission: SubmissionId) -> Delivery | None:
        if self.refuses:
            self.refuses = False
            raise TroubleError(Trouble("trouble.store_locked", detail="outbox.db: SQLITE_BUSY"))
        return super().delivery(submission)


@pytest.mark.expects_log
def test_a_store_that_refuses_once_is_looked_at_again() -> None:
    outbox, told = RefusingOnce(), list[e.Event]()
    stores = OpenStores(FakeCache(), outbox)
    effects = Effects(
        InlineLane(),
        lambda: stores,
        told.append,
        Alone(),
        SetClock(),
        lambda: SubmissionId("uuid:1"),
        OpeningForms(),
    )
    delivery = sealed(outbox, submission(1))
    effects.carry_out(Watch(delivery.id))
    effects.look_around()
    leaving = sync.claim(delivery, 2_000.0)
    assert outbox.update(delivery, leaving)
    outbox.changed_by_another()
    told.clear()
    outbox.refuses = True

    effects.look_around()
    assert told == []
    effects.look_around()

    assert told == [e.DeliveryChanged(leaving)]
