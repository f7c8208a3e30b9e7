# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""When two values mean the same though they are written otherwise, and what a recording left out."""

import math
import re

from core.forms.plain_text import plain

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def volatile(recorded: object) -> bool:
    """Whether a value depends on the clock or on chance, so that the recording has a mark in its place."""
    return isinstance(recorded, dict) or (isinstance(recorded, str) and "{NOW}" in recorded)


def words(text: object) -> str:
    """A text as a screen shows it: without the marks of Markdown and HTML, blanks as one."""
    return " ".join(plain(str(text or "")).split())


def same_words(recorded: object, found: str) -> bool:
    """Whether a text for people is the same."""
    return volatile(recorded) or words(recorded) == words(found)


def same_value(recorded: object, found: str) -> bool:
    """Whether a value is the same: as text, as number but for rounding, as place, or where an identity was masked."""
    if volatile(recorded):
        return True
    wanted = str(recorded or "")
    if wanted == found:
        return True
    if "{UUID}" in wanted:
        return wanted == _UUID.sub("{UUID}", found)
    return _same_numbers(wanted, found)


def _same_numbers(wanted: str, found: str) -> bool:
    """Places are several numbers, traces several places; a place may lack altitude and accuracy."""
    ours, theirs = _numbers(found), _numbers(wanted)
    if ours is None or theirs is None or len(ours) != len(theirs):
        return False
    return all(_same_place(one, other) for one, other in zip(ours, theirs, strict=True))


def _same_place(one: list[float], other: list[float]) -> bool:
    length = max(len(one), len(other))
    filled = [[*place, *([0.0] * (length - len(place)))] for place in (one, other)]
    alone = length == 1 or min(len(one), len(other)) >= 2
    return alone and all(
        math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-12) for a, b in zip(*filled, strict=True)
    )


def _numbers(text: str) -> list[list[float]] | None:
    try:
        return [[float(part) for part in place.split()] for place in text.split(";") if place.strip()]
    except ValueError:
        return None
