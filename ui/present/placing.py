# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions that ask for a place, or for several one after the other: found by name among those that a town knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from core.forms.definition import AnswerType, Question
from core.gazetteer import Gazetteer
from core.ids import Language
from core.places import Point, corners, points_of, typed, written
from core.text import Phrase
from i18n.direction import NO_BREAK_SPACE
from i18n.formats import number
from i18n.messages import Messages
from ui.present.choosing import ChoiceContents, Option
from ui.present.place_finding import found
from ui.present.place_words import place_name, place_words

if TYPE_CHECKING:
    from core.forms.entry import Entry

HINTS: Final[Mapping[AnswerType, str]] = {
    AnswerType.GEOPOINT: "place.hint",
    AnswerType.GEOTRACE: "places.hint_way",
    AnswerType.GEOSHAPE: "places.hint_area",
}

SHOWN: Final = 4
"""Places to choose from at once: a page has few things to press (UND-01)."""

BETWEEN: Final = " · "


@dataclass(frozen=True, slots=True)
class PlacesContents:
    """Several places, one after the other. `said` tells how many there are, `back` takes the last one away.

    `adding` finds the next one: what is pressed there is added. An area is `closed`: it ends where it began.
    """

    points: tuple[Point, ...]
    closed: bool
    said: str
    back: str
    adding: ChoiceContents

    def with_one_more(self, raw: str) -> str:
        """The whole answer with the place that was pressed."""
        return written((*self.points, *(points_of(raw) or ())), closed=self.closed)

    @property
    def with_one_less(self) -> str:
        """The whole answer without the last place."""
        return written(self.points[:-1], closed=self.closed)


def placing(
    entry: Entry, question: Question, letters: str, known: Gazetteer, texts: Messages, *, maps: bool = False
) -> ChoiceContents | PlacesContents:
    """What the field shows."""
    raw = entry.raw(question.path)
    points = points_of(raw) or ()
    most = SHOWN - maps
    if question.type is AnswerType.GEOPOINT:
        held, free = points[0] if points else None, not entry.required(question.path)
        field = _choice(raw.strip(), held, letters, known, texts, clearable=free, most=most)
        return replace(field, on_map=texts.text("place.on_map")) if maps else field
    adding = _choice("", None, letters, known, texts, most=most - 1)
    closed = question.type is AnswerType.GEOSHAPE
    points = corners(points) if closed else points
    return PlacesContents(
        points=points,
        closed=closed,
        said=_so_far(points, known, texts),
        back=texts.text("places.back") if points else "",
        adding=replace(adding, on_map=texts.text("place.on_map")) if maps else adding,
    )


def place_answer(question: Question, raw: str, known: Gazetteer, texts: Messages) -> str:
    """An answer in words: its place, or all of them by number; empty for what is no place."""
    points = points_of(raw) or ()
    if question.type is AnswerType.GEOPOINT or len(points) < 2:
        return place_words(points[0], known, texts) if points else ""
    points = corners(points) if question.type is AnswerType.GEOSHAPE else points
    return BETWEEN.join(_numbered(points, known, texts))


def _choice(
    raw: str,
    held: Point | None,
    letters: str,
    known: Gazetteer,
    texts: Messages,
    *,
    clearable: bool = False,
    most: int,
) -> ChoiceContents:
    """The places that fit what is written; before anything is, the one that is chosen and those that come first."""
    words = letters.strip()
    here = typed(words)
    options: list[tuple[str, str]] = []
    if here is not None:
        options = [(here.written, place_words(here, known, texts))] if here.is_on_earth else []
        told = texts.text("place.typed" if options else "place.nowhere")
    else:
        count, places = found(known, words, most, Language(texts.language))
        options = [(one.point.written, place_name(one, texts)) for one in places]
        key = "place.none" if not count else "field.fitting" if words else "place.known"
        told = texts.text(key, n=number(count, texts.language))
    if not known.places and here is None:
        told = texts.text("place.numbers")
    if held is not None and not words:
        # A place that came from elsewhere may be written in another way than ours.
        others = [one for one in options if one[0] != held.written]
        options = [(raw, place_words(held, known, texts)), *others][:most]
    chosen = held.written if held is not None else None
    return ChoiceContents(
        raw=raw,
        multiple=False,
        clearable=clearable,
        options=tuple(
            Option(value, Phrase(words, Language(texts.language)), value in (raw, chosen))
            for value, words in options
        ),
        chosen=texts.text("question.chosen"),
        search=texts.text("place.search"),
        letters=letters,
        told=told,
    )


def _so_far(points: tuple[Point, ...], known: Gazetteer, texts: Messages) -> str:
    if not points:
        return ""
    many, last = number(len(points), texts.language), place_words(points[-1], known, texts)
    return texts.text("places.so_far", n=many, name=last)


def _numbered(points: tuple[Point, ...], known: Gazetteer, texts: Messages) -> list[str]:
    """Each with its number, which no line ends with."""
    named = [(place, place_words(point, known, texts)) for place, point in enumerate(points, 1)]
    return [
        texts.text("rank.placed", n=place, name=name).replace(" ", NO_BREAK_SPACE, 1) for place, name in named
    ]
