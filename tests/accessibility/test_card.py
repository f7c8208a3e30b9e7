# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings to take along come back as they were; what is not a card changes nothing (STF-02)."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.card import MOST_BYTES, Card, read_card, write_card
from accessibility.card_code import (
    LANGUAGE_NUMBERS,
    SIGNS,
    THEME_NUMBERS,
    read_anything,
    read_code,
    short_code,
)
from accessibility.preferences import KEYBOARD_ORDERS, SPEECH_RATES, STEPS, VOLUMES, Preferences
from i18n.languages import LANGUAGES

USUAL = Preferences()
TAGS = [info.tag for info in LANGUAGES]
SETTINGS = st.builds(
    Preferences,
    text_step=st.integers(1, STEPS),
    theme=st.sampled_from(THEME_NUMBERS),
    assisted=st.booleans(),
    spoken=st.booleans(),
    speech_rate=st.integers(*SPEECH_RATES),
    keyboard_order=st.sampled_from(KEYBOARD_ORDERS),
    volume=st.integers(*VOLUMES),
    wide_spacing=st.booleans(),
    large_keys=st.booleans(),
    easy_words=st.booleans(),
    low_reach=st.booleans(),
)


@pytest.mark.requirement("STF-02", part="a card comes back as it was, in every language")
@given(SETTINGS, st.sampled_from(TAGS))
def test_a_card_comes_back_as_it_was(settings: Preferences, language: str) -> None:
    text = write_card(settings, language, USUAL)
    assert len(text.encode()) <= MOST_BYTES
    assert read_card(text, USUAL) == Card(settings, language)


STARTS = st.builds(
    Preferences, assisted=st.booleans(), speech_rate=st.integers(*SPEECH_RATES), volume=st.integers(*VOLUMES)
)


@given(SETTINGS, STARTS)
def test_a_card_comes_back_as_it_was_where_a_visit_begins_otherwise(
    settings: Preferences, start: Preferences
) -> None:
    text = write_card(settings, "en", start)
    assert len(text.encode()) <= MOST_BYTES
    assert read_card(text, start) == Card(settings, "en")


@given(SETTINGS, st.sampled_from(TAGS))
def test_a_code_comes_back_however_it_is_typed(settings: Preferences, language: str) -> None:
    code = short_code(settings, language)
    for typed in (code, code.lower(), code.replace(" ", "-"), code.replace(" ", ""), code.replace("0", "o")):
        assert read_code(typed) == Card(settings, language)


@given(SETTINGS, st.integers(0, 7), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_always_noticed(settings: Preferences, place: int, sign: str) -> None:
    signs = short_code(settings, "en").replace(" ", "")
    wrong = signs[:place] + sign + signs[place + 1 :]
    if wrong != signs:
        assert read_code(wrong) is None


@given(SETTINGS, st.integers(0, 6))
def test_two_signs_that_changed_places_are_always_noticed(settings: Preferences, place: int) -> None:
    signs = short_code(settings, "en").replace(" ", "")
    swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    if swapped != signs:
        assert read_code(swapped) is None


def test_a_code_from_before_a_setting_was_added_means_the_usual_one() -> None:
    found = read_code(short_code(Preferences(text_step=3, theme="high-dark"), "fr"))
    assert found == Card(Preferences(text_step=3, theme="high-dark"), "fr")
    assert short_code(Preferences(), "en") == "0000 R461"


def test_a_card_printed_before_is_read_as_it_was_meant() -> None:
    found = read_card('{"fontSize":12,"civickiosk/abc":true,"civickiosk/easy":true}', USUAL)
    assert found == Card(Preferences(keyboard_order="alphabetical", easy_words=True), "")


def test_every_language_that_is_spoken_has_its_number() -> None:
    assert set(TAGS) <= set(LANGUAGE_NUMBERS)


def test_a_card_of_another_program_is_understood_as_far_as_it_goes() -> None:
    text = '{"fontSize":23.5,"highContrast/enabled":true,"highContrastTheme":"yellow-black","cursorSize":0.9}'
    assert read_card(text, USUAL) == Card(Preferences(text_step=4, theme="yellow-on-black"), "")


@pytest.mark.requirement("STF-02", part="values are brought into what is safe")
@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({"fontSize": 10**200}, Preferences(text_step=STEPS)),
        ({"fontSize": -1}, Preferences(text_step=1)),
        ({"fontSize": True}, USUAL),
        ({"fontSize": "36"}, USUAL),
        ({"fontSize": [36]}, USUAL),
        ({"speechRate": 0}, Preferences(speech_rate=SPEECH_RATES[0])),
        ({"highContrast/enabled": True, "highContrastTheme": ["x"]}, Preferences(theme="high-light")),
        ({"highContrastTheme": "__class__"}, USUAL),
        ({"selfVoicing/enabled": "yes"}, USUAL),
        ({"auditoryOutLanguage": "../../etc"}, USUAL),
        ({"civickiosk/abc": {}}, USUAL),
        ({"volume": 9}, Preferences(volume=VOLUMES[1])),
        ({"volume": "loud"}, USUAL),
        ({"characterSpace": 1e300}, Preferences(wide_spacing=True)),
        ({"characterSpace": False}, USUAL),
        ({"inputsLarger/enabled": 1}, USUAL),
    ],
)
def test_values_are_brought_into_what_is_safe(terms: dict[str, object], expected: Preferences) -> None:
    assert read_card(json.dumps(terms), USUAL) == Card(expected, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{}",
        "[]",
        "null",
        "12",
        '{"fontSize":NaN',
        "[" * 299,
        '{"fontSize":12' + " " * 300 + "}",
        "\ud800",
    ],
)
def test_what_is_no_card_is_none(text: str) -> None:
    assert read_card(text, USUAL) is None


@given(st.text(max_size=400) | st.text(alphabet=string.printable, max_size=40))
def test_nothing_that_is_typed_or_scanned_stops_the_program(typed: str) -> None:
    found = read_anything(typed, USUAL)
    assert found is None or isinstance(found, Card)


def test_a_number_that_is_no_number_is_passed_over() -> None:
    assert read_card('{"fontSize":NaN,"speechRate":Infinity}', USUAL) == Card(USUAL, "")
