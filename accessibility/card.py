# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's settings to take along: a small text for a code to scan or a file, and eight signs to type.

The text is JSON in the common terms of the Global Public Inclusive Infrastructure (a preference set in the sense of
ISO/IEC 24751), at most 300 bytes, with nobody's name in it (STF-02). Whatever is read is treated as hostile: terms
that are not known are passed over, and values are brought into what is safe.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from accessibility.preferences import KEYBOARD_ORDERS, SPEECH_RATES, STEPS, VOLUMES, Preferences
from accessibility.themes import SYSTEM
from i18n.languages import is_offered

MOST_BYTES: Final = 300
"""A text that is longer is no card of ours."""

POINTS: Final = (12, 16, 20, 24, 36)
"""`fontSize` of the five text steps: the usual 12 points of a page, enlarged as the steps are."""

WORDS_A_MINUTE: Final = (62, 80, 100, 122, 150, 180, 240)
"""`speechRate` of the seven rates, slowest first."""

CONTRASTS: Final = MappingProxyType(
    {
        "high-light": "black-white",
        "high-dark": "white-black",
        "yellow-on-black": "yellow-black",
        "low-glare": "lightgrey-darkgrey",
    }
)
"""Our themes → `highContrastTheme`: letters, then ground."""

THEME_OF: Final = MappingProxyType({term: theme for theme, term in CONTRASTS.items()})
LETTERS_TERM: Final = "civickiosk/abc"
EASY_TERM: Final = "civickiosk/easy"
LOUDNESS: Final = (0.1, 0.3, 0.5, 0.7, 0.9)
"""`volume` of the five steps, quietest first."""

WIDE_SPACE: Final = 0.12
"""`characterSpace` of text that is set apart, in the size of its letters; half of it counts as wide."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a person brought. `language` is empty when they brought none that is spoken here."""

    preferences: Preferences
    language: str


def write_card(preferences: Preferences, language: str) -> str:
    """The settings that differ from the usual ones, as compact JSON of at most 300 bytes."""
    terms: dict[str, Any] = {"auditoryOutLanguage": language, "fontSize": POINTS[preferences.text_step - 1]}
    if contrast := CONTRASTS.get(preferences.theme):
        terms["highContrast/enabled"] = True
        terms["highContrastTheme"] = contrast
    elif preferences.theme == "standard":
        terms["highContrast/enabled"] = False
    if preferences.assisted:
        terms["simplifiedUi/enabled"] = True
    if preferences.spoken:
        terms["selfVoicing/enabled"] = True
    if preferences.speech_rate:
        terms["speechRate"] = WORDS_A_MINUTE[preferences.speech_rate - SPEECH_RATES[0]]
    if preferences.keyboard_order != "local":
        terms[LETTERS_TERM] = True
    if preferences.volume:
        terms["volume"] = LOUDNESS[preferences.volume - VOLUMES[0]]
    if preferences.wide_spacing:
        terms["characterSpace"] = WIDE_SPACE
    if preferences.large_keys:
        terms["inputsLarger/enabled"] = True
    if preferences.easy_words:
        terms[EASY_TERM] = True
    return json.dumps(terms, separators=(",", ":"))


def read_card(text: str, usual: Preferences) -> Card | None:
    """What somebody's card asks for, on top of this machine's `usual` settings. None for what is no card."""
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        return None
    try:
        terms = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(terms, dict) or not terms:
        return None
    return Card(_preferences(terms, usual), _language(terms))


def _preferences(terms: Mapping[str, Any], usual: Preferences) -> Preferences:
    alphabetical = _yes(terms.get(LETTERS_TERM), usual.keyboard_order == "alphabetical")
    return Preferences(
        text_step=_nearest(terms.get("fontSize"), POINTS, usual.text_step - 1) + 1,
        theme=_theme(terms, usual.theme),
        assisted=_yes(terms.get("simplifiedUi/enabled"), usual.assisted),
        spoken=_yes(terms.get("selfVoicing/enabled"), usual.spoken),
        speech_rate=_nearest(terms.get("speechRate"), WORDS_A_MINUTE, usual.speech_rate - SPEECH_RATES[0])
        + SPEECH_RATES[0],
        keyboard_order="alphabetical" if alphabetical else "local",
        volume=_nearest(terms.get("volume"), LOUDNESS, usual.volume - VOLUMES[0]) + VOLUMES[0],
        wide_spacing=_wide(terms.get("characterSpace"), usual.wide_spacing),
        large_keys=_yes(terms.get("inputsLarger/enabled"), usual.large_keys),
        easy_words=_yes(terms.get(EASY_TERM), usual.easy_words),
        hands=usual.hands,
    )


def _wide(value: object, usual: bool) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return usual
    return value >= WIDE_SPACE / 2


def _theme(terms: Mapping[str, Any], usual: str) -> str:
    if terms.get("highContrast/enabled") is False:
        return "standard"
    asked = terms.get("highContrastTheme")
    found = THEME_OF.get(asked) if isinstance(asked, str) else None
    if found is None and terms.get("highContrast/enabled") is True:
        return "high-light"
    return found if found is not None else usual


def _yes(value: object, usual: bool) -> bool:
    return value if isinstance(value, bool) else usual


def _nearest(value: object, scale: tuple[float, ...], usual: int) -> int:
    """The place in `scale` that comes nearest to `value`; so whatever is asked for is within what is safe."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return usual
    return min(range(len(scale)), key=lambda place: abs(scale[place] - value))


def _language(terms: Mapping[str, Any]) -> str:
    asked = terms.get("auditoryOutLanguage")
    return asked if isinstance(asked, str) and is_offered(asked) else ""


# The short code: 40 bits as eight signs. 28 bits carry the settings, 12 prove that they were typed as they were shown.

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

FIELDS: Final = (1, 1, 1, 3, 3, 3, 1, 1, 1, 3, 6)
"""Bits of easy words, large keys, wide spacing, volume, text step, theme, assisted, spoken, order of letters, rate and
language. What is added goes in front, where an older code has zeros; so zero means as usual."""


def short_code(preferences: Preferences, language: str) -> str:
    """The same settings as eight signs, for example `0A4K 92XM`. The desktop's own colours count as usual ones."""
    theme = "standard" if preferences.theme in (SYSTEM, "evening") else preferences.theme
    values = (
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
    easy, keys, wide, volume, step, theme, assisted, spoken, order, rate, language = values
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
    )
    return Card(preferences, tag if is_offered(tag) else "")


def read_anything(typed: str, usual: Preferences) -> Card | None:
    """What a hand scanner or a person put into one field: a card's text, or its eight signs."""
    typed = typed.strip()
    return read_card(typed, usual) if typed.startswith("{") else read_code(typed)
