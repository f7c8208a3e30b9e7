# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every sentence of every language: `python -m i18n.check`, one line for each finding, exit status 1 for any.

It looks at what a machine can know: what is missing, empty, left over or out of date, whether placeholders and plural
forms are right, whether a sentence would not fit, would be misread, or says what the program never says, whether it
names buttons as they are named, and whether there is one word for one thing.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.plurals import get_plural

from i18n.compile import SOURCE, CatalogueError
from i18n.entries import Entry, read_entries
from i18n.extract import uses
from i18n.languages import LANGUAGES, LanguageInfo, language_info
from i18n.messages import LOCALE
from i18n.named_controls import misnamed, named
from i18n.sentence import amiss, unlike
from i18n.terms import GlossaryError, against_glossary, glossary


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with one sentence. `place` is the language and area."""

    place: str
    key: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.key}: {self.what}"


def against(entries: Iterable[Entry], english: Mapping[str, Entry], info: LanguageInfo) -> Iterator[Finding]:
    """What is wrong with sentences that exist, each by itself and beside English."""
    forms = get_plural(info.locale or info.folder).num_plurals
    for entry in entries:
        place = f"{info.tag}/{entry.area}"
        if entry.fuzzy:
            yield Finding(place, entry.key, "is marked as fuzzy: look at it, then take the mark away")
        if not all(form.strip() for form in entry.forms):
            yield Finding(place, entry.key, "is empty")
            continue
        if entry.counts and len(entry.forms) != forms:
            yield Finding(place, entry.key, f"has {len(entry.forms)} plural forms, not {forms}")
        for what in amiss(entry, info.tag):
            yield Finding(place, entry.key, what)
        if (original := english.get(entry.key)) is None:
            yield Finding(place, entry.key, "is no key of English")
        elif original is not entry:
            for what in unlike(entry, original):
                yield Finding(place, entry.key, what)


def of_language(info: LanguageInfo, english: Mapping[str, Entry], root: Path = LOCALE) -> Iterator[Finding]:
    """What is wrong with one of the program's own languages, which have to be whole."""
    try:
        entries = read_entries(info, root)
    except CatalogueError as problem:
        yield Finding(info.tag, "-", str(problem))
        return
    for key, number in Counter(entry.key for entry in entries).items():
        if number > 1:
            yield Finding(info.tag, key, f"stands {number} times")
    present = {entry.key for entry in entries}
    for key, entry in english.items():
        if key not in present:
            yield Finding(f"{info.tag}/{entry.area}", key, "is missing")
    yield from against(entries, english, info)


def of_words(info: LanguageInfo, english: Mapping[str, Entry], root: Path = LOCALE) -> Iterator[Finding]:
    """Where a language calls one thing by two names: buttons, and the terms of its glossary."""
    try:
        own = {entry.key: entry for entry in read_entries(info, root)}
        first = glossary(language_info(SOURCE))
        words = first if info.tag == SOURCE else glossary(info)
    except CatalogueError:
        return
    except GlossaryError as problem:
        yield Finding(info.tag, "-", str(problem))
        return
    for key, controls in named(english).items():
        if key in own:
            for what in misnamed(own[key], controls, own, info.tag):
                yield Finding(f"{info.tag}/{own[key].area}", key, what)
    for key, what in against_glossary(own, words, first, english):
        yield Finding(f"{info.tag}/{own[key].area if key in own else 'glossary'}", key, what)


def of_code(english: Mapping[str, Entry], root: Path) -> Iterator[Finding]:
    """Where the code and the English sentences have gone apart."""
    found = uses(root)
    for key, place in found.missing(english).items():
        yield Finding(f"{place.file}:{place.line}", key, "is in the code and in no catalogue")
    for key in sorted(found.unused(english)):
        yield Finding(f"{SOURCE}/{english[key].area}", key, "is in the catalogue and not in the code")


def findings(root: Path = LOCALE, program: Path | None = None) -> tuple[Finding, ...]:
    """Everything that is wrong. Without `program`, the code is not looked at."""
    try:
        english = {entry.key: entry for entry in read_entries(language_info(SOURCE), root)}
    except CatalogueError as problem:
        return (Finding(SOURCE, "-", str(problem)),)
    found = list(of_code(english, program)) if program is not None else []
    for info in LANGUAGES:
        found += of_language(info, english, root)
        found += of_words(info, english, root)
    return tuple(found)


def main() -> int:
    """Print a line for each finding. Returns the exit status."""
    from i18n.extract import PROGRAM

    found = findings(program=PROGRAM)
    for one in found:
        sys.stdout.write(f"{one}\n")
    sys.stdout.write(f"{len(LANGUAGES)} languages, {len(found)} findings\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
