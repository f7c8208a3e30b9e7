# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates, numbers, money, hours and lists are written as each language writes them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_timedelta
from hypothesis import given
from hypothesis import strategies as st

from i18n import formats
from i18n.direction import strip_controls
from i18n.hours import hours
from i18n.languages import LANGUAGES
from i18n.messages import Messages

Typed = tuple[int | None, int | None, int | None]
DAY = date(2026, 11, 23)
TAGS = [info.tag for info in LANGUAGES]


@dataclass(frozen=True)
class Open:
    days: tuple[int, ...]
    opens: str
    closes: str


@pytest.mark.parametrize(
    ("tag", "long", "words", "day"),
    [
        ("en", "23 November 2026", "Monday 23 November 2026", "23 November"),
        ("es", "23 de noviembre de 2026", "lunes 23 de noviembre de 2026", "23 de noviembre"),
        ("ar", "23 نوفمبر 2026", "الاثنين، 23 نوفمبر 2026", "23 نوفمبر"),
        ("zh-Hans", "2026年11月23日", "2026年11月23日星期一", "11月23日"),
    ],
)
def test_a_date_is_written_out(tag: str, long: str, words: str, day: str) -> None:
    assert formats.date_long(DAY, tag) == long
    assert formats.date_in_words(DAY, tag) == words
    assert formats.date_day(DAY, tag) == day


@pytest.mark.parametrize(
    ("given_parts", "said"),
    [
        ((None, None, 14), "14"),
        ((None, 12, None), "December"),
        ((None, 12, 14), "14 December"),
        ((2026, 12, None), "December 2026"),
        ((2026, 12, 14), "14 December 2026"),
        ((202, 12, 14), "14 December 202"),
        ((None, 2, 29), "29 February"),
        ((2026, 2, 29), ""),
        ((None, 2, 30), ""),
        ((2026, 13, 1), ""),
        ((0, 12, 1), ""),
        ((None, None, 45), ""),
        ((None, None, None), ""),
    ],
)
def test_a_date_is_said_as_far_as_it_is_typed(given_parts: Typed, said: str) -> None:
    year, month, day = given_parts
    assert formats.date_so_far(year, month, day, "en") == said


@given(
    st.one_of(st.none(), st.integers(-5, 20_000)),
    st.one_of(st.none(), st.integers(-5, 99)),
    st.one_of(st.none(), st.integers(-5, 99)),
    st.sampled_from(TAGS),
)
def test_no_typed_numbers_break_the_date_in_words(
    year: int | None, month: int | None, day: int | None, tag: str
) -> None:
    assert isinstance(formats.date_so_far(year, month, day, tag), str)


def test_every_language_writes_digits_from_0_to_9() -> None:
    for tag in TAGS:
        written = (
            formats.date_in_words(DAY, tag)
            + formats.number(1_234_567, tag)
            + formats.money(Decimal("12.50"), "EUR", tag)
            + formats.time_short(time(14, 32), tag)
            + formats.duration_days(11, tag)
        )
        assert {one for one in written if one.isdigit()} <= set("0123456789")


def test_a_time_is_the_same_in_every_language() -> None:
    assert {formats.time_short(datetime(2026, 11, 23, 9, 5), tag) for tag in TAGS} == {"9:05"}  # noqa: DTZ001


def test_a_weekday_is_named() -> None:
    assert {tag: formats.weekday(DAY, tag) for tag in TAGS} == {
        "en": "Monday",
        "es": "lunes",
        "ar": "الاثنين",
        "zh-Hans": "星期一",
        "fr": "lundi",
        "pt": "segunda-feira",
        "ru": "понедельник",
        "uk": "понеділок",
        "fa": "دوشنبه",
        "hi": "सोमवार",
        "vi": "Thứ Hai",
        "zh-Hant": "星期一",
        "ja": "月曜日",
        "ko": "월요일",
    }


def test_numbers_have_the_signs_of_their_language() -> None:
    assert formats.number(1_234_567, "en") == "1,234,567"
    assert formats.number(1_234_567, "es") == "1.234.567"
    assert formats.number(Decimal("0.125"), "es") == "0,125"
    assert formats.number(Decimal("12.5"), "ar") == "12.5"


@pytest.mark.parametrize(
    ("tag", "whole", "broken"),
    [
        ("en", "40 euros", "12.50 euros"),
        ("es", "40 euros", "12,50 euros"),
        ("ar", "40 يورو", "12.50 يورو"),
        ("zh-Hans", "40欧元", "12.50欧元"),
    ],
)
def test_money_is_in_words_and_has_no_empty_cents(tag: str, whole: str, broken: str) -> None:
    assert formats.money(Decimal("40.00"), "EUR", tag) == whole
    assert formats.money(Decimal("12.50"), "EUR", tag) == broken


def test_a_code_that_names_no_currency_is_never_said() -> None:
    assert formats.money(Decimal("25.00"), "XTS", "en") == "25"
    assert formats.money(Decimal("2.50"), "XXX", "es") == "2,5"


def test_one_euro_is_one() -> None:
    assert formats.money(Decimal(1), "EUR", "en") == "1 euro"


@pytest.mark.parametrize(
    ("tag", "days"),
    [
        ("en", ["1 day", "2 days", "5 days", "11 days", "40 days"]),
        ("es", ["1 día", "2 días", "5 días", "11 días", "40 días"]),
        ("ar", ["يوم", "يومان", "5 أيام", "11 يومًا", "40 يومًا"]),
        ("zh-Hans", ["1天", "2天", "5天", "11天", "40天"]),
    ],
)
def test_days_stay_days_and_agree_with_their_number(tag: str, days: list[str]) -> None:
    assert [formats.duration_days(n, tag) for n in (1, 2, 5, 11, 40)] == days


def test_minutes_and_hours_stay_what_they_are() -> None:
    assert Messages.load("en").minutes(100) == "100 minutes"
    assert formats.duration_hours(48, "es") == "48 horas"


@pytest.mark.parametrize("tag", [info.tag for info in LANGUAGES])
def test_minutes_are_said_as_cldr_says_them(tag: str) -> None:
    texts = Messages.load(tag)
    for n in (*range(1, 25), 60, 90, 101, 102, 105, 111):
        expected = format_timedelta(
            timedelta(minutes=n), granularity="minute", threshold=10_000, locale=formats.locale_of(tag)
        )
        assert strip_controls(texts.minutes(n)) == expected, n


def test_lists_are_joined_as_people_join_them() -> None:
    assert formats.list_join([], "en") == ""
    assert formats.list_join(["one"], "en") == "one"
    assert formats.list_join(["a", "b", "c"], "en") == "a, b and c"
    assert formats.list_join(["登记处", "学校", "清运处"], "zh-Hans") == "登记处、学校和清运处"
    assert formats.list_join(["السجل", "المدرسة"], "ar") == "السجل والمدرسة"


@pytest.mark.parametrize(
    ("last", "joined"),
    [
        ("Inés", "Luis e Inés"),
        ("hijos", "Luis e hijos"),
        ("hielo", "Luis y hielo"),
        ("Ana", "Luis y Ana"),
        ("yo", "Luis y yo"),
    ],
)
def test_spanish_says_e_before_an_i(last: str, joined: str) -> None:
    assert formats.list_join(["Luis", last], "es") == joined


def test_a_foreign_item_of_an_arabic_list_is_isolated() -> None:
    assert formats.list_join(["السجل", "Harbour"], "ar") == "السجل و\u2068Harbour\u2069"


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "Monday to Friday, 9:00 to 16:00; Saturday, 9:00 to 12:00"),
        ("es", "De lunes a viernes, de 9:00 a 16:00; sábado, de 9:00 a 12:00"),
        ("ar", "من الاثنين إلى الجمعة، من 9:00 إلى 16:00؛ السبت، من 9:00 إلى 12:00"),
        ("zh-Hans", "星期一至星期五 9:00 至 16:00；星期六 9:00 至 12:00"),
    ],
)
def test_opening_hours_are_said_in_words(tag: str, said: str) -> None:
    assert hours([Open((1, 2, 3, 4, 5), "09:00", "16:00"), Open((6,), "09:00", "12:00")], tag) == said


def test_a_break_at_noon_and_days_apart_are_said_together() -> None:
    times = [Open((1, 3), "09:00", "12:00"), Open((3, 1), "13:00", "16:30")]
    assert hours(times, "en") == "Monday and Wednesday, 9:00 to 12:00 and 13:00 to 16:30"


def test_unknown_hours_are_nothing() -> None:
    assert hours([], "en") == ""


@pytest.mark.parametrize(
    ("tag", "small", "large"),
    [
        ("en", "310 kB", "2.1 MB"),
        ("es", "310 kB", "2,1 MB"),
        ("fr", "310 ko", "2,1 Mo"),
        ("ru", "310 кБ", "2,1 МБ"),
    ],
)
def test_size_of_a_file_is_written_as_its_language_writes_it(tag: str, small: str, large: str) -> None:
    said = [
        formats.file_size(size, tag).replace("\u00a0", " ").replace("\u202f", " ")
        for size in (310_400, 2_140_000)
    ]
    assert said == [small, large]
