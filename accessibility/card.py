# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's settings to take along: a small text for a code to scan or a file (`card_code` has them to type).

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

from accessibility.preferences import SPEECH_RATES, VOLUMES, Preferences
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
OWN_TERM: Final = "civickiosk"
"""What has no common term, a letter each: letters in alphabetical order, easy words, low reach."""

LETTERS, EASY, LOW = "a", "e", "l"
FORMER_TERMS: Final = MappingProxyType({LETTERS: "civickiosk/abc", EASY: "civickiosk/easy"})
"""The same on cards that were printed before."""
LOUDNESS: Final = (0.1, 0.3, 0.5, 0.7, 0.9)
"""`volume` of the five steps, quietest first."""

WIDE_SPACE: Final = 0.12
"""`characterSpace` of text that is set apart, in the size of its letters; half of it counts as wide."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a person brought. `language` is empty when they brought none that is spoken here."""

    preferences: Preferences
    language: str


def write_card(preferences: Preferences, language: str, usual: Preferences) -> str:
    """The settings that differ from the usual ones, as compact JSON of at most 300 bytes.

    Where this machine's `usual` ones are otherwise, what a person took back to no more than everywhere is said too.
    """
    terms: dict[str, Any] = {"auditoryOutLanguage": language, "fontSize": POINTS[preferences.text_step - 1]}
    if contrast := CONTRASTS.get(preferences.theme):
        terms["highContrast/enabled"] = True
        terms["highContrastTheme"] = contrast
    elif preferences.theme == "standard":
        terms["highContrast/enabled"] = False
    if preferences.assisted or usual.assisted:
        terms["simplifiedUi/enabled"] = preferences.assisted
    if preferences.spoken:
        terms["selfVoicing/enabled"] = True
    if preferences.speech_rate or usual.speech_rate:
        terms["speechRate"] = WORDS_A_MINUTE[preferences.speech_rate - SPEECH_RATES[0]]
    if preferences.volume or usual.volume:
        terms["volume"] = LOUDNESS[preferences.volume - VOLUMES[0]]
    if preferences.wide_spacing:
        terms["characterSpace"] = WIDE_SPACE
    if preferences.large_keys:
        terms["inputsLarger/enabled"] = True
    own = {
        LETTERS: preferences.keyboard_order != "local",
        EASY: preferences.easy_words,
        LOW: preferences.low_reach,
    }
    if any(own.values()):
        terms[OWN_TERM] = "".join(letter for letter, wished in own.items() if wished)
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
    alphabetical = _own(terms, LETTERS, usual.keyboard_order == "alphabetical")
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
        easy_words=_own(terms, EASY, usual.easy_words),
        low_reach=_own(terms, LOW, usual.low_reach),
        hands=usual.hands,
    )


def _own(terms: Mapping[str, Any], letter: str, usual: bool) -> bool:
    asked = terms.get(OWN_TERM)
    if isinstance(asked, str) and letter in asked:
        return True
    return _yes(terms.get(FORMER_TERMS.get(letter, "")), usual)


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
