# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two languages that nobody speaks: longer or turned round, whole, and never offered to a citizen."""

import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from i18n.formats import date_long, money
from i18n.languages import LANGUAGES, is_offered, language_info, offer, withdraw
from i18n.messages import Messages
from i18n.pseudo import LONG, MIRRORED, TAGS, longer, pseudo_languages, pseudo_long, right_to_left
from tests.support.catalogues import entries

ENGLISH = [entry for entry in entries("en") if not entry.counts]


@pytest.mark.parametrize("change", [longer, right_to_left])
def test_every_sentence_keeps_its_placeholders(change: Callable[[str], str]) -> None:
    for entry in ENGLISH:
        changed = change(entry.forms[0])
        assert all("{" + name + "}" in changed for name in entry.placeholders), entry.key


def test_the_whole_catalogue_is_two_fifths_longer_and_accented() -> None:
    before = sum(len(entry.forms[0]) for entry in ENGLISH)
    after = sum(len(longer(entry.forms[0])) for entry in ENGLISH)
    assert 1.35 <= after / before <= 1.45
    plain = [entry.key for entry in ENGLISH if len(entry.forms[0]) > 8 and longer(entry.forms[0]).isascii()]
    assert not plain


def test_a_sentence_that_is_turned_round_has_no_latin_letter_left() -> None:
    with pseudo_languages():
        texts = Messages.load(MIRRORED.tag)
        for entry in ENGLISH:
            if not entry.placeholders:
                said = texts.text(entry.key)
                assert not [one for one in said if unicodedata.bidirectional(one) == "L"], entry.key


def test_values_and_numbers_are_filled_in() -> None:
    assert "“27”" in pseudo_long().text("search.nothing", words="27")
    with pseudo_languages():
        assert "10" in Messages.load(LONG.tag).minutes(10)
        assert "\u2068PA 26\u2069" in Messages.load(MIRRORED.tag).text("search.nothing", words="PA 26")


def test_dates_and_money_are_those_of_a_real_language() -> None:
    with pseudo_languages():
        assert date_long(date(2026, 11, 23), LONG.tag) == "23 November 2026"
        assert date_long(date(2026, 11, 23), MIRRORED.tag) == date_long(date(2026, 11, 23), "ar")
        assert money(Decimal(40), "EUR", LONG.tag) == "40 euros"


def test_nobody_is_offered_a_pseudo_language() -> None:
    assert not {info.tag for info in LANGUAGES} & set(TAGS)
    with pseudo_languages():
        assert all(is_offered(tag) for tag in TAGS)
        assert language_info(MIRRORED.tag).is_right_to_left
    assert not any(is_offered(tag) for tag in TAGS)
    with pytest.raises(KeyError):
        Messages.load(LONG.tag)
    profiles = Path(__file__).parents[2] / "kiosk" / "profiles"
    assert not [path.name for path in profiles.glob("*.toml") if any(tag in path.read_text() for tag in TAGS)]


def test_a_tag_is_offered_once_and_the_programs_own_cannot_be_taken_away() -> None:
    with pseudo_languages(), pytest.raises(ValueError, match="already"), pseudo_languages():
        pass
    with pytest.raises(ValueError, match="already"):
        offer(language_info("es"), Messages.load("en").catalogue.__class__)
    with pytest.raises(KeyError):
        withdraw("es")
