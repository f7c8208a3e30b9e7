# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people type in four languages, and what they must find first; and the folding of words behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue import Catalogue, PublicService
from core.ids import Language
from core.text import LocalisedText
from offline_cache.cache import StoredCache, open_cache
from offline_cache.subkeys import Key, KeyOrigin
from offline_cache.words import fold, pairs, runs
from tests.support.small_catalogue import WORKS, service_id, small_catalogue


def opened(folder: Path, catalogue: Catalogue) -> StoredCache:
    cache = open_cache(folder, Key(bytes(32), KeyOrigin.MEMORY))
    assert isinstance(cache, StoredCache)
    cache.keep_catalogue(catalogue, b"", 0.0)
    return cache


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoredCache]:
    cache = opened(tmp_path_factory.mktemp("search"), small_catalogue())
    yield cache
    cache.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("b", "birth"),
        ("birth", "birth"),
        ("BIRTH", "birth"),
        ("births", "birth"),
        ("registering a birth", "birth"),
        ("registered birth", "birth"),
        ("born", "birth"),
        ("newborn", "birth"),
        ("baby", "birth"),
        ("birth certificate", "birth"),
        ("marriage cert", "certificates"),
        ("certificates", "certificates"),
        ("chil", "child-benefit"),
        ("benefits", "child-benefit"),
        ("benefit child", "child-benefit"),
        ("address", "address"),
        ("change adress", "address"),
        ("moving", "address"),
        ("move house", "address"),
        ("parking permit", "parking"),
        ("parkign", "parking"),
        ("paking permits", "parking"),
        ("licence", "driving-licence"),
        ("drive", "driving-licence"),
        ("renewing", "driving-licence"),
        ("street-light", "street-light"),
        ("how do I report a broken street light please", "street-light"),
        ("I want to register my baby", "birth"),
        ("  birth  \n", "birth"),
        ('"birth" *', "birth"),
        ("name : (birth)", "birth"),
    ],
)
def test_english_words_find_the_service(cache: StoredCache, typed: str, found: str) -> None:
    assert cache.search(typed, Language("en"))[:1] == (service_id(found),)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nacimiento", "birth"),
        ("nacimientos", "birth"),
        ("inscripción de un nacimiento", "birth"),
        ("bebe", "birth"),
        ("bebé", "birth"),
        ("NIÑO", "birth"),
        ("nino", "birth"),
        ("prestacion", "child-benefit"),
        ("prestación hijos", "child-benefit"),
        ("renovación permiso", "driving-licence"),
        ("renovar", "driving-licence"),
        ("conducir", "driving-licence"),
        ("domicilio", "address"),
        ("domisilio", "address"),
        ("matrimonio", "certificates"),
        ("tarjeta de aparcamiento", "parking"),
        ("farolas", "street-light"),
        ("fishing", "mooring"),
    ],
)
def test_spanish_words_find_the_service_with_and_without_accents(
    cache: StoredCache, typed: str, found: str
) -> None:
    assert cache.search(typed, Language("es"))[:1] == (service_id(found),)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ولادة", "birth"),
        ("وِلَادَة", "birth"),
        ("ولاده", "birth"),
        ("الولادة", "birth"),
        ("ولـــادة", "birth"),
        ("تسجيل طفل", "birth"),
        ("شهادة الميلاد", "birth"),
        ("شهاده ميلاد", "birth"),
        ("إعانة", "child-benefit"),
        ("اعانه الاطفال", "child-benefit"),
        ("أطفال", "child-benefit"),
        ("العنوان", "address"),
        ("عنوان", "address"),
        ("الع", "address"),
        ("مسكن اخر", "address"),
        ("رخصه القياده", "driving-licence"),
        ("رُخْصَة", "driving-licence"),
        ("سيارات", "parking"),
        ("السيارة", "parking"),
        ("انارة", "street-light"),
        ("fishing boat", "mooring"),
    ],
)
def test_arabic_words_find_the_service_with_and_without_vowel_signs(
    cache: StoredCache, typed: str, found: str
) -> None:
    assert cache.search(typed, Language("ar"))[:1] == (service_id(found),)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("出生", "birth"),
        ("出", "birth"),
        ("登记", "birth"),
        ("出生登记", "birth"),
        ("登记出生", "birth"),
        ("我要给宝宝登记出生", "birth"),
        ("婴儿", "birth"),
        ("儿童津贴", "child-benefit"),
        ("津贴", "child-benefit"),
        ("住址", "address"),
        ("住址 变更", "address"),
        ("搬家", "address"),
        ("驾驶证", "driving-licence"),
        ("停车", "parking"),
        ("路灯", "street-light"),
        ("结婚证", "certificates"),
        ("ＦＩＳＨＩＮＧ", "mooring"),
    ],
)
def test_chinese_words_find_the_service_without_spaces(cache: StoredCache, typed: str, found: str) -> None:
    assert cache.search(typed, Language("zh-Hans"))[:1] == (service_id(found),)


@pytest.mark.parametrize(
    ("language", "typed"), [("en", "停车"), ("zh-Hans", "parking"), ("ar", "aparcamiento")]
)
def test_words_of_another_language_find_it_too(cache: StoredCache, language: str, typed: str) -> None:
    assert cache.search(typed, Language(language))[:1] == (service_id("parking"),)


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "zh-Hans-CN"])
def test_another_form_of_the_language_is_searched_as_that_language(cache: StoredCache, language: str) -> None:
    assert cache.search("出生", Language(language))[:1] == (service_id("birth"),)


def test_unknown_language_searches_all(cache: StoredCache) -> None:
    assert cache.search("farola", Language("fi"))[:1] == (service_id("street-light"),)


@given(typed=st.text(max_size=200), language=st.sampled_from(["en", "es", "ar", "zh-Hans", "", "x'"]))
@settings(max_examples=300, deadline=None)
def test_anything_typed_is_answered(cache: StoredCache, typed: str, language: str) -> None:
    found = cache.search(typed, Language(language))

    assert len(found) == len(set(found)) <= 20


@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "birth " * 2_000, "的" * 10_000, "\ud800", "a\u0300" * 5_000]
)
def test_very_long_or_broken_text_is_answered(cache: StoredCache, typed: str) -> None:
    assert len(cache.search(typed, Language("en"))) <= 20


def named(id_: str, name: str, description: str = "", keywords: str = "") -> PublicService:
    texts = [LocalisedText.of({"en": text} if text else {}) for text in (name, description, keywords)]
    return PublicService(service_id(id_), texts[0], texts[1], WORKS, keywords=texts[2])


def ranked(folder: Path, typed: str, *services: PublicService) -> list[str]:
    cache = opened(folder, Catalogue(services={service.id: service for service in services}))
    found = cache.search(typed, Language("en"))
    cache.close()
    return [id_.rsplit("/", 1)[1] for id_ in found]


def test_name_comes_before_keyword_before_description(tmp_path: Path) -> None:
    found = ranked(
        tmp_path,
        "tree",
        named("description", "Gardens", description="Everything about a tree"),
        named("keyword", "Gardening advice", keywords="tree"),
        named("name", "Report a fallen tree in a very long street name"),
    )

    assert found == ["name", "keyword", "description"]


def test_whole_name_comes_before_its_beginning_before_a_word_inside_before_a_longer_word(
    tmp_path: Path,
) -> None:
    found = ranked(
        tmp_path,
        "tax",
        named("inside", "Pay tax"),
        named("begins another word", "Taxi"),
        named("begins", "Tax return for a company"),
        named("whole", "Tax"),
    )

    assert found == ["whole", "begins", "inside", "begins another word"]


def test_words_in_the_order_typed_come_first(tmp_path: Path) -> None:
    found = ranked(
        tmp_path, "home help", named("apart", "Help to buy a home"), named("together", "Ask for home help")
    )

    assert found == ["together", "apart"]


def test_exact_word_is_not_drowned_by_many_longer_words(tmp_path: Path) -> None:
    crowd = [named(f"crowd-{number}", f"Carpet {number}") for number in range(1_000)]

    found = ranked(
        tmp_path, "car", *crowd, named("exact", "Registration of a foreign car bought second hand")
    )

    assert "exact" in found


def test_agency_and_event_names_find_their_services(cache: StoredCache) -> None:
    assert service_id("birth") in cache.search("having a baby", Language("en"))
    assert service_id("street-light") in cache.search("city works", Language("en"))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Straße", "strasse"),
        ("ÁÉÍÓÚ Ñ ü", "aeiou n u"),
        ("Ærø Łódź", "aero lodz"),
        ("آأإٱا", "ااااا"),
        ("مُؤَسَّسَة", "موسسه"),
        ("على", "علي"),
        ("كـــتاب", "كتاب"),
        ("کتابی", "كتابي"),
        ("ＡＢＣ１２３", "abc123"),
        ("ﻻ", "لا"),
        ("٣", "٣"),
    ],
)
def test_letters_that_people_type_for_each_other_are_the_same(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_chinese_is_cut_into_overlapping_pairs_and_latin_inside_it_stays_whole() -> None:
    assert [run.text for run in runs("办理ETC通行卡2号")] == ["办理", "etc", "通行卡", "2", "号"]
    assert pairs("通行卡") == ("通行", "行卡")
    assert pairs("卡") == ("卡",)


@given(st.text(max_size=300))
def test_words_are_bounded_and_hold_nothing_that_the_index_would_read_as_syntax(text: str) -> None:
    for run in runs(text):
        assert 0 < len(run.text) <= 40
        assert not set(run.text) & set(" \"'()*:^-+{}")
