# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that mean something of their own here are explained by the help of every page that says them (UND-02)."""

import re
from dataclasses import replace
from typing import Final

import pytest

from core.ids import Language
from core.visit import pages as p
from i18n.languages import LANGUAGES, language_info
from i18n.messages import Messages
from i18n.named_controls import plain
from i18n.terms import glossary
from ui.present.page_words import page_words
from ui.present.reading import spoken
from ui.present.screen import present
from ui.registry import screens
from ui.registry_setting import a_kiosk

EN = Messages.load("en")
SPECIAL: Final = {
    "sealed": r"\bseal(ed)?\b",
    "receipt": r"\breceipts?\b",
    "application": r"\bapplications?\b",
    "life_event": r"\blife events?\b",
    "scan": r"\bscan(ned)?\b",
}
TERMS: Final = {
    "sealed": "sealed on this machine",
    "receipt": "receipt",
    "application": "application",
    "life_event": "life event",
    "scan": "scan",
}
PART = "words that mean something of their own are explained on the help page, which is heard as well"
SIGNS = frozenset({"zh-Hans", "zh-Hant", "ja", "ko"})
SHARED_LETTERS, SHARED_SIGNS = 4, 2
"""What a bent word has in common with its glossary's."""

OF_STAFF = ("staff-", "set-up", "profile")


@pytest.mark.requirement("UND-02", part=PART)
def test_the_help_of_every_page_explains_the_special_words_that_it_says() -> None:
    without, explained = [], set()
    for name, visit in screens().items():
        if visit.over is not None or name.startswith(OF_STAFF):
            continue
        said = " ".join(one.text for one in spoken(present(visit, EN, a_kiosk()), EN))
        meanings = page_words(visit, EN)
        for word, pattern in SPECIAL.items():
            meaning = EN.text(f"helping.word.{word}")
            if re.search(pattern, said, re.IGNORECASE) and meaning not in meanings:
                without.append((name, word))
            explained |= {word} if meaning in meanings else set()
    assert without == []
    assert explained == set(SPECIAL)


@pytest.mark.requirement("UND-02", part=PART)
@pytest.mark.parametrize("language", [info.tag for info in LANGUAGES])
def test_a_meaning_is_shown_and_heard_and_says_the_glossarys_word(language: str) -> None:
    texts = Messages.load(language)
    home = screens(Language(language))["home"]
    visit = replace(home, over=p.Help())
    said = [one.text for one in spoken(present(visit, texts, a_kiosk()), texts)]
    assert texts.text("helping.words") in said
    for meaning in page_words(home, texts):
        assert meaning in " ".join(said)
    words = glossary(language_info(language)).terms
    few = SHARED_SIGNS if language in SIGNS else SHARED_LETTERS
    for name, term in TERMS.items() if language != "en" else ():
        word = plain(words[term]).casefold()
        runs = {word[start : start + few] for start in range(max(1, len(word) - few + 1))}
        assert any(run in plain(texts.text(f"helping.word.{name}")).casefold() for run in runs), name


def test_a_page_of_everyday_words_has_nothing_to_explain() -> None:
    visit = screens()["question-text"]
    assert page_words(visit, EN) == ()
    said = [one.text for one in spoken(present(replace(visit, over=p.Help()), EN, a_kiosk()), EN)]
    assert EN.text("helping.words") not in said
