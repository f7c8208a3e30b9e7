# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's own words in one language, found by key; a key that is missing is a bug and stops loudly."""

import gettext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from i18n.direction import within
from i18n.languages import is_offered, language_info, sentences_of

LOCALE: Final = Path(__file__).parent / "locale"
CATALOGUE: Final = "messages.mo"
"""All areas of one language, merged by `python -m i18n.compile`."""


MINUTES: Final = "cldr.minutes"
"""The key of "10 minutes", which comes from CLDR and not from a translator."""


class NotCompiledError(Exception):
    """The message catalogues were not compiled: `python -m i18n.compile` makes them."""


@dataclass(frozen=True, slots=True)
class Messages:
    """Every sentence of the program in `language`, the tag of a language that is offered."""

    language: str
    catalogue: gettext.NullTranslations

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

    def text(self, key: str, **values: str | int) -> str:
        """The sentence with its `{placeholders}` filled. KeyError for an unknown key or a missing value."""
        found = self.catalogue.gettext(key)
        if found == key:
            raise KeyError(key)
        return found.format_map(self._set(values)) if "{" in found else found

    def plural(self, key: str, n: int, **values: str | int) -> str:
        """The sentence in the form that the number `n` needs in this language; `{n}` is filled by itself."""
        found = self.catalogue.ngettext(key, key, n)
        if found == key:
            raise KeyError(key)
        return found.format_map({"n": str(n)} | self._set(values))

    def minutes(self, n: int) -> str:
        """A length of time: `10 minutes`."""
        return self.plural(MINUTES, n)

    def has(self, key: str) -> bool:
        """Whether the key exists, for keys that are made from data."""
        return self.catalogue.gettext(key) != key

    def _set(self, values: dict[str, str | int]) -> dict[str, str]:
        return {name: within(str(value), self.language) for name, value in values.items()}
