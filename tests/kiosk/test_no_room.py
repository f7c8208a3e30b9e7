# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""On a nearly full disk, or after a flood of forms, nobody begins one, and is told before the first word (P12)."""

from datetime import UTC, datetime

import pytest

from core.errors import Trouble
from core.ids import FormId, ServiceId, SubmissionId
from core.ports import CachedForm
from core.quotas import MOST_AN_HOUR
from core.submission import Delivery
from core.visit import events as e
from core.visit.effects import OpenForm
from kiosk.effects import Effects
from kiosk.lanes import InlineLane
from kiosk.opening_forms import OpeningForms
from kiosk.store_access import OpenStores
from tests.kiosk.test_looking_around import Alone
from tests.support.dying_courier import BEGIN, SetClock
from tests.support.fake_cache import FakeCache
from tests.support.fake_outbox import FakeOutbox
from tests.support.small_catalogue import small_catalogue
from tests.support.small_forms import inputs, source
from tests.support.submissions import submission


@pytest.mark.parametrize(
    ("room", "sealed", "trouble"),
    [
        (True, 0, None),
        (True, MOST_AN_HOUR - 1, None),
        (False, 0, "trouble.no_room"),
        (True, MOST_AN_HOUR, "trouble.too_many"),
    ],
)
def test_a_form_begins_only_where_there_is_room_and_no_flood(
    room: bool, sealed: int, trouble: str | None
) -> None:
    service = next(one for one in small_catalogue().services.values() if one.api is not None)
    channel = service.api
    assert channel is not None
    cache, outbox, told = FakeCache(), FakeOutbox(), list[e.Event]()
    published = source("<a/>", "", inputs("a"))
    now = datetime.now(UTC).timestamp()
    cache.keep_form(CachedForm(channel.endpoint, FormId(channel.form), "1", "1", published, now))
    outbox.room = room
    for number in range(sealed):
        assert isinstance(outbox.seal(submission(number, created=BEGIN - number)), Delivery)
    effects = Effects(
        InlineLane(),
        lambda: OpenStores(cache, outbox),
        told.append,
        Alone(),
        SetClock(),
        lambda: SubmissionId("uuid:00000000-0000-4000-8000-000000000001"),
        OpeningForms(),
    )
    effects.carry_out(OpenForm(service, channel))
    (answer,) = told
    if trouble is None:
        assert isinstance(answer, e.FormOpened)
    else:
        assert answer == e.FormClosed(ServiceId(service.id), Trouble(trouble))
    effects.close()
