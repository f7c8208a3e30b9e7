# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns what is written into what is said: numbers sign by sign, dates in words, no marks for eyes only.

accessibility.md SPK-13: no markup, file name, raw date or long run of digits is ever spoken.
"""

import re
import unicodedata
from datetime import date

from i18n.direction import strip_controls
from i18n.formats import date_long

_ISOLATED_NUMBER = re.compile("\u2066([^\u2066-\u2069]*\\d[^\u2066-\u2069]*)\u2069")
_RAW_DATE = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_REFERENCE = re.compile(r"(?<![\w])(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{2,}(?![\w])")
_LONG_NUMBER = re.compile(r"(?<![\d.,])\+?\d{5,}(?![\d.,]*\d)")
_PHONE = re.compile(r"(?<![\d.,:])\+?\d{2,}(?:[ \u00a0]\d{2,})+(?![\d.,:])")
_FOR_EYES = re.compile(r"[\\<>{}\[\]|*~^`•●▪◦→←↑↓✓✔]|(?<=\s)#(?=\s)|_+")
_PAUSES = {" · ": ", ", " – ": ", ", " — ": ", ", "…": ". "}
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_DANGLING = re.compile(r"\s+([,.;:!?،؛؟。，；：！？])")


def sayable(text: str, language: str) -> str:
    """The text as a voice should say it in `language`. Line ends stay, as pauses."""
    said = unicodedata.normalize("NFC", text)
    said = _ISOLATED_NUMBER.sub(lambda found: spelled_out(found[1]), said)
    said = strip_controls(said).replace("\u00ad", "").replace("\u200b", "")
    said = _RAW_DATE.sub(lambda found: _in_words(found, language), said)
    said = _PHONE.sub(lambda found: spelled_out(found[0]), said)
    said = _REFERENCE.sub(lambda found: spelled_out(found[0]), said)
    said = _LONG_NUMBER.sub(lambda found: spelled_out(found[0]), said)
    for mark, pause in _PAUSES.items():
        said = said.replace(mark, pause)
    said = _FOR_EYES.sub(" ", said)
    said = re.sub(r"(?<=\D)/|/(?=\D)|(?<=\d)[–—](?=\d)", ", ", said)
    lines = (_DANGLING.sub(r"\1", _SPACES.sub(" ", line)).strip() for line in said.split("\n"))
    return "\n".join(line for line in lines if any(one.isalnum() for one in line))


def spelled_out(reference: str) -> str:
    """Sign by sign, with a pause where the writing has a space or a dash: `PA 26` → `P A, 2 6`.

    A time or an amount keeps its shape: it is said as a number, not sign by sign.
    """
    if re.fullmatch(r"\d{1,4}(?:[.,:]\d+)*|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?", reference):
        return reference
    groups = [group for group in re.split(r"[\s\u00a0\-–—/.]+", reference) if group]
    return ", ".join(" ".join(group) for group in groups)


def _in_words(found: re.Match[str], language: str) -> str:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return spelled_out(found[0])
    return date_long(day, language)
