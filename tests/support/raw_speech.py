# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What no voice may be given to say: the writing of machines and of tables (accessibility.md SPK-13)."""

import re
from typing import Final

from accessibility.speech.amounts import CURRENCY
from accessibility.speech.sink import Utterance

RAW: Final = {
    "a machine's date": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "a time of two bare numbers": re.compile(r"\d:\d\d"),
    "a currency's code": re.compile(rf"\d\s?(?:{CURRENCY})(?!\w)|(?<!\w)(?:{CURRENCY})\s?\d"),
    "a mark for eyes": re.compile(r"[_/\\<>{}|*~^`\u2066-\u2069\u00ad]"),
    "a size's sign": re.compile(r"\d\s?(?:kB|KB|MB|кБ|МБ)(?!\w)"),
}
GROUPS: Final = {"es": ".", "pt": ".", "vi": ".", "fr": " ", "ru": " ", "uk": " "}
"""What sets thousands apart in a language; a comma in every other."""
LONG: Final = re.compile(r"\d{5,}")
SET_APART: Final = re.compile(r"\d[.,\u00a0\u202f]\d{3}")


def raw_writing(said: Utterance) -> list[str]:
    """What of it is written for machines. A long number is one only where it was no amount with its thousands apart."""
    found = [f"{what}: {said.text!r}" for what, pattern in RAW.items() if pattern.search(said.text)]
    apart = re.escape(GROUPS.get(said.language, ","))
    if re.search(rf"(?<![\d.,])[1-9]\d{{0,2}}(?:{apart}\d{{3}})+(?!\d)", said.text):
        found.append(f"thousands set apart: {said.text!r}")
    if LONG.search(said.text) and not SET_APART.search(said.written):
        found.append(f"a long number in one go: {said.text!r}")
    return found
