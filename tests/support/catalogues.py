# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the message files as they are written, for the checks over every sentence of the program."""

import string
from dataclasses import dataclass
from functools import cache

from i18n.compile import areas, key_of, read_area
from i18n.languages import LANGUAGES, language_info


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: its key, its forms (one unless it counts), and where it appears."""

    key: str
    area: str
    forms: tuple[str, ...]
    counts: bool
    comment: str

    @property
    def placeholders(self) -> frozenset[str]:
        return frozenset().union(*(placeholders(form) for form in self.forms))


def placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@cache
def entries(language: str) -> tuple[Entry, ...]:
    found = []
    for area in areas():
        for message in read_area(language_info(language), area):
            if not message.id:
                continue
            counts = not isinstance(message.id, str)
            strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
            forms = tuple(one or "" for one in strings)
            found.append(Entry(key_of(message), area, forms, counts, " ".join(message.auto_comments)))
    return tuple(found)


def by_key(language: str) -> dict[str, Entry]:
    return {entry.key: entry for entry in entries(language)}


PENDING: frozenset[str] = frozenset()
"""Languages whose translation is not whole yet. Empty when the program is handed over."""

WHOLE = tuple(info.tag for info in LANGUAGES if info.tag not in PENDING)
TRANSLATIONS = tuple(tag for tag in WHOLE if tag != "en")
"""Every whole language but the one the sentences are first written in."""
