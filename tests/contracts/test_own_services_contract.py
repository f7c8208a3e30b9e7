# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every store of own services promises, asked of the stored one and of the one in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.ids import ServiceId
from core.own_services import USED_DAYS, OwnServices, Used
from core.ports import KeptServices
from offline_cache.own_services import StoredServices, open_own_services
from offline_cache.subkeys import Key, KeyOrigin
from tests.support.fake_services import FakeServices

KEY = Key(bytes(range(32)), KeyOrigin.KEYRING)
DAY = 24 * 3600.0
MOVE, PENSION = ServiceId("https://town.example/move"), ServiceId("https://town.example/pension")
OWN = OwnServices((PENSION, MOVE), (Used(MOVE, 2_000.5), Used(PENSION, 1_000.0)))


@pytest.fixture(params=["stored", "in memory"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[KeptServices]:
    if request.param == "in memory":
        yield FakeServices()
        return
    opened = open_own_services(tmp_path / "store", KEY)
    assert isinstance(opened, StoredServices)
    yield opened
    opened.close()


def test_at_first_there_are_none(kept: KeptServices) -> None:
    assert kept.all(0.0) == OwnServices()


def test_they_come_back_whole_and_in_their_order(kept: KeptServices) -> None:
    kept.keep(OWN)

    assert kept.all(2_001.0) == OWN


def test_later_ones_take_the_place_of_the_earlier(kept: KeptServices) -> None:
    later = OwnServices((MOVE,), (Used(PENSION, 3_000.0),))

    kept.keep(OWN)
    kept.keep(later)

    assert kept.all(3_000.0) == later


def test_an_emptied_list_is_empty(kept: KeptServices) -> None:
    kept.keep(OWN)
    kept.keep(OwnServices())

    assert kept.all(2_001.0) == OwnServices()


@pytest.mark.parametrize(("days", "there"), [(-400, 1), (0, 1), (USED_DAYS, 1), (USED_DAYS + 0.01, 0)])
def test_what_was_only_used_is_forgotten_after_a_year_and_what_was_added_is_not(
    kept: KeptServices, days: float, there: int
) -> None:
    kept.keep(OwnServices((PENSION,), (Used(MOVE, 1_000.0),)))

    found = kept.all(1_000.0 + days * DAY)
    assert (found.added, len(found.used)) == ((PENSION,), there)
    # Forgotten is forgotten: a clock that was wrong once brings nothing back, and loses nothing that was kept.
    assert len(kept.all(1_000.0).used) == there


@pytest.mark.parametrize("strange", ["", "a\x00b", "https://büro.example/Ämter#ا", "x" * 5_000])
def test_whatever_a_catalogue_calls_a_service_comes_back_as_it_was(kept: KeptServices, strange: str) -> None:
    own = OwnServices((ServiceId(strange),), (Used(ServiceId(strange), 1.0),))

    kept.keep(own)

    assert kept.all(1.0) == own
