# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's own words in one language, found by key; a key that is missing is a bug and stops loudly."""

import gettext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from i18n.direction import isolate, within
from i18n.languages import is_offered, language_info, sentences_of

LOCALE: Final = Path(__file__).parent / "locale"
CATALOGUE: Final = "messages.mo"
"""All areas of one language, merged by `python -m i18n.compile`."""

MINUTES: Final = "cldr.minutes"
DAYS: Final = "cldr.days"
"""The keys of "10 minutes" and "30 days", which come from CLDR and not from a translator."""


class Borrowed(str):
    """A sentence in English, because the language that was asked for lacks it.

    It is set and spoken as English wherever it is shown, and isolated where pages run the other way.
    """

    __slots__ = ()

    @property
    def language(self) -> str:
        """What it is in."""
        return "en"


def language_of(text: str, language: str) -> str:
    """The language a text of ours is in: the one that was asked for, or English where that lacks it."""
    return text.language if isinstance(text, Borrowed) else language


class NotCompiledError(Exception):
    """The message catalogues were not compiled: `python -m i18n.compile` makes them."""


@dataclass(frozen=True, slots=True)
class Messages:
    """Every sentence of the program in `language`, the tag of a language that is offered.

    `easy` takes the easier words of a sentence where there are some, and else the usual ones.
    """

    language: str
    catalogue: gettext.NullTranslations
    easy: bool = False

    @classmethod
    def load(cls, language: str) -> "Messages":
        """Read one language. KeyError for one that is not offered; `NotCompiledError` without its file."""
        if not is_offered(language):
            raise KeyError(language)
        if added := sentences_of(language):
            return cls(language, added())
        path = LOCALE / language_info(language).folder / "LC_MESSAGES" / CATALOGUE
        try:
            with path.open("rb") as file:
                return cls(language, gettext.GNUTranslations(file))
        except FileNotFoundError:
            raise NotCompiledError(f"no {CATALOGUE} for {language}: run `python -m i18n.compile`") from None

    def in_words(self, *, easy: bool) -> "Messages":
        """The same sentences in easier words, or in the usual ones."""
        return self if easy is self.easy else replace(self, easy=easy)

    def text(self, key: str, **values: str | int) -> str:
        """The sentence with its `{placeholders}` filled. KeyError for an unknown key or a missing value."""
        found = self.catalogue.gettext(key)
        if found == key:
            raise KeyError(key)
        if self.easy and self.has(f"easy.{key}"):
            easier = self.catalogue.gettext(f"easy.{key}")
            # One's own language in usual words is easier than English.
            found = found if isinstance(easier, Borrowed) else easier
        if isinstance(found, Borrowed):
            return self._borrow(found, values)
        return found.format_map(self._set(values)) if "{" in found else found

    def plural(self, key: str, n: int, **values: str | int) -> str:
        """The sentence in the form that the number `n` needs in this language; `{n}` is filled by itself."""
        found = self.catalogue.ngettext(key, key, n)
        if found == key:
            raise KeyError(key)
        if isinstance(found, Borrowed):
            return self._borrow(found, {"n": n, **values})
        return found.format_map({"n": str(n)} | self._set(values))

    def minutes(self, n: int) -> str:
        """A length of time: `10 minutes`."""
        return self.plural(MINUTES, n)

    def days(self, n: int) -> str:
        """A length of time: `30 days`."""
        return self.plural(DAYS, n)

    def has(self, key: str) -> bool:
        """Whether the key exists, for keys that are made from data."""
        # What has plural forms only is found as a plural alone by the gettext of Python 3.11.2, which Debian 12 has.
        return self.catalogue.gettext(key) != key or self.catalogue.ngettext(key, key, 1) != key

    def _borrow(self, found: Borrowed, values: dict[str, str | int]) -> Borrowed:
        filled = found.format_map(
            {name: within(str(value), found.language) for name, value in values.items()}
        )
        right_to_left = language_info(self.language).is_right_to_left
        return Borrowed(isolate(filled, found.language) if right_to_left else filled)

    def _set(self, values: dict[str, str | int]) -> dict[str, str]:
        return {name: within(str(value), self.language) for name, value in values.items()}
