# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters of a language are all there, once."""

import unicodedata
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.preferences import KEYBOARD_ORDERS
from ui.keyboard.arrangement import spread
from ui.keyboard.layouts import ALPHABETS, alphabet, letter_sheets, other_sheets
from ui.keyboard.sheets import Sheet, Signs, pieces, shown, wrapped

TAGS = sorted(ALPHABETS)
TWO_WAYS_TO_READ = {"ja"}
"""Their two orders are two ways to spell: Latin letters and kana."""


def all_sheets(language: str) -> list[Sheet]:
    return [
        sheet
        for order in KEYBOARD_ORDERS
        for sheet in (*letter_sheets(language, order, 1), *other_sheets(language, order, True))
    ]


@pytest.mark.parametrize("language", sorted(set(TAGS) - TWO_WAYS_TO_READ))
def test_both_orders_hold_the_same_letters(language: str) -> None:
    letters = alphabet(language)
    local = {sign for sheet in letters.with_local for sign in sheet.signs} | {
        sign for row in letters.local for sign in row
    }
    by_alphabet = {sign for sheet in letters.with_alphabetical for sign in sheet.signs} | set(
        letters.by_alphabet
    )
    assert local == by_alphabet


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the quick brown fox jumps over the lazy dog"),
        ("fr", "voix ambiguë d’un cœur qui au zéphyr préfère les jattes de kiwis"),
        ("es", "el pingüino wenceslao hizo kilómetros bajo exhaustiva lluvia y frío, añoraba"),
        (
            "pt",
            "à noite, vovô kowalsky vê o ímã cair no pé do pinguim queixoso e vovó põe açúcar no chá de tâmaras",
        ),
        ("vi", "do bạch kim rất quý nên sẽ dùng để lắp vô xương, chữa hổ ưỡn phía trước"),
        ("ru", "съешь же ещё этих мягких французских булок, да выпей чаю"),
        ("uk", "щастям б’єш жук їх глицю в фон й ґедзь пріч"),
        ("ar", "نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر ومغلف بجلد أزرق"),
        ("fa", "بر اثر چنین تلقین و شست‌وشوی مغزی جامعه، ژاله آقا گفت ضحاک ظالم غذا عطر خوب طرح ئ"),
        ("hi", "ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण का सर्वनाश करने वाले विष्णु, श्रीराम अयोध्या के महाराज।"),
        ("ko", "ㄷㅏㄹㅏㅁㅈㅟ ㅎㅓㄴ ㅊㅔㅂㅏㅋㅜㅣㅇㅔ ㅌㅏㄱㅗㅍㅏ"),
    ],
)
def test_sentences_with_all_letters_of_a_language_can_be_typed(language: str, words: str) -> None:
    """Marks of Vietnamese are typed after their letter; compound vowels of Korean as their two parts."""
    keys = {sign for sheet in all_sheets(language) for sign in sheet.signs} | {" ", "ㅟ"}
    marks = {sign for sign in keys if unicodedata.combining(sign[0])} if language == "vi" else set()
    needed = set()
    for letter in words:
        apart = unicodedata.normalize("NFD", letter)
        toned = [one for one in apart if one in marks]
        needed |= set(toned)
        needed.add(unicodedata.normalize("NFC", "".join(one for one in apart if one not in toned)))
    assert needed <= keys, needed - keys


@pytest.mark.parametrize("language", TAGS)
def test_every_sign_is_one_text_in_its_composed_form(language: str) -> None:
    for sheet in all_sheets(language):
        for sign in sheet.signs:
            # Letters with a dot below have no composed form in Devanagari.
            assert unicodedata.normalize("NFC", sign) == sign
            assert sign.strip() == sign != ""


@pytest.mark.parametrize("language", TAGS)
def test_no_sheet_holds_a_sign_twice(language: str) -> None:
    for sheet in all_sheets(language):
        assert [sign for sign, times in Counter(sheet.signs).items() if times > 1] == []


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("parts", [1, 2, 3])
def test_parts_hold_all_letters_in_order(language: str, parts: int) -> None:
    sheets = letter_sheets(language, "alphabetical", parts)
    assert len(sheets) == parts
    assert tuple(sign for sheet in sheets for sign in sheet.signs) == alphabet(language).by_alphabet


@pytest.mark.parametrize("language", TAGS)
def test_numbers_are_a_sheet_only_where_they_are_not_beside_the_letters(language: str) -> None:
    with_numbers = {sign for sheet in other_sheets(language, "local", True) for sign in sheet.signs}
    without = {sign for sheet in other_sheets(language, "local", False) for sign in sheet.signs}
    assert with_numbers - without == set("1234567890")


@pytest.mark.parametrize("language", TAGS)
def test_sheets_are_told_apart_by_what_leads_to_them(language: str) -> None:
    for order in KEYBOARD_ORDERS:
        labels = [sheet.label for sheet in other_sheets(language, order, True)]
        labels += [sheet.label for sheet in letter_sheets(language, order, 1)]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("tag", "like"),
    [("zh-TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"), ("zh-CN", "zh"), ("pt-BR", "pt"), ("eo", "en")],
)
def test_tag_of_a_region_has_the_letters_of_its_language(tag: str, like: str) -> None:
    assert alphabet(tag) is alphabet(like)


def test_marks_stand_on_a_dotted_circle() -> None:
    assert shown("ा") == "◌ा"
    assert shown("\u0301") == "◌\u0301"
    assert shown("क्ष") == "क्ष"
    assert shown("é") == "é"


@given(
    st.text(st.characters(categories=["Lu"]), min_size=1, max_size=60), st.integers(5, 20), st.integers(0, 4)
)
def test_wrapped_rows_hold_all_signs_and_leave_room_in_the_last(text: str, longest: int, less: int) -> None:
    signs: Signs = tuple(text)
    rows = wrapped(signs, longest, less)
    assert sum(rows, ()) == signs
    assert max(map(len, rows)) <= longest


@given(st.integers(4, 40))
def test_pieces_hold_all_signs(most: int) -> None:
    for sheet in other_sheets("en", "local", True):
        found = pieces(sheet, most)
        assert sum((piece.signs for piece in found), ()) == sheet.signs
        assert all(len(piece.signs) <= most for piece in found)
        assert len({piece.label for piece in found}) == len(found)


@given(
    st.lists(st.tuples(st.floats(0.1, 5), st.integers(0, 100)), min_size=1, max_size=14),
    st.integers(0, 20),
    st.integers(0, 900),
)
def test_spread_keys_keep_their_least_width_and_fill_the_row(
    keys: list[tuple[float, int]], gap: int, spare: int
) -> None:
    least = [width for _, width in keys]
    width = sum(least) + gap * (len(keys) - 1) + spare
    spans = spread([weight for weight, _ in keys], least, width, gap)
    assert spans[0][0] == 0
    assert abs(spans[-1][0] + spans[-1][1] - width) <= 1
    for (_, wide), needed in zip(spans, least, strict=True):
        assert wide >= needed - 1
    for before, after in pairwise(spans):
        assert abs(after[0] - before[0] - before[1] - gap) <= 1
