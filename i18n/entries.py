# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of a language as their files have them, for tools that check and for people who translate."""

import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from i18n.compile import areas, key_of, read_area
from i18n.languages import LanguageInfo
from i18n.messages import LOCALE


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: its key, its forms (one unless it counts), and where it appears."""

    key: str
    area: str
    forms: tuple[str, ...]
    counts: bool
    comment: str
    fuzzy: bool = False

    @property
    def placeholders(self) -> frozenset[str]:
        """The names in braces of all forms. ValueError when the braces do not match."""
        return frozenset().union(*(placeholders(form) for form in self.forms))


def placeholders(text: str) -> frozenset[str]:
    """The names in braces. ValueError when the braces do not match."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def entry_of(message: Message, area: str) -> Entry:
    """A message of Babel as an entry of ours."""
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return Entry(
        key_of(message),
        area,
        tuple(one or "" for one in strings),
        not isinstance(message.id, str),
        " ".join(message.auto_comments),
        message.fuzzy,
    )


def entries_of(catalogue: Catalog, area: str) -> Iterator[Entry]:
    """Every sentence of one catalogue, in its order."""
    return (entry_of(message, area) for message in catalogue if message.id)


def read_entries(info: LanguageInfo, root: Path = LOCALE) -> tuple[Entry, ...]:
    """Every sentence of a language, area by area. `CatalogueError` for a damaged file."""
    return tuple(one for area in areas(root) for one in entries_of(read_area(info, area, root), area))
