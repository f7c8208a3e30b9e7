# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of made-up forms, in the four languages that the made-up town writes."""

from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

LANGUAGES: Final = ("en", "es", "ar", "zh-Hans")

NO_MEDIA: Final[Mapping[str, str]] = {}

Four = tuple[str, str, str, str]
"""A text in each of these languages."""


def itext(words: Mapping[str, Four], media: Mapping[str, str] = NO_MEDIA) -> str:
    """The translations of an XForm (ODK XForms, `itext`): for each key its words in these languages.

    `media` has further values for some of the keys, the same in each language.
    """
    return "".join(
        f"<translation lang={quoteattr(language)}>"
        + "".join(
            f"<text id={quoteattr(key)}><value>{escape(four[place])}</value>{media.get(key, '')}</text>"
            for key, four in words.items()
        )
        + "</translation>"
        for place, language in enumerate(LANGUAGES)
    )
