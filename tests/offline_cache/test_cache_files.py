# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cache as a file: kept over restarts, begun again when damaged, refused under a wrong key."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.catalogue import Catalogue
from core.errors import Trouble, TroubleError
from core.ids import FormId, Language
from core.ports import CachedForm, Reach
from offline_cache.cache import StoredCache, open_cache
from offline_cache.database import PageCheck
from offline_cache.subkeys import Key, KeyOrigin
from tests.support.disks import small_disk
from tests.support.small_catalogue import service_id, small_catalogue

KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)
OTHER = Key(bytes(32), KeyOrigin.MEMORY)
FORM = CachedForm("https://town.example/v1", FormId("birth"), "7", "md5:0f", b"<h:html/>" * 2_000, 50.0)


def opened(folder: Path, check: PageCheck = PageCheck.ALL_PAGES) -> StoredCache:
    cache = open_cache(folder, KEY, check=check)
    assert isinstance(cache, StoredCache)
    return cache


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    cache = opened(tmp_path)
    cache.keep_catalogue(small_catalogue(), b"the publisher's bytes", 100.0)
    cache.keep_form(FORM)
    cache.note_reach(Reach(FORM.endpoint, True, 5.0))
    cache.close()
    return tmp_path


def test_everything_is_there_after_a_restart(filled: Path) -> None:
    cache = opened(filled)

    assert cache.catalogue() == (small_catalogue(), 100.0)
    assert cache.search("birth", Language("en"))[:1] == (service_id("birth"),)
    assert cache.form(FORM.endpoint, FORM.form) == FORM
    assert cache.reach(FORM.endpoint) == Reach(FORM.endpoint, True, 5.0)
    cache.close()


@pytest.mark.expects_log
@pytest.mark.parametrize("page", [0, 1, -1])
def test_damaged_cache_is_begun_again_because_it_can_be_fetched_again(filled: Path, page: int) -> None:
    path = filled / "cache.db"
    content = bytearray(path.read_bytes())
    start = page * 4_096 if page >= 0 else len(content) - 4_096
    content[start : start + 4_096] = bytes(range(256)) * 16
    path.write_bytes(content)

    cache = opened(filled)

    assert cache.catalogue() is None
    cache.keep_catalogue(small_catalogue(), b"", 200.0)
    assert cache.catalogue() == (small_catalogue(), 200.0)
    cache.close()


def test_wrong_key_is_refused_and_the_cache_stays(filled: Path) -> None:
    before = (filled / "cache.db").read_bytes()

    found = open_cache(filled, OTHER)

    assert isinstance(found, Trouble)
    assert found.key == "trouble.store_wrong_key"
    assert (filled / "cache.db").read_bytes() == before


def test_damage_that_shows_while_reading_is_raised_as_trouble(filled: Path) -> None:
    path = filled / "cache.db"
    content = bytearray(path.read_bytes())
    for page in range(3, len(content) // 4_096):
        content[page * 4_096 + 100] ^= 1
    path.write_bytes(content)
    cache = opened(filled, PageCheck.FIRST_PAGES)

    with pytest.raises(TroubleError, match="store_damaged"):
        cache.form(FORM.endpoint, FORM.form)
    cache.close()


def test_agencies_words_are_not_readable_on_the_disk(filled: Path) -> None:
    for path in filled.iterdir():
        assert b"town.example" not in path.read_bytes()


def test_other_process_sees_a_new_catalogue_by_its_version(filled: Path) -> None:
    session, courier = opened(filled), opened(filled)
    before = session.version()

    courier.keep_catalogue(replace(small_catalogue(), version="v2"), b"", 300.0)

    assert session.version() != before
    found = session.catalogue()
    assert found is not None
    assert found[0].version == "v2"
    session.close()
    courier.close()


def test_confirmation_by_another_process_is_seen(filled: Path) -> None:
    session, courier = opened(filled), opened(filled)
    assert session.catalogue() == (small_catalogue(), 100.0)

    courier.confirm_catalogue(400.0)

    assert session.catalogue() == (small_catalogue(), 400.0)
    session.close()
    courier.close()


def test_unchanged_catalogue_is_not_read_again(filled: Path) -> None:
    cache = opened(filled)
    first = cache.catalogue()

    cache.keep_form(FORM)

    assert first is not None
    again = cache.catalogue()
    assert again is not None
    assert again[0] is first[0]
    cache.close()


def test_search_works_while_another_process_replaces_the_catalogue(filled: Path) -> None:
    session, courier = opened(filled), opened(filled)
    first = next(iter(small_catalogue().services.values()))

    for number in range(20):
        courier.keep_catalogue(Catalogue({first.id: first}, version=str(number)), b"", float(number))
        assert session.search("birth", Language("en")) == (first.id,)
    session.close()
    courier.close()


def test_catalogue_that_does_not_fit_the_disk_leaves_the_last_good_one(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        cache = opened(disk)
        cache.keep_catalogue(small_catalogue(), b"", 100.0)

        with pytest.raises(TroubleError, match="disk_full"):
            cache.keep_catalogue(small_catalogue("v2"), bytes(4_000_000), 200.0)

        assert cache.catalogue() == (small_catalogue(), 100.0)
        assert cache.search("birth", Language("en"))[:1] == (service_id("birth"),)
        cache.close()


def test_rows_of_each_language_lie_apart(filled: Path) -> None:
    cache = opened(filled)

    spans = cache._connection.execute(
        "select tag, count(*) from indexed join indexed_language on number = doc >> 24 group by number"
    ).fetchall()

    assert spans == [("en", 8), ("es", 7), ("ar", 7), ("zh-Hans", 7)]
    cache.close()
