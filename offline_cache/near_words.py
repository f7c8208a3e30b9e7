# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which typed words tell least, and, when nothing was found, which words may have been meant instead."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import apsw

from offline_cache.search_query import Term
from offline_cache.words import Script

SHORTEST_MENDED = 4
MOST_TRIES = 4
# Only long wishes over large catalogues need this: joining lists of thousands takes longer than a keystroke.
FEW_WORDS = 3
COMMON_DOCS = 2_000

_LETTERS = {
    Script.OTHER: "abcdefghijklmnopqrstuvwxyz",
    Script.ARABIC: "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
}
_MOST_MENDED = 3

_WHOLE = """
    select word from vocabulary
    where language = ? and word in (select value from json_each(?))
    order by docs desc limit ?
"""

_BEGINNING = """
    select value from json_each(:candidates)
    where exists (
        select 1 from vocabulary
        where language = :language and word >= value and word < value || char(1114111)
    )
    limit :most
"""

_DOCS = """
    select coalesce(sum(docs), 0) from vocabulary
    where language = ? and word in (select value from json_each(?))
"""


class _Known(NamedTuple):
    term: Term
    docs: int


def telling(connection: apsw.Connection, wanted: tuple[Term, ...], language: int) -> tuple[Term, ...]:
    """The terms without those that thousands of services contain, in their order; at least three stay."""
    if len(wanted) <= FEW_WORDS:
        return wanted
    docs = {term: _docs(connection, term, language) for term in wanted}
    rarest = set(sorted(wanted, key=lambda term: docs[term])[:FEW_WORDS])
    return tuple(term for term in wanted if term in rarest or docs[term] < COMMON_DOCS)


def widened(
    connection: apsw.Connection, wanted: tuple[Term, ...], language: int
) -> Iterator[tuple[Term, ...]]:
    """The same wish, wider and wider: unknown words mended or dropped, then without its commonest words."""
    known = [_mended(connection, term, language) for term in wanted]
    left = [item for item in known if item is not None]
    for _ in range(MOST_TRIES):
        if not left:
            return
        yield tuple(item.term for item in left)
        left.remove(max(left, key=lambda item: item.docs))


def slips(word: str, letters: str) -> tuple[str, ...]:
    """All words that are one slip away: a letter left out, doubled or added, wrong, or two swapped."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    left_out = [a + b[1:] for a, b in cuts if b]
    swapped = [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    wrong = [a + letter + b[1:] for a, b in cuts if b for letter in letters]
    added = [a + letter + b for a, b in cuts for letter in letters]
    return tuple(dict.fromkeys(left_out + swapped + wrong + added))


def _mended(connection: apsw.Connection, term: Term, language: int) -> _Known | None:
    docs = _docs(connection, term, language)
    if docs or (term.beginnings and _begins(connection, term.beginnings, language)):
        return _Known(term, docs)
    if term.script is Script.HAN or len(term.plain) < SHORTEST_MENDED:
        return None
    candidates = slips(term.plain, _LETTERS[term.script])
    words = connection.execute(_WHOLE, (language, _list(candidates), _MOST_MENDED)).fetchall()
    found = tuple(str(row[0]) for row in words)
    if found:
        return _Known(replace(term, plain=found[0], whole=found, beginnings=()), 0)
    begun = _begins(connection, candidates, language) if term.beginnings else ()
    if begun:
        return _Known(replace(term, plain=begun[0], whole=begun, beginnings=begun), 0)
    return None


def _begins(connection: apsw.Connection, candidates: tuple[str, ...], language: int) -> tuple[str, ...]:
    values = {"candidates": _list(candidates), "language": language, "most": _MOST_MENDED}
    return tuple(str(row[0]) for row in connection.execute(_BEGINNING, values))


def _docs(connection: apsw.Connection, term: Term, language: int) -> int:
    ((docs,),) = connection.execute(_DOCS, (language, _list(term.whole))).fetchall()
    return int(docs or 0)


def _list(words: tuple[str, ...]) -> str:
    return json.dumps(words, ensure_ascii=False)
