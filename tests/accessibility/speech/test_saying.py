# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said is what is written, without anything that only eyes can use."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.speech.saying import sayable
from accessibility.speech.transcript import LONGEST, Part, transcript
from i18n.languages import LANGUAGES
from i18n.references import unbroken

NEVER_SAID = re.compile(r"[_\\<>{}|*~^`]|\d{4}-\d{2}-\d{2}|[\u2066-\u2069\u202a-\u202e\u00ad]")


@pytest.mark.requirement("SPK-13", part="signs")
@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("Your number: \u2066PA\u00a026 4T7\u2069.", "en", "Your number: P A, 2 6, 4 T 7."),
        ("Seal 7K24MP93X", "en", "Seal 7 K 2 4 M P 9 3 X"),
        ("Call 555 0142 now", "en", "Call 5 5 5, 0 1 4 2 now"),
        ("Born on 2026-11-23.", "en", "Born on the 23rd of November 2026."),
        ("Born on 2026-11-23.", "es", "Born on 23 de noviembre de 2026."),
        ("2026-13-45", "en", "2 0 2 6, 1 3, 4 5"),
        ("At 14:32 for 1,250 euros", "en", "At 14 32 for 1250 euros"),
        ("Registry Office · free · about 15 minutes", "en", "Registry Office, free, about 15 minutes"),
        ("child_name <b>bold</b> {x}", "en", "child name b bold, b x"),
        ("Case 123456", "en", "Case 1 2 3 4 5 6"),
        ("in 2026", "en", "in 2026"),
        ("08:30–16:30", "es", "8 y 30, 16 y 30"),
        ("رقمك: \u2066PA\u00a026\u2069", "ar", "رقمك: P A, 2 6"),
        ("Rathaus\u00adplatz", "de", "Rathausplatz"),
        ("→", "en", ""),
        ("", "en", ""),
    ],
)
def test_signs_for_eyes_become_words_or_pauses(written: str, language: str, said: str) -> None:
    assert sayable(written, language) == said


@pytest.mark.requirement("SPK-13", part="no markup")
@given(st.text(max_size=200), st.sampled_from([info.tag for info in LANGUAGES]))
def test_no_text_at_all_makes_the_voice_say_markup(text: str, language: str) -> None:
    assert not NEVER_SAID.search(sayable(text, language))


@pytest.mark.requirement("SPK-07", part="a text is handed over with its language")
def test_each_text_is_said_in_its_own_language() -> None:
    said = transcript([Part("اختر لغتك", "ar"), Part("Harbour Neighbours", "en")])
    assert [(one.text, one.language) for one in said] == [("اختر لغتك.", "ar"), ("Harbour Neighbours.", "en")]


def test_sentences_are_said_one_by_one() -> None:
    said = transcript(
        [Part("Sealed here. It has not been received yet.", "en"), Part("已封存。还没有收到。", "zh-Hans")]
    )
    assert [one.text for one in said] == [
        "Sealed here.",
        "It has not been received yet.",
        "已封存。",
        "还没有收到。",
    ]


@pytest.mark.parametrize(
    ("words", "language"),
    [("Case closed", "es"), ("الطلب مرفوض", "ar"), ("没有接收", "zh-Hans"), ("2026", "es")],
)
def test_words_without_a_language_are_said_by_the_voice_of_their_letters(words: str, language: str) -> None:
    said = transcript([Part("Esto es lo que dijo:", "es"), Part(words, "und")])
    assert [one.language for one in said] == ["es", language]


def test_a_heading_ends_with_a_pause() -> None:
    assert [one.text for one in transcript([Part("Your number", "en"), Part("设置", "zh-Hans")])] == [
        "Your number.",
        "设置。",
    ]


@pytest.mark.requirement("SPK-13", part="numbers are spelled")
def test_a_number_to_copy_is_spelled() -> None:
    assert transcript([Part("7K24MP93X", "en", spell=True)])[0].text == "7 K 2 4 M P 9 3 X."
    assert transcript([Part(unbroken("7K24MP93X"), "ar")])[0].text == "7 K 2, 4 M P, 9 3 X."


def test_a_very_long_sentence_is_said_in_pieces_and_whole() -> None:
    words = [f"word{number}" for number in range(2_000)]
    said = transcript([Part(" ".join(words), "en")])
    assert all(len(one.text) <= LONGEST + 1 for one in said)
    assert re.findall(r"word\d", " ".join(one.text for one in said)) == re.findall(r"word\d", " ".join(words))


def test_a_word_without_end_is_said_in_pieces() -> None:
    said = transcript([Part("很" * 1_000, "zh-Hans")])
    assert sum(one.text.count("很") for one in said) == 1_000
    assert all(len(one.text) <= LONGEST + 1 for one in said)


@given(st.lists(st.text(alphabet="abc def.,!?؟。\n", max_size=80), max_size=6))
def test_no_letter_is_lost(texts: list[str]) -> None:
    said = "".join(one.text for one in transcript([Part(text, "en") for text in texts]))
    assert re.sub(r"[^a-f]", "", said) == re.sub(r"[^a-f]", "", "".join(texts))
