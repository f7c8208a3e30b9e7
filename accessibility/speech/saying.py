# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns what is written into what is said: numbers sign by sign, dates in words, no marks for eyes only.

accessibility.md SPK-13: no markup, file name, raw date or long run of digits is ever spoken.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from accessibility.speech.amounts import amount_rules
from accessibility.speech.clock import TIME, time_said
from accessibility.speech.counting import counted
from accessibility.speech.days import RAW, raw_date_said, written_dates_said
from accessibility.speech.names import names_said
from accessibility.speech.signs import (
    JOINED_REFERENCE,
    LONG_NUMBER,
    PHONE,
    REFERENCE,
    keeps_its_shape,
    spelled_out,
)
from i18n.direction import strip_controls

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], str], str | None]]
"""What to look for, and what says it in a language; None leaves what was found to the rules after it."""

_ISOLATED_NUMBER = re.compile("\u2066([^\u2066-\u2069]*\\d[^\u2066-\u2069]*)\u2069")
_FOR_EYES = re.compile(r"[\\<>{}\[\]|*~^`·•●▪◦→←↑↓✓✔]|(?<=\s)#(?=\s)|_+")
_PAUSES = {" · ": ", ", " – ": ", ", " — ": ", ", "…": ". "}
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_DANGLING = re.compile(r"\s+([,.;:!?،؛؟。，；：！？])")


def sayable(text: str, language: str) -> str:
    """The text as a voice should say it in `language`. Line ends stay, as pauses."""
    said = _by_rules(unicodedata.normalize("NFC", text), language)
    for mark, pause in _PAUSES.items():
        said = said.replace(mark, pause)
    said = _FOR_EYES.sub(" ", said)
    said = re.sub(r"(?<=\D)/|/(?=\D)|(?<=\w)[–—](?=\w)", ", ", said)
    said = names_said(counted(said, language))
    lines = (_DANGLING.sub(r"\1", _SPACES.sub(" ", line)).strip() for line in said.split("\n"))
    return "\n".join(line for line in lines if any(one.isalnum() for one in line))


def _by_rules(text: str, language: str) -> str:
    """What one rule has said no other looks at: digits that were put in order would be taken for a long number."""
    pieces = [(text, False)]
    for number, (pattern, say) in enumerate(_rules(language)):
        pieces = [piece for whole in pieces for piece in _split(*whole, pattern, say, language)]
        if number == 0:
            # Only the first rule needs to know what was set apart.
            pieces = [(_without_controls(words), said) for words, said in pieces]
    return "".join(words for words, _ in pieces)


def _split(
    text: str,
    said: bool,
    pattern: re.Pattern[str],
    say: Callable[[re.Match[str], str], str | None],
    language: str,
) -> Iterable[tuple[str, bool]]:
    if said:
        yield text, True
        return
    end = 0
    for found in pattern.finditer(text):
        words = say(found, language)
        if words is None:
            continue
        yield text[end : found.start()], False
        yield words, True
        end = found.end()
    yield text[end:], False


def _rules(language: str) -> tuple[Rule, ...]:
    return (
        (_ISOLATED_NUMBER, _isolated),
        (RAW, raw_date_said),
        *amount_rules(language),
        (TIME, _time),
        (PHONE, _phone),
        (JOINED_REFERENCE, _sign_by_sign),
        (REFERENCE, _sign_by_sign),
        (LONG_NUMBER, _sign_by_sign),
        (re.compile(r"(?s).+"), _dates),
    )


def _without_controls(text: str) -> str:
    return strip_controls(text).replace("\u00ad", "").replace("\u200b", "")


def _isolated(found: re.Match[str], language: str) -> str | None:
    return None if keeps_its_shape(found[1]) else spelled_out(found[1], language)


def _time(found: re.Match[str], language: str) -> str | None:
    return time_said(int(found[1]), int(found[2]), language)


def _phone(found: re.Match[str], language: str) -> str | None:
    return spelled_out(found[0], language)


def _sign_by_sign(found: re.Match[str], language: str) -> str:
    return spelled_out(found[0], language)


def _dates(found: re.Match[str], language: str) -> str:
    return written_dates_said(found[0], language)
