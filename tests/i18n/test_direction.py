# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text from outside cannot turn round, overdraw or flood what stands beside it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.direction import isolate, left_to_right, plain, strip_controls, with_numbers, within
from i18n.languages import LANGUAGES, Direction, Script, language_info
from i18n.references import reference_groups, reference_line, spelled, unbroken


def test_an_isolate_has_the_direction_of_its_language() -> None:
    assert isolate("abc", "en") == "\u2066abc\u2069"
    assert isolate("ابج", "ar") == "\u2067ابج\u2069"
    assert isolate("ابج") == "\u2068ابج\u2069"
    assert isolate("") == ""


@pytest.mark.parametrize("text", ["27", "14:32", "1,250", "23/11/2026"])
def test_a_plain_number_needs_no_isolate(text: str) -> None:
    assert within(text, "ar") == text


@pytest.mark.parametrize("text", ["555 0142", "+34 600", "7K2-4MP-93X", "12 %"])
def test_a_number_with_gaps_keeps_its_order_in_arabic(text: str) -> None:
    assert within(text, "ar")[0] in "\u2066\u2068"
    assert within(text, "en") == text


def test_a_value_is_isolated_once() -> None:
    once = within("Ropewalk", "ar")
    assert within(once, "ar") == once


def test_a_value_of_the_same_direction_stays_as_it_is() -> None:
    assert within("السجل المدني", "ar") == "السجل المدني"
    assert within("Registro Civil", "es") == "Registro Civil"
    assert within("民事登记处", "zh-Hans") == "民事登记处"


def test_overrides_and_controls_are_dropped() -> None:
    assert strip_controls("a\u202eb\u2066c\u2069\x00d\x1b[31me\ufefff") == "abcd[31mef"


def test_joiners_and_places_to_break_stay() -> None:
    text = "می\u200cخواهم 👩\u200d👧 Rathaus\u00adplatz"
    assert strip_controls(text) == text


def test_line_ends_become_one_kind() -> None:
    assert strip_controls("a\r\nb\rc\u2028d\te") == "a\nb\nc\nd e"


def test_stacked_marks_are_cut() -> None:
    assert len(strip_controls("a" + "\u0301" * 500)) == 9


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert plain("x" * 10_000, 100) == "x" * 99 + "…"
    assert plain("short", 100) == "short"
    assert plain("a\nb", 100, lines=False) == "a b"


def test_a_text_of_invisible_things_leaves_nothing() -> None:
    assert plain("\u202e\u200e\x00", 10) == ""


@given(st.text(max_size=400), st.integers(1, 50))
def test_no_text_is_longer_than_its_room_or_holds_a_control(text: str, limit: int) -> None:
    clean = plain(text, limit)
    assert len(clean) <= limit
    assert not [one for one in clean if unicodedata.category(one) in ("Cc", "Cs") and one != "\n"]
    assert not set(clean) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@pytest.mark.parametrize(
    ("reference", "groups"),
    [
        ("PA-26-4T7-K2M", ("PA", "26", "4T7", "K2M")),
        ("7K24MP93X", ("7K2", "4MP", "93X")),
        ("7K24MP93X2", ("7K2", "4MP", "93X2")),
        ("REG2026000123", ("REG", "202", "600", "0123")),
        ("12", ("12",)),
        ("", ()),
    ],
)
def test_a_reference_falls_into_groups_of_two_to_four(reference: str, groups: tuple[str, ...]) -> None:
    assert reference_groups(reference) == groups


@given(st.text(alphabet="ABCDEFGHJKMNPQRSTVWXYZ0123456789- ", max_size=60))
def test_grouping_loses_no_sign_and_makes_no_long_group(reference: str) -> None:
    groups = reference_groups(reference)
    assert "".join(groups) == reference.replace("-", "").replace(" ", "")
    assert all(len(group) <= 4 for group in groups)


def test_a_reference_runs_from_left_to_right_and_breaks_between_groups_only() -> None:
    assert reference_line("PA-26-4T7") == "\u2066PA 26 4T7\u2069"
    assert unbroken("PA-26-4T7") == "\u2066PA\u00a026\u00a04T7\u2069"
    assert left_to_right("") == ""


def test_a_reference_is_spelled_for_the_voice() -> None:
    assert spelled("pa-26-4t7") == "P A, 2 6, 4 T 7"


def test_each_language_is_written_in_its_own_name() -> None:
    assert " ".join(info.own_name.replace(" ", "_") for info in LANGUAGES) == (
        "English Español العربية 简体中文 Français Português "
        "Русский Українська فارسی हिन्दी Tiếng_Việt 繁體中文 日本語 한국어"
    )


@pytest.mark.parametrize(
    ("tag", "direction", "script"),
    [
        ("ar-EG", Direction.RIGHT_TO_LEFT, Script.ARABIC),
        ("he", Direction.RIGHT_TO_LEFT, Script.LATIN),
        ("fa", Direction.RIGHT_TO_LEFT, Script.ARABIC),
        ("zh-CN", Direction.LEFT_TO_RIGHT, Script.CJK),
        ("ja", Direction.LEFT_TO_RIGHT, Script.CJK),
        ("mr", Direction.LEFT_TO_RIGHT, Script.DEVANAGARI),
        ("zh-TW", Direction.LEFT_TO_RIGHT, Script.CJK),
        ("de", Direction.LEFT_TO_RIGHT, Script.LATIN),
        ("und", Direction.LEFT_TO_RIGHT, Script.LATIN),
        ("", Direction.LEFT_TO_RIGHT, Script.LATIN),
    ],
)
def test_any_language_tag_has_a_direction_and_a_script(
    tag: str, direction: Direction, script: Script
) -> None:
    info = language_info(tag)
    assert (info.direction, info.script) == (direction, script)


@pytest.mark.parametrize("text", ["08:30–16:30", "8.30 - 16.30"])
def test_from_one_hour_to_another_runs_as_the_language_does(text: str) -> None:
    assert within(text, "ar") == f"\u2067{text}\u2069"
    assert within(text, "fa") == f"\u2067{text}\u2069"
    assert within(text, "en") == text
    # A reference with a line in it is none.
    assert within("555–0142", "ar") == "\u2066555–0142\u2069"


@pytest.mark.parametrize("number", ["555 0142", "+44 20 7946 0958", "٠١٢ ٣٤٥ ٦٧٨"])
def test_a_number_in_groups_runs_from_left_to_right_in_a_text_from_the_right(number: str) -> None:
    assert with_numbers(f"مثلًا: {number}.", "ar") == f"مثلًا: \u2066{number}\u2069."
    assert with_numbers(f"For example: {number}.", "en") == f"For example: {number}."


@pytest.mark.parametrize("text", ["14 ديسمبر 2026", "من 9 10 11", "الطابق 2، 14"])
def test_numbers_that_are_no_long_one_stay_as_they_stand(text: str) -> None:
    assert with_numbers(text, "ar") == text
