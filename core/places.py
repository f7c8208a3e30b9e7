# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places on Earth: read from an answer or from what people write, written as ODK XForms has them, and how far apart."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

RADIUS = 6_378_100.0
"""Metres. The ODK engines reckon with the equator's."""

_NUMBER = r"[+-]?\d{1,3}(?:[.,٫]\d{1,15})?"
_SIDE = "[NSEWnsew]?"
_TYPED = re.compile(rf"({_NUMBER})\s*°?\s*({_SIDE})\s*[,;،，、]?\s+({_NUMBER})\s*°?\s*({_SIDE})")
_MOST = (90.0, 180.0)


class Point(NamedTuple):
    """Degrees north of the equator and east of Greenwich."""

    latitude: float
    longitude: float

    @property
    def is_on_earth(self) -> bool:
        """Whether there is such a place."""
        return all(abs(value) <= most for value, most in zip(self, _MOST, strict=True))

    @property
    def written(self) -> str:
        """As ODK Collect writes a place that was chosen: altitude and accuracy are not known, and 0."""
        return f"{_degrees(self.latitude)} {_degrees(self.longitude)} 0.0 0.0"


def points_of(text: str) -> tuple[Point, ...] | None:
    """The places of an answer (`latitude longitude altitude accuracy; …`, the last two may be missing).

    None for what is no place, or a list of none.
    """
    found = [_point(part) for part in text.strip().removesuffix(";").split(";")]
    kept = tuple(one for one in found if one is not None)
    return kept if len(kept) == len(found) else None


def written(points: Sequence[Point], *, closed: bool = False) -> str:
    """Places one after the other, as the engines write a trace; `closed` ends where it began (`geoshape`)."""
    ring = [*points, points[0]] if closed and len(points) > 2 else points
    return "; ".join(point.written for point in ring)


def corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """The places of a shape, each once."""
    return tuple(points[:-1] if len(points) > 1 and points[0] == points[-1] else points)


def typed(text: str) -> Point | None:
    """The place that two numbers of degrees mean, as phones and maps show them: `51.9012, 4.4801` or `51,9° N 4,48° E`.

    None for anything else, and for two whole numbers without a sign of degrees, which are more likely a house. It may
    be no place on Earth.
    """
    plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text).strip()
    found = _TYPED.fullmatch(plain)
    if found is None or not any(sign in plain for sign in ".,٫°"):
        return None
    first, second = _signed(found[1], found[2], "Ss"), _signed(found[3], found[4], "Ww")
    swapped = found[2] and found[2] in "EWew" and found[4] and found[4] in "NSns"
    if swapped:
        first, second = _signed(found[3], found[4], "Ss"), _signed(found[1], found[2], "Ww")
    return Point(first, second)


def metres(one: Point, other: Point) -> float:
    """How far two places are apart, by the spherical law of cosines."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    apart = math.cos(math.radians(one.longitude - other.longitude))
    cosine = math.sin(north) * math.sin(south) + math.cos(north) * math.cos(south) * apart
    return math.acos(min(1.0, max(-1.0, cosine))) * RADIUS


def _point(text: str) -> Point | None:
    try:
        numbers = [float(part) for part in text.split()]
    except ValueError:
        return None
    if not 2 <= len(numbers) <= 4 or not all(map(math.isfinite, numbers)):
        return None
    point = Point(*numbers[:2])
    return point if point.is_on_earth else None


def _degrees(value: float) -> str:
    """A centimetre is the seventh digit; never an exponent."""
    text = f"{value:.7f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text


def _signed(number: str, side: str, below: str) -> float:
    value = float(number.replace(",", ".").replace("٫", "."))
    return -value if side and side in below else value
