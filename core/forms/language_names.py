# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the language tag in the names that form authors give their translations."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.ids import Language

UNDETERMINED = Language("und")
"""BCP 47: the language is not known."""

_TAG_IN_NAME = re.compile(r"\(\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\s*\)\s*$")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3}))*")

_WRITTEN: Final[Mapping[str, str]] = {
    "und": "default",
    "en": "english",
    "ar": "arabic العربية",
    "es": "spanish español espanol castellano",
    "fa": "persian farsi فارسی",
    "fr": "french français francais",
    "hi": "hindi हिन्दी हिंदी",
    "ja": "japanese 日本語",
    "ko": "korean 한국어",
    "pt": "portuguese português portugues",
    "ru": "russian русский",
    "uk": "ukrainian українська",
    "vi": "vietnamese tiếng_việt",
    "zh-Hans": "chinese 中文 简体中文 simplified_chinese chinese_(simplified)",
    "zh-Hant": "traditional_chinese chinese_(traditional) 繁體中文 正體中文",
    "am": "amharic አማርኛ",
    "bn": "bengali bangla বাংলা",
    "cs": "czech čeština",
    "da": "danish dansk",
    "de": "german deutsch",
    "el": "greek ελληνικά",
    "fi": "finnish suomi",
    "fil": "filipino tagalog",
    "ha": "hausa",
    "ht": "haitian_creole kreyòl_ayisyen kreyòl",
    "hu": "hungarian magyar",
    "id": "indonesian bahasa_indonesia",
    "it": "italian italiano",
    "my": "burmese မြန်မာ",
    "nb": "norwegian norsk bokmål",
    "ne": "nepali नेपाली",
    "nl": "dutch nederlands",
    "nn": "nynorsk",
    "pl": "polish polski",
    "ps": "pashto پښتو",
    "ro": "romanian română",
    "so": "somali soomaali",
    "sv": "swedish svenska",
    "sw": "swahili kiswahili",
    "ta": "tamil தமிழ்",
    "th": "thai ไทย",
    "tr": "turkish türkçe",
    "ur": "urdu اردو",
}
"""The languages of this program, then others, as authors of forms write their names: in English, or in themselves."""

_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {name.replace("_", " "): tag for tag, names in _WRITTEN.items() for name in names.split()}
)


def language_of(name: str) -> Language:
    """`English (en)` → `en`, `简体中文 (zh-Hans)` → `zh-Hans`, `fr` → `fr`; an unknown name stays what it is.

    The convention of a tag in brackets is XLSForm's. Case and separator are brought to BCP 47's form.
    """
    name = name.strip()
    match = _TAG_IN_NAME.search(name)
    if match is not None:
        return _in_form(match[1])
    known = _NAMES.get(unicodedata.normalize("NFC", name).lower())
    if known is not None:
        return Language(known)
    return _in_form(name) if _TAG.fullmatch(name) else Language(name)


def _in_form(tag: str) -> Language:
    first, *rest = tag.replace("_", "-").split("-")
    return Language(
        "-".join([first.lower(), *[part.title() if len(part) == 4 else part.upper() for part in rest]])
    )
