# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that come in several languages, and the choice of the one to show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.ids import Language

FALLBACK: Language = Language("en")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text together with the language it is really in, so that it is set and spoken rightly."""

    text: str
    language: Language


def is_in(language: Language, wanted: Language) -> bool:
    """Whether who asked for `wanted` is served by a text in `language`: regions do not matter, scripts do.

    Scripts are the second subtag of four letters (RFC 5646 section 2.2.3). A text without a language (`und`) is
    taken for what was asked for, as nothing is known of it.
    """
    if language in (wanted, "und", ""):
        return True
    one, two = language.lower().split("-"), wanted.lower().split("-")
    scripts = [parts[1] for parts in (one, two) if len(parts) > 1 and len(parts[1]) == 4]
    return one[0] == two[0] and len(set(scripts)) < 2


@dataclass(frozen=True, slots=True)
class LocalisedText:
    """One text in the languages its author gave (RDF language-tagged literals, XForms itext).

    `versions` keeps the author's order. A version without a language has the tag `und`.
    """

    versions: tuple[Phrase, ...] = field(default=())

    @classmethod
    def of(cls, versions: Mapping[str, str] | Iterable[tuple[str, str]]) -> "LocalisedText":
        """Make one from language → text."""
        pairs = versions.items() if isinstance(versions, Mapping) else versions
        return cls(tuple(Phrase(text, Language(language)) for language, text in pairs))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages there are, in the author's order."""
        return tuple(version.language for version in self.versions)

    def best(self, language: Language) -> Phrase:
        """The version to show: the language itself, its base, another of the same base, English, the first.

        The order follows RFC 4647 section 3.4 (lookup), then falls back rather than showing nothing.
        An empty text gives an empty phrase in the language asked for.
        """
        base = language.split("-", 1)[0]
        for wanted in (language, base):
            for version in self.versions:
                if version.language == wanted and version.text:
                    return version
        for version in self.versions:
            if version.language.split("-", 1)[0] == base and version.text:
                return version
        for wanted in (FALLBACK, Language("und")):
            for version in self.versions:
                if version.language == wanted and version.text:
                    return version
        return next((version for version in self.versions if version.text), Phrase("", language))

    def __bool__(self) -> bool:
        return any(version.text for version in self.versions)
