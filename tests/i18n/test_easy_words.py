# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Easier words stand in every language, are no longer than the usual ones by much, and fall back to them."""

import gettext
import re

import pytest

from i18n.languages import LANGUAGES
from i18n.messages import Borrowed, Messages
from i18n.plain_words import CJK
from tests.support.catalogues import Entry, entries

LONGEST = 12
"""Words of a sentence in easy words."""

LONGEST_CJK = 24
EASY = "easy."
FILLED = {"time": "10", "name": "A", "names": "A, B", "language": "A", "languages": "A, B"}
"""What stands in the places of a sentence."""

LONGEST_SYLLABLES = 18
"""Vietnamese parts its words into syllables: two words in three have two."""

FOR_STAFF = {"staff", "profile", "command", "set_up", "packs"}
OF_STAFF = ("finding.", "staff.", "profile.", "trouble.set_up.")
AT_A_TERMINAL = {
    "trouble.answers_unused",
    "trouble.no_recovery",
    "trouble.no_signed_settings",
    "trouble.profile",
    "trouble.store_newer",
}
"""Said to those who look after a machine, in its window or at its terminal; a citizen meets none of them."""

ENDS = re.compile(r"[.?؟](?=\s|\Z)|[。？।]")
LETTERS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|[A-Za-z0-9]+")

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


def is_for_citizens(entry: Entry) -> bool:
    return not (
        entry.area in FOR_STAFF or entry.key.startswith((*OF_STAFF, EASY)) or entry.key in AT_A_TERMINAL
    )


def length(sentence: str, language: str) -> int:
    return len(LETTERS.findall(sentence)) if language in CJK else len(sentence.split())


def too_long(text: str, language: str) -> list[str]:
    """The sentences of a text that are over the rule of easy words."""
    most = LONGEST_CJK if language in CJK else LONGEST_SYLLABLES if language == "vi" else LONGEST
    plain = re.sub(r"\{\w+\}", "某" if language in CJK else "X", text)
    return [one.strip() for one in ENDS.split(plain) if length(one, language) > most]


@pytest.mark.requirement("UND-02", part="easier words for every citizen's sentence that is not short already")
@pytest.mark.parametrize("language", TAGS)
def test_every_long_sentence_that_a_citizen_may_meet_has_easy_words(language: str) -> None:
    easy = {entry.key.removeprefix(EASY) for entry in entries(language) if entry.key.startswith(EASY)}
    without = {
        entry.key: long
        for entry in entries(language)
        if is_for_citizens(entry) and entry.key not in easy
        for form in entry.forms
        if (long := too_long(form, language))
    }
    assert without == {}


def test_a_sentence_over_the_rule_is_noticed() -> None:
    """The trap: sentences as they were before."""
    assert too_long("Hold this code under the scanner, or type the eight signs under Settings.", "en")
    assert too_long("このコードを読み取り機にかざすか、設定で8つの文字を入力してください。", "ja")
    assert not too_long("Hold this code under the scanner. Or type the eight signs.", "en")
