# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a technician is told of the network and of the set-up: from what the courier and the bundles have noted."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.catalogue import Channel, ChannelKind
from core.ids import FormId
from core.ports import Reach
from core.staff.agency_reach import AgencyReach, Silence
from core.staff.set_up_state import SetUpState
from kiosk.bundles.home import BundleHome
from kiosk.profile.file import load
from kiosk.profile.model import BundleSource, Profile
from kiosk.staff.connections import agency_reaches
from kiosk.staff.set_up import set_up_state
from services.boundary import Failure
from tests.support.fake_cache import FakeCache
from tests.support.small_catalogue import service_id, small_catalogue

BAY, CITY, NEW = "https://bay.example/api", "https://city.example/api", "https://new.example/api"


def test_each_server_is_told_once_and_what_does_not_answer_first() -> None:
    made = small_catalogue()
    birth = made.services[service_id("birth")]
    owner = birth.organisation
    channels = tuple(
        Channel(str(place), ChannelKind.OPENROSA, owner, endpoint, FormId("birth"))
        for place, endpoint in enumerate((BAY, BAY, CITY, NEW))
    )
    cache = FakeCache(replace(made, services={birth.id: replace(birth, channels=channels)}))
    cache.note_reach(Reach(BAY, True, 10.0))
    cache.note_reach(Reach(CITY, False, 20.0))

    assert agency_reaches(cache) == (
        AgencyReach(CITY, (owner,), answers=False, since=20.0),
        AgencyReach(NEW, (owner,)),
        AgencyReach(BAY, (owner,), answers=True, since=10.0),
    )


@pytest.mark.parametrize(
    ("kind", "silence"),
    [
        (Failure.CLOCK, Silence.CLOCK),
        (Failure.PORTAL, Silence.LOGIN),
        (Failure.TLS, Silence.CERTIFICATE),
        (Failure.TIMEOUT, Silence.UNKNOWN),
    ],
)
def test_why_a_server_does_not_answer_is_told(kind: Failure, silence: Silence) -> None:
    made = small_catalogue()
    birth = made.services[service_id("birth")]
    channel = Channel("1", ChannelKind.OPENROSA, birth.organisation, CITY, FormId("birth"))
    cache = FakeCache(replace(made, services={birth.id: replace(birth, channels=(channel,))}))
    cache.note_reach(Reach(CITY, False, 20.0, kind.value))

    assert [one.silence for one in agency_reaches(cache)] == [silence]


def test_without_a_list_of_services_there_is_nothing_to_tell() -> None:
    assert agency_reaches(FakeCache(None)) == ()


def test_a_set_up_from_elsewhere_says_which_and_when_it_was_looked_for(tmp_path: Path) -> None:
    own = load("town-hall-kiosk")
    assert isinstance(own, Profile)
    bundled = replace(own, bundle=BundleSource("", tmp_path / "root.json"))
    home = BundleHome.beside(tmp_path)
    assert set_up_state(bundled, "town-hall-kiosk", tmp_path, 0.0) == SetUpState(copies=True)

    home.change(lambda state: replace(state, active=7))
    home.note_seen(1_000.0, 900.0)

    told = set_up_state(bundled, "town-hall-kiosk", tmp_path, 0.0)
    assert (told.version, told.looked) == (7, 1_000.0)
    assert set_up_state(own, "town-hall-kiosk", tmp_path, 0.0).looked == 0.0
