# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a sentence may be, in each language (UND-02), for the program's own words and for those that come along."""

import re

from i18n.plain_words import CJK

WORDS = 20
CHARACTERS = {"zh-Hans": 25, "zh-Hant": 25, "ja": 40}
"""Of a sentence. What Chinese says in a sign takes Japanese more: its own rule is a clause of 25."""

SHOUTING = re.compile(r"[!！¡]")
ENDS = re.compile(r"(?<=[.?؟।])\s+|[。？]")
"""A colon ends no sentence: what stands before an example and the example are read in one breath."""

FILLED = re.compile(r"\$?\{\w+\}")
SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[A-Za-z0-9]+")
"""A number or a Latin word in a Chinese or Japanese sentence is read at one glance, as a sign is."""


def too_long(text: str, language: str) -> list[str]:
    """The sentences of a text that are longer than may be, each filled in by one word."""
    cjk = language in CJK
    most = CHARACTERS[language] if cjk else WORDS
    sentences = ENDS.split(FILLED.sub("某" if cjk else "X", text))
    return [one for one in sentences if len(SIGNS.findall(one) if cjk else one.split()) > most]
