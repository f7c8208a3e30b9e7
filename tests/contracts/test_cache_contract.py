# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every cache promises, asked of the stored one and of the one in memory."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.catalogue import Catalogue
from core.ids import FormId, Language
from core.passed_time import ShownTime
from core.ports import Cache, CachedForm, FormFile, Reach
from offline_cache.cache import StoredCache, open_cache
from offline_cache.subkeys import Key, KeyOrigin
from tests.support.fake_cache import FakeCache
from tests.support.small_catalogue import service_id, small_catalogue

ENGLISH = Language("en")
LIST, PICTURE = FormFile("streets.csv", "md5:01", b"name\xff"), FormFile("map.svg", "md5:02", b"")
BIRTH = CachedForm("https://town.example/v1", FormId("birth"), "7", "md5:0f", b"<h:html/>\x00\xff", 50.0)


@pytest.fixture(params=["stored", "in memory"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Cache]:
    if request.param == "in memory":
        yield FakeCache()
        return
    opened = open_cache(tmp_path / "store", Key(bytes(32), KeyOrigin.MEMORY))
    assert isinstance(opened, StoredCache)
    yield opened
    opened.close()


def test_empty_cache_has_nothing_and_finds_nothing(cache: Cache) -> None:
    assert cache.catalogue() is None
    assert cache.search("birth", ENGLISH) == ()
    assert cache.form(BIRTH.endpoint, BIRTH.form) is None
    assert cache.forms(BIRTH.endpoint) == ()
    assert cache.reach(BIRTH.endpoint) is None


def test_catalogue_comes_back_whole_and_in_the_publishers_order(cache: Cache) -> None:
    catalogue = small_catalogue()

    cache.keep_catalogue(catalogue, b"source", 100.5)

    assert cache.catalogue() == (catalogue, 100.5)
    found = cache.catalogue()
    assert found is not None
    assert list(found[0].services) == list(catalogue.services)
    assert list(found[0].events) == list(catalogue.events)


def test_later_catalogue_takes_the_place_of_the_earlier(cache: Cache) -> None:
    cache.keep_catalogue(small_catalogue(), b"source", 100.0)
    first = next(iter(small_catalogue().services.values()))
    small = Catalogue(services={first.id: replace(first, processing_days=None)}, version="v2")

    cache.keep_catalogue(small, b"other", 200.0)

    assert cache.catalogue() == (small, 200.0)
    assert cache.search("parking", ENGLISH) == ()
    assert cache.search("birth", ENGLISH) == (first.id,)


def test_confirmed_catalogue_is_the_same_with_a_later_time(cache: Cache) -> None:
    cache.keep_catalogue(small_catalogue(), b"source", 100.0)

    cache.confirm_catalogue(300.0)

    assert cache.catalogue() == (small_catalogue(), 300.0)


def test_confirming_without_a_catalogue_leaves_none(cache: Cache) -> None:
    cache.confirm_catalogue(300.0)

    assert cache.catalogue() is None


@pytest.mark.parametrize(
    ("typed", "language", "found"),
    [
        ("register a birth", "en", "birth"),
        ("BIRTH", "en", "birth"),
        ("parki", "en", "parking"),
        ("newborn", "en", "birth"),
        ("domicilio", "es", "address"),
        ("العنوان", "ar", "address"),
        ("登记", "zh-Hans", "birth"),
        ("fishing boat", "ar", "mooring"),
    ],
)
def test_service_is_found_by_its_words(cache: Cache, typed: str, language: str, found: str) -> None:
    cache.keep_catalogue(small_catalogue(), b"source", 100.0)

    assert cache.search(typed, Language(language))[:1] == (service_id(found),)


@pytest.mark.parametrize("typed", ["", "   ", "\u200f", "zzzzqqq"])
def test_nothing_typed_or_nothing_meant_finds_nothing(cache: Cache, typed: str) -> None:
    cache.keep_catalogue(small_catalogue(), b"source", 100.0)

    assert cache.search(typed, ENGLISH) == ()


def test_no_more_are_found_than_asked_for(cache: Cache) -> None:
    cache.keep_catalogue(small_catalogue(), b"source", 100.0)

    assert len(cache.search("a", ENGLISH, most=3)) == 3
    assert cache.search("a", ENGLISH, most=0) == ()


def test_form_comes_back_as_it_was_published(cache: Cache) -> None:
    cache.keep_form(BIRTH)

    assert cache.form(BIRTH.endpoint, BIRTH.form) == BIRTH
    assert cache.form("https://elsewhere.example", BIRTH.form) is None


def test_later_form_takes_the_place_of_the_earlier(cache: Cache) -> None:
    cache.keep_form(BIRTH)
    later = replace(BIRTH, version="8", source=b"<new/>")

    cache.keep_form(later)

    assert cache.forms(BIRTH.endpoint) == (later,)


def test_a_form_comes_back_with_its_files_and_a_list_of_forms_with_their_hashes(cache: Cache) -> None:
    whole = replace(BIRTH, files=(PICTURE, LIST))
    cache.keep_form(whole)

    assert cache.form(BIRTH.endpoint, BIRTH.form) == whole
    bare = tuple(replace(file, content=None) for file in whole.files)
    assert cache.forms(BIRTH.endpoint) == (replace(whole, files=bare),)


def test_files_without_contents_are_kept_as_they_are_and_others_go(cache: Cache) -> None:
    cache.keep_form(replace(BIRTH, files=(PICTURE, LIST)))
    new = FormFile("towns.csv", "md5:03", b"new")

    cache.keep_form(replace(BIRTH, version="8", files=(replace(LIST, content=None), new)))

    assert cache.form(BIRTH.endpoint, BIRTH.form) == replace(BIRTH, version="8", files=(LIST, new))


def test_a_forgotten_form_leaves_no_file(cache: Cache) -> None:
    cache.keep_form(replace(BIRTH, files=(LIST,)))

    cache.forget_forms(BIRTH.endpoint, [])
    cache.keep_form(replace(BIRTH, files=(replace(LIST, content=None),)))

    assert cache.form(BIRTH.endpoint, BIRTH.form) == BIRTH


def test_only_the_forms_of_that_endpoint_that_are_no_longer_offered_are_forgotten(cache: Cache) -> None:
    other = replace(BIRTH, form=FormId("address"))
    elsewhere = replace(BIRTH, endpoint="https://elsewhere.example", form=FormId("gone"))
    gone = replace(BIRTH, form=FormId("gone"))
    for form in (BIRTH, other, elsewhere, gone):
        cache.keep_form(form)

    cache.forget_forms(BIRTH.endpoint, but=iter([BIRTH.form, other.form]))

    assert cache.forms(BIRTH.endpoint) == (other, BIRTH)
    assert cache.forms(elsewhere.endpoint) == (elsewhere,)


def test_all_forms_are_forgotten_when_none_is_offered(cache: Cache) -> None:
    cache.keep_form(BIRTH)

    cache.forget_forms(BIRTH.endpoint, but=())

    assert cache.forms(BIRTH.endpoint) == ()


def test_latest_reach_is_known(cache: Cache) -> None:
    cache.note_reach(Reach(BIRTH.endpoint, True, 10.0))
    cache.note_reach(Reach(BIRTH.endpoint, False, 20.5, "no_name"))

    assert cache.reach(BIRTH.endpoint) == Reach(BIRTH.endpoint, False, 20.5, "no_name")


def test_version_stays_while_nothing_happens(cache: Cache) -> None:
    assert cache.version() == cache.version()


def test_the_time_that_was_shown_last_is_the_one_that_is_known(cache: Cache) -> None:
    assert cache.shown_time() is None
    for shown in (ShownTime("boot", 5.5, 1e9), ShownTime("next", 0.5, 2e9)):
        cache.note_shown_time(shown)
        assert cache.shown_time() == shown
