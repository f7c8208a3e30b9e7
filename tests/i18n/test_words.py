# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words are plain: short sentences, no officialese, no blame, no shouting (look.md section 11, UND-02)."""

import re

import pytest

from i18n.languages import LANGUAGES
from i18n.plain_words import BANNED, CJK, RECEIPT, STOPS
from tests.support.catalogues import entries
from tests.support.plain_sentences import FILLED, SHOUTING, too_long

TAGS = [info.tag for info in LANGUAGES]
CLAUSE = 25
FOR_STAFF = {"command"}
"""Areas whose readers are staff at a command line."""

CLAUSES = re.compile(r"[，。？！；：、]")


@pytest.mark.requirement("UND-02", part="short sentences and no officialese in the catalogues")
@pytest.mark.parametrize("language", TAGS)
def test_no_sentence_has_more_than_twenty_words(language: str) -> None:
    long = {
        entry.key: found
        for entry in entries(language)
        for form in entry.forms
        if (found := too_long(form, language))
    }
    assert not long


@pytest.mark.parametrize("language", sorted(CJK))
def test_no_chinese_or_japanese_clause_has_more_than_twenty_five_characters(language: str) -> None:
    long = {
        entry.key: clause
        for entry in entries(language)
        for form in entry.forms
        for clause in CLAUSES.split(FILLED.sub("某", form))
        if len(re.findall(r"[\u3040-\u30ff\u4e00-\u9fff]", clause)) > CLAUSE
    }
    assert not long


@pytest.mark.requirement("UND-02", part="short sentences and no officialese in the catalogues")
@pytest.mark.parametrize("language", TAGS)
def test_no_officialese_and_no_blame(language: str) -> None:
    pattern = re.compile(BANNED[language], re.IGNORECASE)
    found = {
        entry.key: form
        for entry in entries(language)
        if entry.area not in FOR_STAFF
        for form in entry.forms
        if pattern.search(form)
    }
    assert not found


@pytest.mark.parametrize("language", TAGS)
def test_nobody_is_shouted_at(language: str) -> None:
    assert not [entry.key for entry in entries(language) for form in entry.forms if SHOUTING.search(form)]


def test_the_word_submitted_or_receipt_never_stands_before_something_was_received() -> None:
    """architecture.md: never say more than was proven."""
    unproven = re.compile(r"\.(sealed|leaving|checking|attention|refused)\b|print_note|title_sealed")
    for language, pattern in RECEIPT.items():
        found = [
            entry.key
            for entry in entries(language)
            if unproven.search(entry.key)
            and any(re.search(pattern, form, re.IGNORECASE) for form in entry.forms)
        ]
        assert not found


@pytest.mark.parametrize("language", TAGS)
def test_sentences_are_written_as_their_language_writes_them(language: str) -> None:
    for entry in entries(language):
        for form in entry.forms:
            assert form == form.strip(), entry.key
            assert "  " not in form, entry.key
            assert '"' not in form, f"{entry.key}: a straight quotation mark"
            assert not re.search(r"\w'\w", form), f"{entry.key}: a straight apostrophe"
            if language in ("ar", "fa"):
                assert not re.search(r"[?,;]|[٠-٩۰-۹]", form), (
                    f"{entry.key}: a Latin sign or an Eastern digit"
                )
            if language in CJK:
                assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff][,.?!;:()]", form), (
                    f"{entry.key}: a half-width sign"
                )
            if language == "es":
                assert form.count("?") == form.count("¿"), entry.key


@pytest.mark.parametrize("language", TAGS)
def test_a_sentence_ends_alike_in_every_language(language: str) -> None:
    """What is a sentence in English ends with a stop; what is a label ends without one."""
    english = {entry.key: entry.forms[0] for entry in entries("en")}
    differing = [
        entry.key
        for entry in entries(language)
        if english[entry.key].endswith(".") != entry.forms[0].endswith(STOPS.get(language, "."))
    ]
    assert not differing
