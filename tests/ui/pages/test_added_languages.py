# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that was dropped in as a folder is everywhere: pages, keyboard, receipts, and what is spoken."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from accessibility.speech.pace import VOICES, voice_for
from accessibility.speech.transcript import Part, transcript
from core.ids import Language
from core.submission import DeliveryState
from i18n.languages import language_info
from i18n.messages import Messages
from tests.support import measuring
from tests.support.checks.letters import every_letter_has_its_shape
from tests.support.checks.screen import Case, screen
from tests.support.made_up_packs import made_up_packs
from ui.keyboard.layouts import alphabet, letter_sheets
from ui.present.languages import present_languages
from ui.present.reading import for_all_to_hear, spoken
from ui.present.receipt import present_receipt
from ui.present.welcome import present_welcome
from ui.receipt.pdf import receipt_pdf
from ui.receipt.sheets import Paper
from ui.registry import screens
from ui.registry_filling import delivery
from ui.registry_setting import a_kiosk
from ui.registry_town import town
from ui.screens import readable

SEVERAL = tuple(Language(tag) for tag in ("en", "ar", "zh-Hans", "es", "pl", "ur"))


@pytest.fixture(autouse=True)
def packs(tmp_path: Path) -> Iterator[None]:
    with made_up_packs(tmp_path):
        yield


@pytest.mark.parametrize(
    ("name", "glass", "language"),
    [
        ("welcome", "K1", "pl"),
        ("welcome", "K2", "ur"),
        ("home", "K2", "pl"),
        ("home-empty", "K1", "ur"),
        ("languages", "K2", "ur"),
        ("service", "K1", "pl"),
        ("question-text", "K2", "ur"),
        ("check", "K2", "pl"),
        ("sent-received", "K1", "ur"),
    ],
)
def test_its_pages_are_whole_and_every_letter_has_a_shape(
    name: str, glass: str, language: str, qapp: object
) -> None:
    with screen(name, Case(language=language, glass=glass)) as shown:
        assert (shown.shell.layoutDirection() is Qt.LayoutDirection.RightToLeft) == (language == "ur")
        assert not list(measuring.clipped(shown.shell))
        assert not list(measuring.overlapping(shown.shell))
        assert not list(measuring.outside(shown.shell))
        assert not list(every_letter_has_its_shape(shown))


def test_it_is_offered_by_its_own_name_with_an_honest_word_about_the_rest(qapp: object) -> None:
    setting = replace(a_kiosk(), languages=SEVERAL)
    contents = present_languages(screens()["languages"], Messages.load("en"), setting)
    assert [offer.name.text for offer in contents.offers][-2:] == ["Polski", "اردو"]
    assert [line.text for line in contents.partly] == [
        f"Polski: {language_info('pl').share} of 100 sentences are translated. The others are in English.",
        f"\u2068اردو\u2069: {language_info('ur').share} of 100 sentences are translated. The others are in English.",
    ]
    visit = screens(Language("pl"))["welcome"]
    welcome = present_welcome(visit, Messages.load("pl"), replace(setting, languages=SEVERAL[3:]))
    assert welcome.greetings[0].text == "Dzień dobry"
    assert welcome.speaks.startswith("Polski: przetłumaczono")
    assert not present_languages(screens()["languages"], Messages.load("en"), a_kiosk()).partly


def test_a_sentence_it_lacks_is_spoken_by_the_english_voice(qapp: object) -> None:
    texts = Messages.load("pl")
    said = transcript(spoken(readable(screens(Language("pl"))["home-empty"], texts, a_kiosk()), texts))
    languages = {one.language for one in said}
    assert languages == {"pl", "en"}
    english = " ".join(one.text for one in said if one.language == "en")
    assert "fetches the list as soon as it is connected" in english
    assert "Co dzieje" not in english


def test_which_of_how_many_and_what_is_not_said_aloud_are_spoken_in_the_language_of_their_words(
    qapp: object,
) -> None:
    polish, english = Messages.load("pl"), Messages.load("en")
    parts = spoken(readable(screens(Language("pl"))["question-choice"], polish, a_kiosk()), polish)
    positions = [one for one in parts if one.text == english.text("voice.position", place=1, of=5)]
    assert [one.language for one in positions] == ["en"]
    hidden = for_all_to_hear([Part("Anna", "pl", private=True)], polish)
    assert [(one.text, one.language) for one in hidden] == [(english.text("voice.hidden"), "en")]


def test_it_has_its_own_voice_and_letters() -> None:
    voice = voice_for("pl")
    assert voice is not None
    assert voice.name == "pl"
    assert voice is voice_for("pl")
    assert voice_for("xx") is None
    assert voice_for("es") is VOICES["es"]
    assert "ż" in alphabet("pl").letters
    assert letter_sheets("pl", "local", 1)[0].rows[0][:6] == tuple("qwerty")
    assert "".join(letter_sheets("pl", "alphabetical", 1)[0].signs).startswith("aąbcćdeę")
    assert alphabet("ur").rightward


def test_letters_of_the_pack_stand_on_the_keys(qapp: object) -> None:
    with screen("question-text", Case(language="pl")) as shown:
        keys = {measuring.said(key) for key in shown.page.findChildren(QAbstractButton) if key.isVisible()}
    assert {"ą", "ł", "ź"} <= keys


def test_a_receipt_is_printed_in_it(tmp_path: Path) -> None:
    made = present_receipt(
        delivery(DeliveryState.RECEIVED), town(), Messages.load("pl"), Messages.load("en"), a_kiosk()
    )
    file = tmp_path / "paper.pdf"
    file.write_bytes(receipt_pdf(made, Paper.A4))
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, text=True).stdout
    assert [line for line in ("Otrzymano:", "Twój numer", "Co będzie dalej") if line not in text] == []
