# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search shows what the words found, keeps the words, and never leaves a person with nothing."""

import pytest

from core.ids import Language
from core.visit.pages import Search
from i18n.messages import Messages
from ui.present.search import SearchContents, present_search
from ui.registry_finding import finding_screens
from ui.registry_setting import a_kiosk, at_home


def search(screen: str, language: str = "en") -> SearchContents:
    visit = finding_screens(Language(language))[screen]
    assert isinstance(visit.page, Search)
    return present_search(visit, visit.page, Messages.load(language), a_kiosk())


def test_the_heading_counts_what_was_found_and_repeats_the_words() -> None:
    contents = search("search-found")
    assert contents.heading == "We found 6 services for “my husband died”"
    assert len(contents.rows) == 6


def test_each_row_says_who_does_it_what_it_costs_and_when_the_answer_comes() -> None:
    rows = {row.name.text: row.facts for row in search("search-found").rows}
    assert rows["Register a death"] == "Registry Office · free · answer within 1 day"
    assert rows["Open the will"] == "Town Court · 40 euros"


def test_nothing_found_offers_three_doors_and_a_person() -> None:
    contents = search("search-nothing")
    assert contents.rows == ()
    assert len(contents.doors) == 3
    assert contents.person == "Ask a person"


def test_where_no_letters_stand_on_the_screen_doors_fill_the_place() -> None:
    visit = finding_screens()["search-begin"]
    contents = present_search(visit, Search(), Messages.load("en"), at_home())
    assert len(contents.doors) == 3
    assert search("search-begin").doors == ()


def test_words_that_are_not_looked_up_yet_are_not_called_nothing() -> None:
    contents = search("search-looking")
    assert contents.heading == "Looking for “my husband died”"
    assert contents.doors == ()


def test_an_empty_field_has_nothing_to_clear() -> None:
    words = [item.phrase.text for item in search("search-begin").items()]
    assert search("search-begin").clear not in words


@pytest.mark.parametrize("language", ["en", "es", "ar", "zh-Hans"])
def test_long_words_do_not_fill_the_heading(language: str) -> None:
    visit = finding_screens(Language(language))["search-nothing"]
    page = Search(words="x" * 200, answered="x" * 200)
    contents = present_search(visit, page, Messages.load(language), a_kiosk())
    assert len(contents.heading) < 120
    assert contents.words == "x" * 200
