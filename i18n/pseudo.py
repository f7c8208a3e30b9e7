# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two languages that nobody speaks, made from the English sentences, to try layouts with; no profile can offer them.

`en-XA` is 40 % longer and full of accents, `ar-XB` runs from right to left (the pseudo-locales of CLDR).
"""

import gettext
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from i18n.languages import Direction, LanguageInfo, Script, offer, withdraw
from i18n.messages import Messages

LONG: Final = LanguageInfo("en-XA", "Éñglíšh, lóñgér", Direction.LEFT_TO_RIGHT, Script.LATIN, "en_GB")
MIRRORED: Final = LanguageInfo("ar-XB", "ازهكنقسح", Direction.RIGHT_TO_LEFT, Script.ARABIC, "ar")
TAGS: Final = (LONG.tag, MIRRORED.tag)
LONGER: Final = 0.4
"""How much longer than English a translation may well be."""

_PLACEHOLDER = re.compile(r"(\{[^}]*\})")
_ACCENTED = str.maketrans("aeiouAEIOUcnsyzgltrdCNSYZGLTRD", "áéíóúÁÉÍÓÚçñšýžğľťřďÇÑŠÝŽĞĽŤŘĎ")
_MIRRORED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ?,;",
    "ابجدهوزحطيكلمنسعفصقرشتثخذضابجدهوزحطيكلمنسعفصقرشتثخذض؟،؛",
)
_PADDING = "lórem ipsůnt dólořem "


def longer(text: str) -> str:
    """The text with accents and 40 % more letters, in words of a likely length, placeholders kept."""
    accented = _outside_placeholders(text, _ACCENTED)
    wanted = round(len(text) * LONGER)
    if wanted < 2:
        return accented
    return f"{accented} {(_PADDING * (wanted // len(_PADDING) + 1))[: wanted - 1].strip()}"


def right_to_left(text: str) -> str:
    """The text in Arabic letters that mean nothing, placeholders kept."""
    return _outside_placeholders(text, _MIRRORED)


def _outside_placeholders(text: str, letters: dict[int, int]) -> str:
    return "".join(
        part if part.startswith("{") else part.translate(letters) for part in _PLACEHOLDER.split(text)
    )


class _Changed(gettext.NullTranslations):
    """English, with every sentence changed; a key that English lacks stays a key, as in a real catalogue."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._english = Messages.load("en").catalogue
        self._change = change

    def gettext(self, message: str) -> str:
        found = self._english.gettext(message)
        return found if found == message else self._change(found)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        found = self._english.ngettext(msgid1, msgid2, n)
        return found if found == msgid1 else self._change(found)


def pseudo_long() -> Messages:
    """The program's words as `en-XA`, for pages that are otherwise in English."""
    return Messages("en", _Changed(longer))


def pseudo_right_to_left() -> Messages:
    """The program's words as `ar-XB`, for pages that are otherwise in Arabic."""
    return Messages("ar", _Changed(right_to_left))


@contextmanager
def pseudo_languages() -> Iterator[None]:
    """Both languages can be chosen like any other while this lasts: in tests, and for pictures of the screens."""
    offer(LONG, lambda: _Changed(longer))
    offer(MIRRORED, lambda: _Changed(right_to_left))
    try:
        yield
    finally:
        for tag in TAGS:
            withdraw(tag)
