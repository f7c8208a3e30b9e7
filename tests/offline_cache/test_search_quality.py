# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people type in four languages, and which service they must find first."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.ids import Language
from offline_cache.cache import StoredCache
from tests.support.searched_cache import opened
from tests.support.small_catalogue import service_id, small_catalogue


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


def test_agency_and_event_names_find_their_services(cache: StoredCache) -> None:
    assert service_id("birth") in cache.search("having a baby", Language("en"))
    assert service_id("street-light") in cache.search("city works", Language("en"))
