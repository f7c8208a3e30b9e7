# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence stands in every language, whole, with its placeholders, in the right number of forms."""

from collections import Counter
from pathlib import Path

import pytest
from babel.messages.plurals import get_plural

from i18n.compile import areas, merge, whole
from i18n.languages import LANGUAGES, LanguageInfo, language_info
from i18n.messages import Messages
from tests.support.catalogues import TRANSLATIONS, WHOLE, by_key, entries, placeholders

OF_STAFF = {"staff.pin", "profile.access.token"}
"""Words of the trade that Spanish and Portuguese have taken over."""

ALIKE = {
    "es": {"settings.pace_normal", "settings.normal", "rhythm.seconds", "truth.no", *OF_STAFF},
    "fr": {
        "event_services.heading",
        "field.minute",
        "settings.pace_normal",
        "staff.key.pause",
        "settings.normal",
        "rhythm.seconds",
    },
    "pt": {"settings.pace_normal", "settings.normal", "rhythm.seconds", *OF_STAFF},
}
"""Sentences that are rightly the same as in English."""


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_language_has_exactly_the_keys_that_english_has(language: str) -> None:
    assert sorted(by_key(language)) == sorted(by_key("en"))


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_key_stands_in_the_same_area_and_order_in_every_language(language: str) -> None:
    for area in areas():
        english = [entry.key for entry in entries("en") if entry.area == area]
        assert [entry.key for entry in entries(language) if entry.area == area] == english


@pytest.mark.parametrize("info", LANGUAGES, ids=lambda info: info.tag)
def test_no_key_stands_twice(info: LanguageInfo) -> None:
    counted = Counter(entry.key for entry in entries(info.tag))
    assert not [key for key, number in counted.items() if number > 1]
    assert len(merge(info)) == len(counted)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_the_placeholders_are_those_of_english(language: str) -> None:
    english = by_key("en")
    for entry in entries(language):
        if not entry.counts:
            assert entry.placeholders == english[entry.key].placeholders, entry.key
            continue
        # `n` may be said as a word (one, two), but nothing else may be lost in any form.
        for form in entry.forms:
            assert placeholders(form) | {"n"} == english[entry.key].placeholders | {"n"}, entry.key


@pytest.mark.parametrize("language", WHOLE)
def test_what_counts_has_every_form_of_its_language(language: str) -> None:
    english = by_key("en")
    forms = get_plural(language_info(language).folder).num_plurals
    for entry in entries(language):
        assert entry.counts == english[entry.key].counts, entry.key
        assert len(entry.forms) == (forms if entry.counts else 1), entry.key
        assert all(form.strip() for form in entry.forms), entry.key


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_nothing_is_left_in_english(language: str) -> None:
    english = by_key("en")
    same = {
        entry.key
        for entry in entries(language)
        if entry.forms[0] == english[entry.key].forms[0]
        and any(letter.isalpha() for letter in _without_placeholders(entry.forms[0]))
    }
    assert same <= ALIKE.get(language, set())


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("ar", "\u0600", "\u06ff"),
        ("fa", "\u0600", "\u06ff"),
        ("hi", "\u0900", "\u097f"),
        ("ja", "\u3040", "\u9fff"),
        ("ko", "\uac00", "\ud7a3"),
        ("ru", "\u0400", "\u04ff"),
        ("uk", "\u0400", "\u04ff"),
        ("zh-Hans", "\u4e00", "\u9fff"),
        ("zh-Hant", "\u4e00", "\u9fff"),
    ],
)
def test_a_sentence_is_in_its_own_script(language: str, first: str, last: str) -> None:
    for entry in entries(language):
        for form in entry.forms:
            words = _without_placeholders(form)
            if any(letter.isalpha() for letter in words):
                assert any(first <= letter <= last for letter in words), entry.key


def test_a_sentence_nobody_has_translated_yet_is_said_in_english(tmp_path: Path) -> None:
    for folder, lines in (
        ("en", 'msgid "a.b"\nmsgstr "Tea"\n\nmsgid "a.c"\nmsgstr "Milk"\n'),
        ("es", 'msgid "a.b"\nmsgstr "Té"\n'),
    ):
        home = tmp_path / folder / "LC_MESSAGES"
        home.mkdir(parents=True)
        (home / "tea.po").write_text(lines, "utf-8")
    made = whole(language_info("es"), tmp_path)
    assert {message.id: message.string for message in made if message.id} == {"a.b": "Té", "a.c": "Milk"}


def test_every_english_sentence_tells_where_it_appears() -> None:
    assert not [entry.key for entry in entries("en") if not entry.comment]


@pytest.mark.parametrize("info", LANGUAGES, ids=lambda info: info.tag)
def test_every_sentence_can_be_filled(info: LanguageInfo) -> None:
    texts = Messages.load(info.tag)
    for entry in entries(info.tag):
        values = dict.fromkeys(entry.placeholders - {"n"}, "27")
        if entry.counts:
            for n in (0, 1, 2, 3, 11, 100):
                assert "{" not in texts.plural(entry.key, n, **values)
        else:
            assert "{" not in texts.text(
                entry.key, **values, **({"n": 3} if "n" in entry.placeholders else {})
            )


def _without_placeholders(text: str) -> str:
    for name in placeholders(text):
        text = text.replace("{" + name + "}", "")
    return text
