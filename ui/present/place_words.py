# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says a place in words: by the name that the town has for it, else by its degrees and what is near."""

from decimal import Decimal
from typing import Final

from core.gazetteer import Gazetteer, KnownPlace
from core.ids import Language
from core.places import Point, metres
from i18n.direction import within
from i18n.formats import number
from i18n.messages import Messages
from ui.present import outside

THERE: Final = 15.0
"""Metres from a place with a name within which another place is said to be at it."""

ROUND, ROUND_FAR, FAR = 10, 50, 200
"""Distances are said in tens of metres, and in fifties from this one on."""

_DIGITS = 5
"""Decimals of a degree that are said: a metre."""


def place_name(place: KnownPlace, texts: Messages) -> str:
    """What a known place is called. A name is as it stands on its sign, where nobody has another one for it."""
    name = within(outside.name(place.name, Language(texts.language)).text, texts.language)
    return (
        texts.text("place.house", street=name, number=within(place.house, texts.language))
        if place.house
        else name
    )


def place_words(point: Point, known: Gazetteer, texts: Messages) -> str:
    """Any place in words."""
    place = known.at(point)
    if place is not None:
        return place_name(place, texts)
    north = "place.north" if point.latitude >= 0 else "place.south"
    east = "place.east" if point.longitude >= 0 else "place.west"
    degrees = texts.text(
        "place.degrees",
        latitude=texts.text(north, n=_said(point.latitude, texts)),
        longitude=texts.text(east, n=_said(point.longitude, texts)),
    )
    near = known.near(point)
    if near is None:
        return degrees
    far, name = metres(near.point, point), place_name(near, texts)
    if far < THERE:
        return texts.text("place.near", place=degrees, name=name)
    return texts.text("place.from", place=degrees, name=name, n=rounded(far, texts))


def rounded(far: float, texts: Messages) -> str:
    """A distance in metres as it is said."""
    unit = ROUND if far < FAR else ROUND_FAR
    return number(max(round(far / unit), 1) * unit, texts.language)


def _said(degrees: float, texts: Messages) -> str:
    shown = number(round(Decimal(repr(abs(degrees))), _DIGITS).normalize(), texts.language)
    return within(f"{shown}°", texts.language)
