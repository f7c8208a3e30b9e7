# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long words are parted where their language parts them, and never in a language that has no hyphen."""

import re

import pytest

from i18n.languages import LANGUAGES
from i18n.syllables import LEAST, LEAST_IN, VOWELS, syllables
from tests.support.catalogues import entries

LETTERS = re.compile(r"[^\W\d_]+")
HYPHENATED = ("en", "es", "fr", "pt", "ru", "uk")
LONG = 10


def words_of(language: str, least: int = LONG) -> set[str]:
    texts = (re.sub(r"\{\w+\}", "", form) for entry in entries(language) for form in entry.forms)
    return {word for text in texts for word in LETTERS.findall(text) if len(word) >= least}


@pytest.mark.parametrize(
    ("language", "parted"),
    [
        ("en", "ap-plic-a-tion"),
        ("es", "ad-mi-nis-tra-ción"),
        ("fr", "té-lé-char-ge-ments"),
        ("pt", "for-mu-lá-rios"),
        ("ru", "под-твер-жде-ние"),
        ("uk", "під-твер-дження"),
        ("uk", "подов-жу-вальна"),
        ("uk", "від-кри-ва-є-ться"),
        ("uk", "вико-ри-сто-ву-вали"),
        ("uk", "під’-єд-найте"),
        ("uk", "ком-п’ю-тера"),
        ("ru", "Head-phone"),
        ("de", "Auf-ent-halts-ge-neh-mi-gung"),
        ("pt-BR", "ex-pe-riên-cia"),
    ],
)
def test_a_word_is_parted_as_its_language_does_it(language: str, parted: str) -> None:
    assert "-".join(syllables(parted.replace("-", ""), language)) == parted


def test_an_accent_in_an_english_word_does_not_keep_it_whole() -> None:
    assert syllables("ápplícátíóñ", "en-XA") == ("áp", "plíc", "á", "tíóñ")


@pytest.mark.parametrize("language", HYPHENATED)
def test_no_piece_is_shorter_than_its_language_allows_and_every_piece_has_a_vowel(language: str) -> None:
    before, after = LEAST_IN.get(language, LEAST)
    parted = {word: syllables(word, language) for word in words_of(language)}
    assert all("".join(pieces) == word for word, pieces in parted.items())
    assert all(len(pieces[0]) >= before and len(pieces[-1]) >= after for pieces in parted.values())
    assert sum(len(pieces) > 1 for pieces in parted.values()) > len(parted) * 0.9
    if language == "uk":
        assert {word for word, pieces in parted.items() if not all(map(VOWELS.intersection, pieces))} == set()


@pytest.mark.parametrize(
    "language", [info.tag for info in LANGUAGES if info.tag not in HYPHENATED] + ["th", "xx"]
)
def test_a_language_without_hyphens_never_gets_one(language: str) -> None:
    words = words_of(language, 4) if language not in ("th", "xx") else {"ประชาธิปไตย", "ประชาชนทั้งหลาย"}
    assert words
    assert all(syllables(word, language) == (word,) for word in words)


@pytest.mark.parametrize("word", ["документы9", "मोबाइल", "电子邮件", "e\N{COMBINING ACUTE ACCENT}cole-là"])
def test_what_is_not_all_letters_of_a_parted_script_stays_whole(word: str) -> None:
    assert syllables(word, "ru") == (word,)
