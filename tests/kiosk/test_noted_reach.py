# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the courier notes of an agency's server: since when it is silent, and why it is silent now."""

from collections.abc import Sequence
from dataclasses import replace

from core.catalogue import Channel, ChannelKind
from core.ids import FormId
from core.ports import CachedForm, Reach
from kiosk.courier.fetching import Fetching
from kiosk.lanes import InlineLane
from services.boundary import Failed, Failure, NotModified
from tests.support.dying_courier import SetClock
from tests.support.fake_cache import FakeCache
from tests.support.small_catalogue import service_id, small_catalogue

CITY = "https://city.example/api"


class Silent:
    """A server that never answers, and why."""

    def __init__(self) -> None:
        self.why = Failure.NO_CONNECTION

    def refresh(
        self, endpoint: str, wanted: frozenset[FormId], known: Sequence[CachedForm], at: float
    ) -> Failed:
        del endpoint, wanted, known, at
        return Failed(self.why, sent=False)


def one_agency() -> FakeCache:
    """A catalogue whose only service is asked for at `CITY`."""
    made = small_catalogue()
    birth = made.services[service_id("birth")]
    channel = Channel("1", ChannelKind.OPENROSA, birth.organisation, CITY, FormId("birth"))
    return FakeCache(replace(made, services={birth.id: replace(birth, channels=(channel,))}))


def fetching_from(server: Silent, cache: FakeCache, clock: SetClock) -> Fetching:
    return Fetching(
        cache,
        "http://town",
        lambda address, version: NotModified(),
        {ChannelKind.OPENROSA: server},
        InlineLane(),
        clock,
        60.0,
        lambda *_: None,
        lambda: 0.0,
    )


def test_another_reason_for_the_same_silence_is_noted_and_its_begin_stays() -> None:
    cache, clock, server = one_agency(), SetClock(10.0), Silent()
    fetching = fetching_from(server, cache, clock)
    fetching.turn()
    assert cache.reach(CITY) == Reach(CITY, False, 10.0, Failure.NO_CONNECTION.value)

    server.why = Failure.CLOCK
    clock.now = 100.0
    fetching.turn()
    assert cache.reach(CITY) == Reach(CITY, False, 10.0, Failure.CLOCK.value)


def test_an_agency_that_left_the_catalogue_is_not_missed() -> None:
    cache, clock = one_agency(), SetClock(10.0)
    fetching = fetching_from(Silent(), cache, clock)
    fetching.turn()
    assert fetching.silent

    cache.keep_catalogue(replace(small_catalogue(), services={}), b"", 20.0)
    clock.now = 20.0
    fetching.turn()
    assert not fetching.silent
