# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds services by what somebody typed: best first, in their language first, within a keystroke's time."""

import apsw

from core.ids import Language, ServiceId
from offline_cache.near_words import telling, widened
from offline_cache.search_index import ROWS_FOR_A_LANGUAGE
from offline_cache.search_query import Term, terms, tiers
from offline_cache.words import Script

# From so many candidates of one tier the best are picked; more would take time without a visible difference.
CANDIDATES = 120
_NAMES = 2

_LANGUAGES = "select tag, number from indexed_language order by number"

_IN_LANGUAGE = """
    select indexed.doc, service, indexed.name
    from (
        select rowid as doc from words
        where words match :query and rowid >= :first and rowid < :end
        limit :most
    ) join indexed using (doc)
"""

_OUTSIDE = """
    select indexed.doc, service, indexed.name
    from (
        select rowid as doc from words
        where words match :query and (rowid < :first or rowid >= :end)
        limit :most
    ) join indexed using (doc)
"""


def search(connection: apsw.Connection, words: str, language: Language, most: int) -> tuple[ServiceId, ...]:
    """The services that match, best first, each once; none when nothing was typed that could be found."""
    wanted = terms(words, language)
    if not wanted or most <= 0:
        return ()
    number = _language_number(connection, language)
    span = (number * ROWS_FOR_A_LANGUAGE, (number + 1) * ROWS_FOR_A_LANGUAGE)
    wanted = telling(connection, wanted, number)
    found = _in_language(connection, wanted, span, most)
    if len(found) < most:
        # A service that is missing in this language is better found in another than not at all.
        others = tiers(wanted)[-1 if not found else _NAMES]
        found |= dict.fromkeys(_ranked(connection, _OUTSIDE, others, span, wanted))
    if not found:
        for wider in widened(connection, wanted, number):
            found = _in_language(connection, wider, span, most)
            if found:
                break
    return tuple(found)[:most]


def _in_language(
    connection: apsw.Connection, wanted: tuple[Term, ...], span: tuple[int, int], most: int
) -> dict[ServiceId, None]:
    found: dict[ServiceId, None] = {}
    for query in tiers(wanted):
        found |= dict.fromkeys(_ranked(connection, _IN_LANGUAGE, query, span, wanted))
        if len(found) >= most:
            break
    return found


def _language_number(connection: apsw.Connection, language: Language) -> int:
    numbers = {str(tag): int(number) for tag, number in connection.execute(_LANGUAGES)}
    if language in numbers:
        return numbers[language]
    base = language.split("-", 1)[0]
    return next((number for tag, number in numbers.items() if tag.split("-", 1)[0] == base), 0)


def _ranked(
    connection: apsw.Connection, statement: str, query: str, span: tuple[int, int], wanted: tuple[Term, ...]
) -> list[ServiceId]:
    values = {"query": query, "first": span[0], "end": span[1], "most": CANDIDATES}
    rows = [
        (_distance(str(name), wanted), int(doc), ServiceId(str(service)))
        for doc, service, name in connection.execute(statement, values)
    ]
    return [service for _, _, service in sorted(rows)]


def _distance(name: str, wanted: tuple[Term, ...]) -> tuple[int, int, int, int]:
    padded = f" {name} "
    typed = " ".join(term.plain for term in wanted)
    wholes = sum(f" {term.plain} " in padded for term in wanted)
    parts = sum((term.plain if term.script is Script.HAN else f" {term.plain}") in padded for term in wanted)
    return (-(name == typed), -wholes, -parts, -padded.startswith(f" {typed}"))
