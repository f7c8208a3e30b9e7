# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""While agencies are silent, one address is asked whether the network lets through; told is what was proven."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.catalogue import Channel, ChannelKind
from core.ids import FormId, Language
from core.ports import Reach
from core.staff.agency_reach import Silence
from core.visit import events as e
from core.visit.state import Visit
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from kiosk.courier.probing import EVERY, Probing
from kiosk.lanes import InlineLane
from kiosk.profile.file import BadProfile, load
from kiosk.shelf import LOGIN_PAGE, WRONG_DATES, shelf
from kiosk.staff.connections import agency_reaches
from services.boundary import Failure
from tests.support import chaos_server as c
from tests.support.fake_cache import FakeCache
from tests.support.slow_clock import SlowClock
from tests.support.small_catalogue import service_id, small_catalogue
from ui.present import screen
from ui.present.masthead import present_masthead
from ui.registry import screens
from ui.registry_setting import a_kiosk

PAGE = b"<!DOCTYPE html><title>Hotel</title>Please sign in."
CITY, BAY = "https://city.example/api", "https://bay.example/api"
TAGS = tuple(info.tag for info in LANGUAGES)


def machine() -> FakeCache:
    """Two agencies, at two servers."""
    made = small_catalogue()
    birth = made.services[service_id("birth")]
    channels = tuple(
        Channel(str(place), ChannelKind.OPENROSA, birth.organisation, endpoint, FormId("birth"))
        for place, endpoint in enumerate((CITY, BAY))
    )
    return FakeCache(replace(made, services={birth.id: replace(birth, channels=channels)}))


def noted(cache: FakeCache, kind: str, *endpoints: str) -> None:
    for endpoint in endpoints:
        cache.note_reach(Reach(endpoint, False, 10.0, kind))


def probing(address: str, cache: FakeCache, clock: SlowClock, silent: Callable[[], bool]) -> Probing:
    return Probing(address, cache, InlineLane(), clock, silent, chance=lambda: 1.0)


def test_nobody_is_asked_while_every_agency_answers() -> None:
    with c.chaos(c.replies(204)) as server:
        asked = probing(server.url, machine(), SlowClock(), lambda: False)
        for _ in range(5):
            asked.turn()
    assert server.requests == []


def test_a_login_page_is_noted_while_agencies_are_silent_and_again_only_after_a_while() -> None:
    cache, clock, silent = machine(), SlowClock(), [True]
    with c.chaos(c.replies(200, PAGE), c.replies(204)) as server:
        asked = probing(server.url, cache, clock, lambda: silent[0])
        noted(cache, Failure.NO_CONNECTION.value, CITY)
        for _ in range(5):
            asked.turn()
        assert len(server.requests) == 1
        assert shelf(cache, probe=server.url).hindrance is e.Hindrance.LOGIN
        (found,) = (one for one in agency_reaches(cache, server.url) if one.endpoint == server.url)
        assert (found.answers, found.silence) == (False, Silence.LOGIN)
        clock.ahead += EVERY
        asked.turn()
        assert len(server.requests) == 2
        assert shelf(cache, probe=server.url).hindrance is None
        assert all(one.endpoint != server.url for one in agency_reaches(cache, server.url))


def test_what_was_noted_is_taken_back_once_agencies_answer_without_asking_anybody() -> None:
    cache, silent = machine(), [True]
    with c.chaos(c.replies(200, PAGE)) as server:
        asked = probing(server.url, cache, SlowClock(), lambda: silent[0])
        asked.turn()
        silent[0] = False
        asked.turn()
        assert len(server.requests) == 1
    kept = cache.reach(server.url)
    assert kept is not None
    assert kept.reachable


def test_where_no_address_is_named_a_login_page_is_never_claimed() -> None:
    cache = machine()
    noted(cache, LOGIN_PAGE, CITY, BAY)
    assert shelf(cache).hindrance is None


def test_a_date_is_blamed_only_where_no_agency_fits_it() -> None:
    cache = machine()
    noted(cache, WRONG_DATES, CITY)
    cache.note_reach(Reach(BAY, True, 10.0))
    assert shelf(cache).hindrance is None
    noted(cache, Failure.NO_CONNECTION.value, BAY)
    assert shelf(cache).hindrance is None
    noted(cache, WRONG_DATES, BAY)
    assert shelf(cache).hindrance is e.Hindrance.CLOCK


def test_the_words_of_a_window_are_the_courier_s() -> None:
    assert (Failure.PORTAL.value, Failure.CLOCK.value) == (LOGIN_PAGE, WRONG_DATES)


def hindered(name: str, tag: str, why: e.Hindrance | None) -> Visit:
    return replace(screens(Language(tag))[name], connected=False, hindrance=why)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("why", list(e.Hindrance))
def test_people_are_told_on_top_and_beside_what_waits_and_only_then(tag: str, why: e.Hindrance) -> None:
    texts = Messages.load(tag)

    def said(hindrance: e.Hindrance | None) -> tuple[str, str]:
        visit = hindered("sent-sealed", tag, hindrance)
        items = screen.present(visit, texts, a_kiosk()).items()
        return present_masthead(visit, texts, a_kiosk()).state, " ".join(one.phrase.text for one in items)

    top, page = said(why)
    assert top == texts.text(f"masthead.{why.value}")
    assert texts.text(f"sent.hindered.{why.value}") in page
    top, page = said(None)
    assert top != texts.text(f"masthead.{why.value}")
    assert texts.text(f"sent.hindered.{why.value}") not in page


@pytest.mark.parametrize(
    ("named", "good"),
    [
        ("http://connectivity.town.example/204", True),
        ("https://town.example/204", True),
        ("ftp://town.example", False),
        ("http://user@town.example/", False),
        ("town.example", False),
    ],
)
def test_the_address_is_one_of_the_web_and_off_where_none_is_named(
    tmp_path: Path, named: str, good: bool
) -> None:
    shipped = load("home")
    assert not isinstance(shipped, BadProfile)
    assert shipped.probe == ""
    text = (Path(__file__).parents[2] / "kiosk" / "profiles" / "home.toml").read_text("utf-8")
    for beside in ("port-amity.geojson", "port-amity.mbtiles"):
        text = text.replace(f'"{beside}"', f'"{Path(__file__).parents[2] / "kiosk" / "profiles" / beside}"')
    file = tmp_path / "profile.toml"
    file.write_text(f'probe = "{named}"\n{text}', "utf-8")
    found = load(str(file))
    assert isinstance(found, BadProfile) is not good
    assert isinstance(found, BadProfile) or found.probe == named
