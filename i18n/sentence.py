# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with one sentence, by itself and beside the English one that it translates."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from i18n.entries import Entry, placeholders
from i18n.plain_words import BANNED

FOR_STAFF: Final = frozenset({"command"})
"""Areas whose readers are staff at a command line: they may be told of files and failures."""

LONGEST: Final = ((5, 4.0), (10, 3.0), (20, 2.6), (30, 2.0), (50, 1.8), (70, 1.6), (10_000, 1.5))
"""(columns of English, how many times as wide a translation may be): a short word may well be one long word elsewhere,
a long sentence may not."""

_JOINERS: Final = frozenset({"\u00ad", "\u200b", "\u200c", "\u200d"})
"""Letters are shaped, and words broken, by these; everything else that is invisible does not belong into a sentence."""

_MNEMONIC = re.compile(r"&(?!\s|$)")
_COUNT: Final = "n"


def columns(text: str) -> int:
    """How wide a text is: a Chinese, Japanese or Korean letter as two Latin ones, a mark on a letter as nothing."""
    return sum(
        2
        if unicodedata.east_asian_width(one) in "WF"
        else 0
        if unicodedata.category(one) in ("Mn", "Me", "Cf")
        else 1
        for one in text
    )


def amiss(entry: Entry, language: str) -> Iterator[str]:
    """What is wrong with a sentence whatever it translates."""
    banned = BANNED.get(language) if entry.area not in FOR_STAFF else None
    for form in entry.forms:
        try:
            placeholders(form)
        except ValueError as problem:
            yield f"has braces that do not match: {problem}"
        if hidden := [one for one in form if unicodedata.category(one)[0] == "C" and one not in _JOINERS]:
            names = ", ".join(unicodedata.name(one, f"U+{ord(one):04X}") for one in hidden[:3])
            yield f"has an invisible control in it: {names}"
        if _MNEMONIC.search(form):
            yield "has a mnemonic mark (&) in it: nothing here is pressed with Alt and a letter"
        if form != form.strip() or "  " in form:
            yield "has a space too many"
        if banned and (word := re.search(banned, form, re.IGNORECASE)):
            yield f"says {word[0]!r}, which the program never says"


def unlike(entry: Entry, english: Entry) -> Iterator[str]:
    """What is wrong with a sentence beside the English one."""
    if entry.counts != english.counts:
        yield "counts, and English does not" if entry.counts else "does not count, and English does"
        return
    try:
        yield from _placeholders(entry, english)
    except ValueError:
        return
    room = max(columns(form) for form in english.forms)
    share = next(share for most, share in LONGEST if room <= most)
    wide = max(columns(form) for form in entry.forms)
    if wide > room * share:
        yield f"is {wide} columns wide, and English {room}: at most {share:g} times as wide"


def _placeholders(entry: Entry, english: Entry) -> Iterator[str]:
    wanted = english.placeholders
    for form in entry.forms:
        # A count may be said as a word (one, two); nothing else may be lost in any form.
        free = {_COUNT} if entry.counts else set()
        if placeholders(form) | free != wanted | free:
            said = ", ".join(sorted(placeholders(form))) or "none"
            yield f"has the placeholders {said}, and English {', '.join(sorted(wanted)) or 'none'}"
