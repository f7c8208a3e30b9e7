# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Easier words stand in every language, are no longer than the usual ones by much, and fall back to them."""

import gettext

import pytest

from i18n.languages import LANGUAGES
from i18n.messages import Borrowed, Messages
from i18n.plain_words import CJK
from tests.support.catalogues import entries

LONGEST = 12
"""Words of a sentence in easy words."""

LONGEST_CJK = 24
EASY = "easy."
FILLED = {"time": "10", "name": "A", "names": "A, B", "language": "A", "languages": "A, B"}
"""What stands in the places of a sentence."""

KEYS = [entry.key for entry in entries("en") if entry.key.startswith(EASY)]
TAGS = [info.tag for info in LANGUAGES]


@pytest.mark.requirement("UND-02", part="easier words for the sentences of core screens, in every language")
@pytest.mark.parametrize("language", TAGS)
def test_easy_words_are_short_sentences_in_place_of_the_usual_ones(language: str) -> None:
    usual = Messages.load(language)
    easy = usual.in_words(easy=True)
    for key in KEYS:
        own = key.removeprefix(EASY)
        sentence_of = usual.catalogue.gettext(key)
        values = {name: said for name, said in FILLED.items() if f"{{{name}}}" in sentence_of}
        said = easy.text(own, **values)
        assert said != usual.text(own, **values), key
        for sentence in (
            said.replace("。", ".").replace("।", ".").replace("؟", ".").replace("?", ".").split(".")
        ):
            size = len(sentence) if language in CJK else len(sentence.split())
            assert size <= (LONGEST_CJK if language in CJK else LONGEST), (key, sentence)
    assert len(KEYS) >= 30


def test_a_sentence_without_easy_words_is_said_as_usual() -> None:
    usual = Messages.load("fr")
    assert usual.in_words(easy=True).text("settings.done") == usual.text("settings.done")
    assert usual.in_words(easy=True).in_words(easy=False) == usual


def test_the_own_language_in_usual_words_comes_before_english_in_easy_ones() -> None:
    class Half(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return {"a": "bonjour", "easy.a": Borrowed("hi")}.get(message, message)

    assert Messages("fr", Half(), easy=True).text("a") == "bonjour"
