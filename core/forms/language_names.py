# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the language tag in the names that form authors give their translations."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from core.ids import Language

UNDETERMINED = Language("und")
"""BCP 47: the language is not known."""

_TAG_IN_NAME = re.compile(r"\(\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\s*\)\s*$")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3}))*")

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "default": "und",
        "english": "en",
        "arabic": "ar",
        "العربية": "ar",
        "chinese": "zh-Hans",
        "中文": "zh-Hans",
        "简体中文": "zh-Hans",
        "french": "fr",
        "français": "fr",
        "spanish": "es",
        "español": "es",
    }
)


def language_of(name: str) -> Language:
    """`English (en)` → `en`, `简体中文 (zh-Hans)` → `zh-Hans`, `fr` → `fr`; an unknown name stays what it is.

    The convention of a tag in brackets is XLSForm's. Case and separator are brought to BCP 47's form.
    """
    name = name.strip()
    match = _TAG_IN_NAME.search(name)
    if match is not None:
        return _in_form(match[1])
    known = _NAMES.get(name.lower())
    if known is not None:
        return Language(known)
    return _in_form(name) if _TAG.fullmatch(name) else Language(name)


def _in_form(tag: str) -> Language:
    first, *rest = tag.replace("_", "-").split("-")
    return Language(
        "-".join([first.lower(), *[part.title() if len(part) == 4 else part.upper() for part in rest]])
    )
