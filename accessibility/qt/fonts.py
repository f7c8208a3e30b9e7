# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chooses the font families of a language, so that every letter comes from Noto Sans and none is guessed."""

from typing import Final, assert_never

from PySide6.QtGui import QFont, QFontDatabase

from accessibility.sizes import Sizes
from accessibility.tokens import Role
from i18n.languages import Script, language_info

LATIN: Final = "Noto Sans"
ARABIC: Final = "Noto Sans Arabic"
DEVANAGARI: Final = "Noto Sans Devanagari"
CHINESE: Final = "Noto Sans CJK SC"
BY_LANGUAGE: Final = {
    "zh-Hant": "Noto Sans CJK TC",
    "ja": "Noto Sans CJK JP",
    "ko": "Noto Sans CJK KR",
}
"""Han letters are drawn differently in each of these; every other language gets the simplified ones."""

FAMILIES: Final = (LATIN, ARABIC, DEVANAGARI, CHINESE, *BY_LANGUAGE.values())

WIDE_LETTERS: Final = 0.12
WIDE_WORDS: Final = 0.16
"""What is added between letters and between words, of the letters' size (WCAG 1.4.12)."""

SPACED_LETTERS: Final = (Script.LATIN, Script.CJK)
"""Scripts whose letters stand alone. Joined letters would be torn, which WCAG 1.4.12 excepts."""


def families(language: str) -> list[str]:
    """Families in the order in which letters of a text in this language are looked for."""
    info = language_info(language)
    if info.font:
        return [info.font, *(family for family in _usual(info.script, _han(language)) if family != info.font)]
    return _usual(info.script, _han(language))


def _usual(script: Script, han: str) -> list[str]:
    match script:
        case Script.LATIN:
            return [LATIN, ARABIC, DEVANAGARI, han]
        case Script.ARABIC:
            return [ARABIC, LATIN, DEVANAGARI, han]
        case Script.DEVANAGARI:
            return [DEVANAGARI, LATIN, ARABIC, han]
        case Script.CJK:
            # Its own family first: quotation marks and dots are as wide as letters in Chinese.
            return [han, LATIN, ARABIC, DEVANAGARI]
        case _:
            assert_never(script)


def _han(language: str) -> str:
    """The family whose Han letters this language's readers learned: for `ja-JP` that of `ja`."""
    parts = language.split("-")
    known = (BY_LANGUAGE.get("-".join(parts[:count])) for count in range(len(parts), 0, -1))
    return next((family for family in known if family), CHINESE)


def missing_families() -> tuple[str, ...]:
    """The families of the look that this computer lacks; empty when every language can be drawn."""
    found = set(QFontDatabase.families())
    return tuple(family for family in FAMILIES if family not in found)


def font(sizes: Sizes, role: Role, language: str) -> QFont:
    """The font of a rank of text in a language."""
    made = QFont()
    made.setFamilies(families(language))
    made.setPixelSize(max(1, round(sizes.em(role, language_info(language).script))))
    made.setBold(sizes.tokens.roles[role].bold)
    if sizes.wide:
        if language_info(language).script in SPACED_LETTERS:
            made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, WIDE_LETTERS * made.pixelSize())
        made.setWordSpacing(WIDE_WORDS * made.pixelSize())
    # Kiosk glass has no sub-pixels to align to; letters keep the shapes that people learned.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
