# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody typed, as questions to the full-text index: from the narrowest to the widest."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.ids import Language
from offline_cache.stems import without_article
from offline_cache.words import Run, Script, pairs, plain_word, runs, stem

MOST_WORDS = 12
SHORTEST_WHOLE = 3


@dataclass(frozen=True, slots=True)
class Term:
    """One typed word: the words that would do for it, and the beginnings of words that would.

    `plain` is what ranking looks for in names; `whole` are the alternatives when the word is meant as a
    whole. All of them are folded and contain no quotation mark or space.
    """

    plain: str
    whole: tuple[str, ...]
    beginnings: tuple[str, ...] = ()
    script: Script = Script.OTHER


def terms(words: str, language: Language) -> tuple[Term, ...]:
    """The words typed, at most `MOST_WORDS`; the last one may be unfinished. Chinese becomes its pairs."""
    found: list[Term] = []
    cut = runs(words)[:MOST_WORDS]
    for place, run in enumerate(cut):
        if run.script is Script.HAN:
            found += [Term(pair, (pair,), script=Script.HAN) for pair in pairs(run.text)]
        else:
            found.append(_word(run, language, unfinished=place == len(cut) - 1))
    return tuple(dict.fromkeys(found))


def whole(term: Term) -> str:
    """A term as a whole word, in FTS5's query language."""
    return _any(f'"{word}"' for word in term.whole)


def begun(term: Term) -> str:
    """A term as it was typed: the last one may go on."""
    return _any((*(f'"{word}"' for word in term.whole), *(f'"{word}" *' for word in term.beginnings)))


def tiers(wanted: tuple[Term, ...]) -> tuple[str, ...]:
    """FTS5 queries for all the terms together, the best matches first.

    All are whole words of the name; the name begins with the first; all are words of the name; of name and
    keywords; anywhere. After one or two letters nobody means a whole word, so the name's beginning comes first.
    """
    typed = " AND ".join(begun(term) for term in wanted)
    rest = [f"name : ({begun(term)})" for term in wanted[1:]]
    wholes = f"name : ({' AND '.join(whole(term) for term in wanted)})"
    start = " AND ".join([f"start : ({begun(wanted[0])})", *rest])
    narrow = (wholes, start) if len(wanted[-1].plain) >= SHORTEST_WHOLE else (start, wholes)
    return (*narrow, f"name : ({typed})", f"{{name keywords}} : ({typed})", typed)


def _word(run: Run, language: Language, *, unfinished: bool) -> Term:
    forms = dict.fromkeys((run.text, plain_word(run), stem(run, language)))
    beginnings: tuple[str, ...] = ()
    if unfinished:
        beginnings = (run.text,)
        if run.script is Script.ARABIC:
            beginnings = tuple(dict.fromkeys((run.text, without_article(run.text, 1))))
    return Term(plain_word(run), tuple(forms), beginnings, run.script)


def _any(alternatives: Iterable[str]) -> str:
    return "(" + " OR ".join(alternatives) + ")"
