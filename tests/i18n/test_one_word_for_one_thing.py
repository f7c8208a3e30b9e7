# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One word for one thing, in every language: glossaries are kept to, and sentences name buttons as they are named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n.check import of_words
from i18n.entries import Entry, read_entries
from i18n.languages import LANGUAGES, LanguageInfo, language_info
from i18n.named_controls import CONTROLS, misnamed, named, plain
from i18n.terms import OF_STAFF, Glossary, GlossaryError, against_glossary, glossary

ENGLISH = {entry.key: entry for entry in read_entries(language_info("en"))}
OTHERS = [info for info in LANGUAGES if info.tag != "en"]
BENT = 2
"""Letters at the end of a word that a sentence may bend."""


def sentence(text: str, key: str = "help.here", area: str = "helping") -> Entry:
    return Entry(key, area, (text,), counts=False, comment="")


@pytest.mark.parametrize("info", LANGUAGES, ids=lambda info: info.tag)
def test_every_language_keeps_to_its_glossary_and_names_buttons_as_they_are_named(info: LanguageInfo) -> None:
    assert [str(one) for one in of_words(info, ENGLISH)] == []


@pytest.mark.parametrize("info", OTHERS, ids=lambda info: info.tag)
def test_every_term_of_a_glossary_is_a_word_of_its_sentences(info: LanguageInfo) -> None:
    said = plain(" ".join(form for entry in read_entries(info) for form in entry.forms)).casefold()
    unused = {
        term: word
        for term, word in glossary(info).terms.items()
        if any(part[: max(2, len(part) - BENT)] not in said for part in plain(word).casefold().split())
    }
    assert unused == {}


def test_english_sentences_are_understood() -> None:
    found = named(ENGLISH)
    assert found["helping.here.question_list"] == (
        "list.add",
        "check.change",
        "list.remove",
        "question.continue",
    )
    assert found["helping.here.events"] == ("bar.back",)
    assert found["home.danger"] == ("bar.help",)
    # What only begins with such a word is no button.
    assert not {"settings.change_colours", "afresh.heading", "rule.min_items"} & found.keys()
    assert len(found) > 30
    assert set(CONTROLS) <= ENGLISH.keys()


@pytest.mark.parametrize(
    ("language", "label", "good", "bad"),
    [
        ("vi", "Đổi", "Bấm Đổi ở bên cạnh.", "Bấm Sửa ở bên cạnh."),
        ("fr", "Changer", "Appuyez sur Changer.", "Appuyez sur Modifier."),
        ("es", "Leer en\u00a0voz\u00a0alta", "Pulse Leer en voz alta.", "Pulse Escuchar."),
        # Without capitals, or where words are bent, a name in the sentence is not seen as one.
        ("hi", "बदलें", "“बदलें” दबाएँ।", "बदलें दबाएँ।"),
        ("uk", "Змінити", "Натисніть «Змінити».", "Натисніть Змінити."),
    ],
)
def test_a_button_by_another_name_is_found(language: str, label: str, good: str, bad: str) -> None:
    own = {"check.change": sentence(label, "check.change")}

    def wrong(text: str) -> Iterator[str]:
        return misnamed(sentence(text), ("check.change",), own, language)

    assert list(wrong(good)) == []
    assert len(list(wrong(bad))) == 1


def test_a_second_word_for_one_thing_is_found() -> None:
    english = Glossary({"receipt": "the paper"}, {})
    words = Glossary({"receipt": "розписка"}, {r"\b[Кк]витанц": "receipt"})
    said = {"a.b": sentence("Код квитанції", "a.b"), "a.c": sentence("Код розписки", "a.c")}
    assert list(against_glossary(said, words, english, {})) == [
        ("a.b", "says 'квитанц', and the glossary 'розписка'")
    ]


@pytest.mark.parametrize("area", sorted(OF_STAFF))
def test_those_who_set_machines_up_are_told_of_a_term_by_its_word_and_of_the_trade_by_its_own(
    area: str,
) -> None:
    english = Glossary({"this machine": "the thing that a person stands at"}, {})
    words = Glossary({"this machine": "это устройство"}, {r"\b[Аа]ппарат": "this machine"})

    def wrong(own: str, said: str) -> list[tuple[str, str]]:
        beside = {"a.b": sentence(said, "a.b", area)}
        return list(against_glossary({"a.b": sentence(own, "a.b", area)}, words, english, beside))

    assert wrong("Услуги на этом аппарате", "Services at another machine") == [
        ("a.b", "says 'аппарат', and the glossary 'это устройство'")
    ]
    assert not wrong("Слуховой аппарат", "A hearing aid")
    # What is filled in or typed is no word of the sentence.
    assert not wrong("Слуховой аппарат", "`machine` {machine}")
    assert not wrong("Имя: {аппарат}", "Name of the machine: {machine}")


@pytest.mark.parametrize("info", LANGUAGES, ids=lambda info: info.tag)
def test_every_language_says_how_else_this_machine_is_not_called(info: LanguageInfo) -> None:
    assert "this machine" in glossary(info).instead.values()


def test_a_label_that_is_not_the_glossarys_and_a_missing_term_are_found() -> None:
    english = Glossary({"Back": "to the page before", "receipt": "the paper"}, {})
    words = Glossary({"Back": "Volver"}, {"resguardo": "paper"})
    own = {"bar.back": sentence("Atrás", "bar.back")}
    assert sorted(key for key, _ in against_glossary(own, words, english, {})) == [
        "bar.back",
        "receipt",
        "resguardo",
    ]


def test_a_language_without_a_glossary_or_with_a_torn_one_is_found(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"vi\.toml is missing"):
        glossary(language_info("vi"), tmp_path)
    (tmp_path / "vi.toml").write_text('"form" = ["tờ khai", "đơn"]\n', "utf-8")
    with pytest.raises(GlossaryError, match="a term has one word"):
        glossary(language_info("vi"), tmp_path)
    (tmp_path / "vi.toml").write_text('"form" = \n', "utf-8")
    with pytest.raises(GlossaryError, match=r"vi\.toml"):
        glossary(language_info("vi"), tmp_path)
