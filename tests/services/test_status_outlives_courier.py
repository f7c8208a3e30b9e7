# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The address at which an Open Forms server tells how far it is outlives the courier that was told it."""

from dataclasses import replace
from pathlib import Path

from core import sync
from core.catalogue import ChannelKind
from core.submission import DeliveryState, Unsure
from kiosk.courier.delivering import Delivering
from kiosk.lanes import InlineLane
from services.http import Http
from services.open_forms.agency import OpenFormsAgency
from services.origins import Origins
from tests.support.agency_worlds import LIMITS
from tests.support.dying_courier import BEGIN, SetClock
from tests.support.json_worlds import OpenFormsWorld
from tests.support.sandbox_town import RunningTown
from tests.support.stored_outbox import opened


def test_open_forms_end_is_found_by_the_courier_after_the_one_that_heard_of_it(
    town: RunningTown, tmp_path: Path
) -> None:
    item = replace(OpenFormsWorld(town).submission(1), created=BEGIN)
    town.order("status-before-commit", agency="social-security", endpoint="status", count=1, status=502)
    clock = SetClock()
    states = []
    for _ in range(3):
        # Each turn is another process: another connector, and the store opened anew.
        outbox = opened(tmp_path, now=clock.now)
        outbox.seal(item)
        agency = OpenFormsAgency(Http(Origins.of([town.url]), LIMITS), pause=lambda _: None)
        courier = Delivering(
            outbox, {ChannelKind.OPEN_FORMS: agency}, InlineLane(), clock, clock.instant, 600.0, lambda: 0.5
        )
        courier.recover()
        courier.turn()
        states.append(outbox.deliveries()[0].state)
        clock.now += 3_600.0
        outbox.close()
    assert states == [DeliveryState.CHECKING, DeliveryState.CHECKING, DeliveryState.RECEIVED]
    assert len(town.applications()) == 1


def test_without_the_address_the_same_would_be_for_a_person(town: RunningTown) -> None:
    item = OpenFormsWorld(town).submission(1)
    agency = OpenFormsAgency(Http(Origins.of([town.url]), LIMITS), pause=lambda _: None)
    town.order("status-before-commit", agency="social-security", endpoint="status", count=1, status=502)
    unsure = agency.deliver(item)
    assert isinstance(unsure, Unsure)
    assert unsure.told_at.startswith(town.url)
    leaving = sync.claim(sync.begin(item), item.created)
    lost = sync.after(leaving, replace(unsure, told_at=""), item.created, 0.5)
    assert lost.told_at == ""
    ended = sync.after(lost, agency.look_up(item, item.created, lost.told_at), item.created + 700, 0.5)
    assert ended.state is DeliveryState.ATTENTION
