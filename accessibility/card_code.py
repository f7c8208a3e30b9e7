# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same settings as a card holds, as eight signs to type.

40 bits: 28 carry the settings, 12 prove that they were typed as they were shown.
"""

from typing import Final

from accessibility.card import LOUDNESS, WORDS_A_MINUTE, Card, read_card
from accessibility.preferences import KEYBOARD_ORDERS, SPEECH_RATES, STEPS, VOLUMES, Preferences
from accessibility.themes import SYSTEM
from i18n.languages import is_offered

SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's thirty-two: none of them is taken for another."""

LOOK_ALIKE: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
GROUP: Final = 4
PROOF_BITS: Final = 12
PROOF: Final = 4_093
"""The largest prime below 2 to the 12th: any one wrong sign, and any two that were swapped, leave another rest."""

THEME_NUMBERS: Final = ("standard", "high-light", "high-dark", "yellow-on-black", "low-glare")
LANGUAGE_NUMBERS: Final = (
    *("", "en", "es", "fr", "pt", "ar", "fa", "zh-Hans", "zh-Hant", "ja", "ko", "hi", "ru", "uk", "vi"),
)
"""The order is part of the code: a new language goes to the end."""

FIELDS: Final = (1, 1, 1, 1, 3, 3, 3, 1, 1, 1, 3, 6)
"""Bits of low reach, easy words, large keys, wide spacing, volume, text step, theme, assisted, spoken, order of
letters, rate and language. What is added goes in front, where an older code has zeros; so zero means as usual."""


def short_code(preferences: Preferences, language: str) -> str:
    """The same settings as eight signs, for example `0A4K 92XM`. The desktop's own colours count as usual ones."""
    theme = "standard" if preferences.theme in (SYSTEM, "evening") else preferences.theme
    values = (
        int(preferences.low_reach),
        int(preferences.easy_words),
        int(preferences.large_keys),
        int(preferences.wide_spacing),
        preferences.volume % len(LOUDNESS),
        preferences.text_step - 1,
        THEME_NUMBERS.index(theme),
        int(preferences.assisted),
        int(preferences.spoken),
        KEYBOARD_ORDERS.index(preferences.keyboard_order),
        preferences.speech_rate - SPEECH_RATES[0],
        LANGUAGE_NUMBERS.index(language) if language in LANGUAGE_NUMBERS else 0,
    )
    packed = 0
    for bits, value in zip(FIELDS, values, strict=True):
        packed = packed << bits | value
    number = packed << PROOF_BITS | packed % PROOF
    signs = "".join(SIGNS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{signs[:GROUP]} {signs[GROUP:]}"


def read_code(typed: str) -> Card | None:
    """The settings behind eight signs, however they were spaced and in small or large letters; None if mistyped."""
    signs = "".join(sign for sign in typed.upper() if sign not in " -.").translate(LOOK_ALIKE)
    if len(signs) != 2 * GROUP or any(sign not in SIGNS for sign in signs):
        return None
    number = 0
    for sign in signs:
        number = number << 5 | SIGNS.index(sign)
    packed, proof = number >> PROOF_BITS, number & (1 << PROOF_BITS) - 1
    if packed % PROOF != proof or packed >> sum(FIELDS):
        return None
    values = []
    for bits in reversed(FIELDS):
        values.append(packed & (1 << bits) - 1)
        packed >>= bits
    return _from_numbers(tuple(reversed(values)))


def _from_numbers(values: tuple[int, ...]) -> Card | None:
    low, easy, keys, wide, volume, step, theme, assisted, spoken, order, rate, language = values
    if (
        volume >= len(LOUDNESS)
        or step >= STEPS
        or theme >= len(THEME_NUMBERS)
        or rate >= len(WORDS_A_MINUTE)
        or language >= len(LANGUAGE_NUMBERS)
    ):
        return None
    tag = LANGUAGE_NUMBERS[language]
    preferences = Preferences(
        text_step=step + 1,
        theme=THEME_NUMBERS[theme],
        assisted=bool(assisted),
        spoken=bool(spoken),
        speech_rate=rate + SPEECH_RATES[0],
        keyboard_order=KEYBOARD_ORDERS[order],
        volume=volume if volume <= VOLUMES[1] else volume - len(LOUDNESS),
        wide_spacing=bool(wide),
        large_keys=bool(keys),
        easy_words=bool(easy),
        low_reach=bool(low),
    )
    return Card(preferences, tag if is_offered(tag) else "")


def read_anything(typed: str, usual: Preferences) -> Card | None:
    """What a hand scanner or a person put into one field: a card's text, or its eight signs."""
    typed = typed.strip()
    return read_card(typed, usual) if typed.startswith("{") else read_code(typed)
