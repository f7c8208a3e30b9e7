# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a catalogue searchable: one row for each service and language, in a full-text index of SQLite (FTS5).

The rows of a language lie together, short names first: where very many match, FTS5 is stopped early and gives
the plainest services instead of ranking all (ranking 15,000 rows for one letter outlasts the keystroke).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import apsw

from core.catalogue import Catalogue, PublicService
from core.ids import Language, ServiceId
from core.text import LocalisedText
from offline_cache.words import Run, index_words, plain_word, runs

ROWS_FOR_A_LANGUAGE = 1 << 24


@dataclass(frozen=True, slots=True)
class Entry:
    """One service in one language. `name` is what ranking compares; the others are the index's columns."""

    service: ServiceId
    name: str
    start_words: str
    name_words: str
    keyword_words: str
    description_words: str


@dataclass(frozen=True, slots=True)
class Index:
    """All that will be written: language → entries in their order, and how many services hold each word."""

    entries: Mapping[Language, tuple[Entry, ...]]
    vocabulary: Mapping[Language, Mapping[str, int]]


@dataclass(slots=True)
class _WordMaker:
    """Remembers what it has made of a text in one language: names of agencies come again and again."""

    language: Language
    made: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def words(self, text: str) -> tuple[str, ...]:
        if text not in self.made:
            self.made[text] = self._make(text)
        return self.made[text]

    def _make(self, text: str) -> tuple[str, ...]:
        found: list[str] = []
        for part in text.split():
            if part not in self.made:
                self.made[part] = tuple(
                    word for run in runs(part) for word in index_words(run, self.language)
                )
            found += self.made[part]
        return tuple(dict.fromkeys(found))


def make_index(catalogue: Catalogue) -> Index:
    """Cut the catalogue's texts into words. Takes time but no lock: about a second for 8,000 texts."""
    entries: dict[Language, tuple[Entry, ...]] = {}
    vocabulary: dict[Language, Mapping[str, int]] = {}
    for language in _languages(catalogue):
        maker = _WordMaker(language)
        found: list[Entry] = []
        counts: Counter[str] = Counter()
        for service in catalogue.services.values():
            entry = _entry(catalogue, service, language, maker)
            if entry is not None:
                found.append(entry)
                counts.update(_all_words(entry))
        # Sorting is stable: among names of one length the publisher's order stays.
        found.sort(key=lambda entry: len(entry.name.split()))
        entries[language] = tuple(found)
        vocabulary[language] = counts
    return Index(entries, vocabulary)


def write_index(connection: apsw.Connection, index: Index) -> None:
    """Replace what is searchable. Belongs inside the transaction that keeps the catalogue."""
    connection.execute("insert into words (words) values ('delete-all')")
    for table in ("indexed", "indexed_language", "vocabulary"):
        connection.execute(_EMPTY[table])
    for number, language in enumerate(index.entries, start=1):
        connection.execute("insert into indexed_language values (?, ?)", (number, language))
        entries = list(enumerate(index.entries[language], start=number * ROWS_FOR_A_LANGUAGE))
        connection.executemany(
            "insert into indexed values (?, ?, ?)",
            ((doc, entry.service, entry.name) for doc, entry in entries),
        )
        connection.executemany(
            "insert into words (rowid, start, name, keywords, description) values (?, ?, ?, ?, ?)",
            (
                (doc, entry.start_words, entry.name_words, entry.keyword_words, entry.description_words)
                for doc, entry in entries
            ),
        )
        connection.executemany(
            "insert into vocabulary values (?, ?, ?)",
            ((number, word, docs) for word, docs in sorted(index.vocabulary[language].items())),
        )
    connection.execute("insert into words (words) values ('optimize')")


_EMPTY = {
    "indexed": "delete from indexed",
    "indexed_language": "delete from indexed_language",
    "vocabulary": "delete from vocabulary",
}


def _languages(catalogue: Catalogue) -> tuple[Language, ...]:
    found: dict[Language, None] = {}
    for service in catalogue.services.values():
        found |= dict.fromkeys(service.name.languages)
    return tuple(found)


def _entry(
    catalogue: Catalogue, service: PublicService, language: Language, maker: _WordMaker
) -> Entry | None:
    names = [version.text for version in service.name.versions if version.language == language]
    if not any(names):
        return None
    name = " ".join(names)
    cut = runs(name)
    return Entry(
        service=service.id,
        name=" ".join(plain_word(run) for run in cut),
        start_words=_start_words(cut, maker),
        name_words=" ".join(maker.words(name)),
        keyword_words=" ".join(_words(_keyword_texts(catalogue, service), language, maker)),
        description_words=" ".join(_words(_description_texts(catalogue, service), language, maker)),
    )


def _start_words(cut: tuple[Run, ...], maker: _WordMaker) -> str:
    return " ".join(index_words(cut[0], maker.language)) if cut else ""


def _keyword_texts(catalogue: Catalogue, service: PublicService) -> Iterable[LocalisedText]:
    yield service.keywords
    for event in service.events:
        if event in catalogue.events:
            yield catalogue.events[event].name


def _description_texts(catalogue: Catalogue, service: PublicService) -> Iterable[LocalisedText]:
    yield service.description
    yield from service.outputs
    yield from (evidence.name for evidence in service.evidence)
    if service.organisation in catalogue.organisations:
        yield catalogue.organisations[service.organisation].name


def _words(texts: Iterable[LocalisedText], language: Language, maker: _WordMaker) -> dict[str, None]:
    found: dict[str, None] = {}
    for text in texts:
        for version in text.versions:
            if version.language == language:
                found |= dict.fromkeys(maker.words(version.text))
    return found


def _all_words(entry: Entry) -> set[str]:
    columns = (entry.name_words, entry.keyword_words, entry.description_words)
    return {word for column in columns for word in column.split()}
