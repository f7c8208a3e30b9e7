# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Own services on the real stores: kept by a window at home, and by no kiosk and no trial."""

import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from core.errors import Trouble, TroubleError
from core.own_services import OwnServices, Used
from core.passed_time import Instant, ShownTime
from core.ports import KeptServices
from core.visit import effects as fx
from core.visit import events as e
from kiosk.own_services import own_services
from kiosk.store_access import OpenStores, courier_keys, keys_from, open_stores, session_keys
from offline_cache.own_services import FILE_NAME
from offline_cache.subkeys import Key, KeyOrigin
from tests.support.fake_cache import FakeCache
from tests.support.fake_outbox import FakeOutbox
from tests.support.fake_services import FakeServices
from tests.support.told import MOVE

KEY = Key(bytes(range(32)), KeyOrigin.KEYRING)
NOW = Instant("boot", 60.0, 1_000.0)
YEARS = 3_652 * 86_400.0
OWN = OwnServices((MOVE,), (Used(MOVE, 1_000.0),))


def stores(folder: Path, *, at_home: bool = True, trial: bool = False) -> OpenStores:
    """What a window is given, after the courier has made the outbox ready."""
    now = time.time()
    open_stores(folder, keys_from(courier_keys(KEY), trial=trial), now)
    opened = open_stores(folder, keys_from(session_keys(KEY, at_home=at_home), trial=trial), now)
    assert isinstance(opened, OpenStores)
    return opened


def in_memory(services: KeptServices | None) -> OpenStores:
    return OpenStores(FakeCache(), FakeOutbox(), own_services=services)


@pytest.mark.parametrize("kind", ["stored", "in memory"])
def test_the_next_visit_finds_them(tmp_path: Path, kind: str) -> None:
    one = stores(tmp_path) if kind == "stored" else in_memory(FakeServices())
    assert own_services(fx.KeepOwnServices(OWN), one, NOW) is None

    later = stores(tmp_path) if kind == "stored" else one
    assert own_services(fx.LoadOwnServices(), later, NOW) == e.OwnServicesHere(OWN)


def test_only_a_time_that_an_agency_showed_makes_one_forgotten(tmp_path: Path) -> None:
    one = stores(tmp_path)
    own_services(fx.KeepOwnServices(OWN), one, NOW)

    ahead = own_services(fx.LoadOwnServices(), one, replace(NOW, wall=NOW.wall + YEARS))
    assert ahead == e.OwnServicesHere(OWN)
    one.cache.note_shown_time(ShownTime("boot", 60.0, NOW.wall + YEARS))
    assert own_services(fx.LoadOwnServices(), one, NOW) == e.OwnServicesHere(OwnServices((MOVE,)))


@pytest.mark.parametrize(
    ("at_home", "trial"), [(False, False), (True, True)], ids=["at a kiosk", "while nothing is kept"]
)
def test_no_file_is_made_where_nothing_outlives_a_visit(tmp_path: Path, at_home: bool, trial: bool) -> None:
    opened = stores(tmp_path, at_home=at_home, trial=trial)

    assert opened.own_services is None
    assert own_services(fx.LoadOwnServices(), opened, NOW) is None
    assert own_services(fx.KeepOwnServices(OWN), opened, NOW) is None
    assert not (tmp_path / FILE_NAME).exists()


@dataclass
class Full:
    """A disk that takes nothing more."""

    trouble: Trouble

    def keep(self, services: OwnServices) -> None:
        del services
        raise TroubleError(self.trouble)

    def all(self, now: float | None) -> OwnServices:
        del now
        return OwnServices()


def test_a_disk_that_refuses_is_answered(caplog: pytest.LogCaptureFixture) -> None:
    full = in_memory(Full(Trouble("trouble.disk_full")))

    told = own_services(fx.KeepOwnServices(OWN), full, NOW)

    assert told == e.OwnServicesNotKept(Trouble("trouble.disk_full"))
    assert "own services were not kept" in caplog.text
    assert MOVE not in caplog.text
    caplog.clear()


def test_a_file_that_does_not_open_leaves_the_rest_of_the_visit(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stores(tmp_path)
    (tmp_path / FILE_NAME).with_suffix(".kcv").write_bytes(b"not a check value of this key")

    assert stores(tmp_path).own_services is None
    assert stores(tmp_path).drafts is not None
    assert "own services do not open" in caplog.text
    caplog.clear()
