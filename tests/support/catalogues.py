# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The message files as they are written, read once, for the checks over every sentence of the program."""

from functools import cache

from i18n.entries import Entry, placeholders, read_entries
from i18n.languages import LANGUAGES, language_info

__all__ = ["PENDING", "TRANSLATIONS", "WHOLE", "Entry", "by_key", "entries", "placeholders"]


@cache
def entries(language: str) -> tuple[Entry, ...]:
    return read_entries(language_info(language))


def by_key(language: str) -> dict[str, Entry]:
    return {entry.key: entry for entry in entries(language)}


PENDING: frozenset[str] = frozenset()
"""Languages whose translation is not whole yet. Empty when the program is handed over."""

WHOLE = tuple(info.tag for info in LANGUAGES if info.tag not in PENDING)
TRANSLATIONS = tuple(tag for tag in WHOLE if tag != "en")
"""Every whole language but the one the sentences are first written in."""
