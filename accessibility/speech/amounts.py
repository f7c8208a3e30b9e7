# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says numbers, money and sizes as people say them: no code, no sign, no thousands set apart, no decimal lost.

Heard from the voices themselves (espeak-ng 1.51): Russian says `1 250` as "one, two hundred and fifty", Chinese and
Korean pass over a decimal sign, Hindi over the decimals of a number whose thousands are set apart.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, Literal

from i18n.formats import locale_of, money

CURRENCY: Final = (
    r"EUR|USD|GBP|CHF|CAD|AUD|INR|CNY|JPY|KRW|RUB|UAH|VND|IRR|TWD|BRL|MXN|SEK|NOK|DKK|PLN|CZK|€|£|₹|₽|₴|₩"
)
"""Codes of ISO 4217 and signs that mean one currency only; `$` and `¥` mean several."""

_SIGNS: Final = {"€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW"}
_OF_CENTS: Final = ("EUR", "USD", "CAD", "AUD")
_SAMPLES: Final = (
    Decimal(1),
    Decimal(2),
    Decimal(5),
    Decimal(12),
    Decimal(100),
    Decimal("1.5"),
    Decimal("12.5"),
)
_SPACES: Final = "\u00a0\u202f"
_BEFORE: Final = "(?<![A-Za-z0-9_.,])"
"""Chinese and Japanese have no space before a number."""

_IN_WORDS: Final = {
    "vi": {
        "digital-kilobyte": "ki lô bai",
        "digital-megabyte": "mê ga bai",
        "length-millimeter": "mi li mét",
    },
    "zh-Hant": {"digital-kilobyte": "千位元組", "digital-megabyte": "百萬位元組"},
}
"""Where CLDR has no words for a unit, or none that the voice can read."""

_SECOND: Final = "duration-second"
_SECONDS_ARE_S: Final = ("en", "es", "fr", "pt")
"""In others the sign is a letter or a word that means something else too, as Hindi's `से`."""

_UNITS: Final[Mapping[str, Literal["short", "narrow"]]] = {
    "digital-kilobyte": "short",
    "digital-megabyte": "short",
    "length-millimeter": "short",
    _SECOND: "narrow",
}
"""CLDR's units that our sentences write as a sign, with the length in which CLDR has that sign."""


_SAID_AS_ONE: Final = 3
"""Decimals that people say as one number; longer ones are said one by one."""


@dataclass(frozen=True, slots=True)
class _Written:
    """How a language writes numbers, and what its voice needs: `point` only where the sign itself is not said."""

    group: str = ","
    decimal: str = "."
    point: str = ""
    by_digit: bool = False
    and_cents: str = " "
    cents: Mapping[str, str] | None = None
    """The words for hundredths of a currency by plural category (CLDR); `other` where a category is missing."""


_LANGUAGES: Final = {
    "en": _Written(and_cents=" and ", cents={"one": "cent", "other": "cents"}),
    "es": _Written(".", ",", and_cents=" con ", cents={"one": "céntimo", "other": "céntimos"}),
    "fr": _Written(_SPACES, ",", and_cents=" et ", cents={"one": "centime", "other": "centimes"}),
    "pt": _Written(".", ",", and_cents=" e ", cents={"one": "centavo", "other": "centavos"}),
    "ar": _Written(
        and_cents=" و", cents={"one": "سنت", "two": "سنتان", "few": "سنتات", "many": "سنتًا", "other": "سنت"}
    ),
    "fa": _Written(and_cents=" و ", cents={"other": "سنت"}),
    "hi": _Written(and_cents=" ", cents={"other": "सेंट"}),
    "vi": _Written(".", ",", and_cents=" ", cents={"other": "xu"}),
    "ru": _Written(
        _SPACES, ",", " запятая ", cents={"one": "цент", "few": "цента", "many": "центов", "other": "цента"}
    ),
    "uk": _Written(
        _SPACES, ",", " кома ", cents={"one": "цент", "few": "центи", "many": "центів", "other": "цента"}
    ),
    "zh-Hans": _Written(point="点", by_digit=True),
    "zh-Hant": _Written(point="點", by_digit=True),
    "ja": _Written(),
    "ko": _Written(point=" 점 ", by_digit=True),
}
"""Chinese, Japanese and Korean say a part of a euro as a decimal (十二点五欧元); the others count cents."""


@cache
def amount_rules(
    language: str,
) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str | None]], ...]:
    """What to look for in a text of the language, in this order, with what says it."""
    written = _LANGUAGES.get(language)
    if written is None:
        return ()
    group, decimal = re.escape(written.group), re.escape(written.decimal)
    # Where a space sets thousands apart, outside texts have a plain one: before a currency it can be nothing else.
    loose = group + " " if written.group == _SPACES else group
    digits = rf"{_BEFORE}(?:\d{{1,3}}(?:[{loose}]\d{{2,3}})+|\d+)(?:{decimal}\d+)?(?![\d]|[.,]\d)"
    bare = digits.partition(")")[2]
    space = rf"[ {_SPACES}]?"
    names = "|".join(re.escape(name) for name in _names(language))
    rules: list[tuple[re.Pattern[str], Callable[[re.Match[str], str], str | None]]] = [
        (re.compile(rf"(?P<number>{digits}){space}(?P<code>{CURRENCY})(?![^\W\d_])"), _money_of_code),
        (re.compile(rf"(?<![^\W\d_])(?P<code>{CURRENCY}){space}(?P<number>{bare})"), _money_of_code),
    ]
    if written.cents:
        rules.append(
            (re.compile(rf"(?P<number>{digits}){space}(?P<name>{names})(?![^\W\d_])"), _money_of_name)
        )
    rules += [
        (_in_units(unit, language, digits), _in_words_of_units(unit))
        for unit in _UNITS
        if unit != _SECOND or language in _SECONDS_ARE_S
    ]
    grouped = rf"{_BEFORE}\d{{1,3}}(?:[{group}]\d{{2,3}})+(?:{decimal}\d+)?(?![\d]|[.,]\d)"
    broken = rf"{_BEFORE}\d+{decimal}\d+(?![\d]|[.,]\d)"
    rules.append((re.compile(rf"{grouped}|{broken}"), _number))
    return tuple(rules)


def _names(language: str) -> Mapping[str, str]:
    """The currencies that have cents, by every name that our sentences have for them; longer names first."""
    found = {
        re.sub(rf"^[\d.,{_SPACES} ]+", "", money(sample, code, language)): code
        for code in _OF_CENTS
        for sample in _SAMPLES
    }
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _value(text: str, language: str) -> Decimal:
    written = _LANGUAGES[language]
    plain = re.sub(rf"[{re.escape(written.group)} ]", "", text)
    return Decimal(plain.replace(written.decimal, "."))


def _number(found: re.Match[str], language: str) -> str:
    return _without_groups(found[0], language)


def _without_groups(text: str, language: str) -> str:
    written = _LANGUAGES[language]
    whole, _, rest = re.sub(rf"[{re.escape(written.group)}]", "", text).partition(written.decimal)
    if language == "uk":
        # The voice would count this one thousand as a man: "один тисяча".
        whole = re.sub(r"^1(\d{3})$", lambda found: f"тисяча {int(found[1]) or ''}".strip(), whole)
    if not rest:
        return whole
    # After a point that is a word of its own, a voice takes many decimals for a number of thousands.
    said = " ".join(rest) if written.by_digit or (written.point and len(rest) > _SAID_AS_ONE) else rest
    return f"{whole}{written.point or written.decimal}{said}"


def _money_of_code(found: re.Match[str], language: str) -> str:
    code = _SIGNS.get(found["code"], found["code"])
    return _money(_value(found["number"], language), code, language)


def _money_of_name(found: re.Match[str], language: str) -> str | None:
    return _money(_value(found["number"], language), _names(language)[found["name"]], language)


def _money(amount: Decimal, code: str, language: str) -> str:
    from babel.core import Locale

    written = _LANGUAGES[language]
    whole, part = int(amount), int(amount % 1 * 100)
    if not written.cents or code not in _OF_CENTS or not part or amount * 100 % 1:
        return _spoken(money(amount, code, language), language)
    form = Locale.parse(locale_of(language)).plural_form(part)
    cents = f"{part} {written.cents.get(form, written.cents['other'])}"
    if not whole:
        return cents
    return f"{_spoken(money(Decimal(whole), code, language), language)}{written.and_cents}{cents}"


def _spoken(text: str, language: str) -> str:
    return re.sub(rf"\d[\d.,{_SPACES}]*\d", lambda found: _without_groups(found[0], language), text)


def _in_units(unit: str, language: str, digits: str) -> re.Pattern[str]:
    # A second's sign is one letter, which behind a number without a space is something else: `the 1990s`.
    space = f"[ {_SPACES}]" if unit == _SECOND else f"[ {_SPACES}]?"
    return re.compile(rf"(?P<number>{digits}){space}{re.escape(_sign_of(unit, language))}(?![^\W\d_])")


@cache
def _sign_of(unit: str, language: str) -> str:
    from babel.units import format_unit

    said = str(format_unit(2, unit, length=_UNITS[unit], locale=locale_of(language)))
    return re.sub(rf"[\d{_SPACES} ]", "", said)


def _in_words_of_units(unit: str) -> Callable[[re.Match[str], str], str | None]:
    def say(found: re.Match[str], language: str) -> str | None:
        from babel.units import format_unit

        if words := _IN_WORDS.get(language, {}).get(unit):
            return f"{_without_groups(found['number'], language)} {words}"
        value = _value(found["number"], language)
        said = str(format_unit(value, unit, length="long", locale=locale_of(language)))
        # Babel gives the name itself where CLDR has no words for it; the voice then says what is written.
        return None if unit in said else _spoken(said, language)

    return say
