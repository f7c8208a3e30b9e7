# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the words of a sentence that are set bold, in whatever place a translation puts them."""

from collections.abc import Iterable

Runs = tuple[tuple[str, bool], ...]


def runs(sentence: str, bold: Iterable[str]) -> Runs:
    """The sentence cut into (words, whether bold). Words to emphasise that do not occur change nothing."""
    parts: list[tuple[str, bool]] = [(sentence, False)]
    for words in bold:
        if words:
            parts = [piece for part in parts for piece in _split(part, words)]
    return tuple(part for part in parts if part[0])


def plain(parts: Runs) -> str:
    """The sentence again, without emphasis."""
    return "".join(words for words, _ in parts)


def _split(part: tuple[str, bool], words: str) -> tuple[tuple[str, bool], ...]:
    text, is_bold = part
    if is_bold or words not in text:
        return (part,)
    before, after = text.split(words, 1)
    return (before, False), (words, True), (after, False)
