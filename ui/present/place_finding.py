# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds places by the letters that somebody writes: the words of a street in any order, and a house's number."""

from collections.abc import Sequence
from itertools import islice

from core.gazetteer import Gazetteer, KnownPlace
from core.ids import Language
from ui.present.long_list import folded

_kept: dict[Language, tuple[Gazetteer, list[str]]] = {}


def found(known: Gazetteer, letters: str, most: int, language: Language) -> tuple[int, Sequence[KnownPlace]]:
    """How many places fit, and the first of them; all of them where nothing is written.

    A name is found in the reader's language and as its signs have it.
    """
    parts = folded(letters).split()
    if not parts:
        return len(known.places), known.places[:most]
    labels = _labels(known, language)
    fitting = [place for place, label in enumerate(labels) if all(_has(label, part) for part in parts)]
    # A house whose number is whole comes before those that only begin so.
    whole = [
        place for place in fitting if known.places[place].house and folded(known.places[place].house) in parts
    ]
    first = {*whole}
    ordered = (*whole, *(place for place in fitting if place not in first))
    return len(fitting), [known.places[place] for place in islice(ordered, most)]


def _has(label: str, part: str) -> bool:
    """Whether a word begins so; where words are not set apart, a part of one is as good as its beginning."""
    return f" {part}" in label or (not part.isascii() and part in label)


def _words(place: KnownPlace, language: Language) -> str:
    names = dict.fromkeys((place.name.best(language).text, *(one.text for one in place.name.versions[:1])))
    return " ".join((*names, place.house))


def _labels(known: Gazetteer, language: Language) -> list[str]:
    kept = _kept.get(language)
    if kept is not None and kept[0] is known:
        return kept[1]
    # One text for all of them is folded many times faster than each by itself.
    labels = [
        f" {line}" for line in folded("\n".join(_words(one, language) for one in known.places)).split("\n")
    ]
    _kept[language] = (known, labels)
    return labels
