# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of several services that fit comes first."""

from pathlib import Path

from core.catalogue import Catalogue, PublicService
from core.ids import Language
from core.text import LocalisedText
from tests.support.searched_cache import opened
from tests.support.small_catalogue import WORKS, service_id


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
