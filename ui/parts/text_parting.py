# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a text may be parted that no page holds whole: after its sentences, and within one after a comma."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ui.parts.text_options import Run

Apart = tuple[int, ...]
"""Places in a text after which a new line begins: each counts the letters before it, in order."""

_COMMA = re.compile(r"(?<=[,;:،؛])\s+|(?<=[，；：])")


def commas(runs: Sequence[Run]) -> list[int]:
    """Where a sentence may be parted: what follows its comma is read on the next page."""
    text, ended = "".join(words for words, _ in runs), set(_sentence_ends(runs))
    places = [at.end() for at in _COMMA.finditer(text) if at.end() not in ended]
    return [place for place in places if _within_a_run(runs, place)]


def by_sentences(runs: Sequence[Run], apart: Apart = ()) -> list[Run]:
    """The same text with a new line for each sentence, and at these places."""
    places = new_lines(runs, apart)
    found: list[Run] = []
    for start, (words, bold) in zip(_starts(runs), runs, strict=True):
        inner = [place - start for place in places if start < place < start + len(words)]
        pieces = [words[a:b] for a, b in zip((0, *inner), (*inner, len(words)), strict=True)]
        lines = "\n".join((*(piece.rstrip() for piece in pieces[:-1]), pieces[-1]))
        found.append((lines, bold))
    return found


def new_lines(runs: Sequence[Run], apart: Apart = ()) -> list[int]:
    """The places at which a new line of `by_sentences` begins."""
    places = sorted({*_sentence_ends(runs), *apart})
    return [place for place in places if _within_a_run(runs, place)]


def place_of(words: str, text: str) -> tuple[int, int]:
    """From where to where these words stand in a text, whose lines may be others; nothing where they do not."""
    letters = [(place, letter) for place, letter in enumerate(text) if not letter.isspace()]
    wanted = "".join(words.split())
    at = "".join(letter for _, letter in letters).find(wanted)
    if at < 0 or not wanted:
        return 0, 0
    return letters[at][0], letters[at + len(wanted) - 1][0] + 1


def _within_a_run(runs: Sequence[Run], place: int) -> bool:
    return any(
        start < place < start + len(words) for start, (words, _) in zip(_starts(runs), runs, strict=True)
    )


def _starts(runs: Sequence[Run]) -> list[int]:
    """How many letters there are before each piece."""
    return [0, *accumulate(len(words) for words, _ in runs)][: len(runs)]


def _sentence_ends(runs: Sequence[Run]) -> list[int]:
    """Where a sentence of a piece ends and another begins: a piece is said in one weight."""
    return [
        start + place for start, (words, _) in zip(_starts(runs), runs, strict=True) for place in _ends(words)
    ]


def _ends(words: str) -> Iterator[int]:
    # Few texts are ever parted: what finds the ends is loaded then.
    from accessibility.speech.sentences import sentences

    at = 0
    for number, sentence in enumerate(sentences(words)):
        begin = words.index(sentence, at)
        if number and sentence and begin:
            yield begin
        at = begin + len(sentence)
