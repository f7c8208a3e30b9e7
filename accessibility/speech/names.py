# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Knows the stops that belong to names: after an initial or a title nobody pauses (`J. Smith`, `Dr. Lee`)."""

import re
from typing import Final

_TITLES: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "sr",
        "sra",
        "srta",
        "dra",
        "mme",
        "mlle",
        "no",
        "nr",
        "tel",
        "вул",
        "ул",
        "просп",
        "пл",
        "ім",
    ]
)
_STOPPED: Final = re.compile(r"(?<![\w.])([^\W\d_]+)\.(?=[ \u00a0]?[^\W\d_])")
_AT_THE_END: Final = re.compile(r"(?<![\w])([^\W\d_]+)\.$")


def is_within_a_name(text: str, begin: int, end: int) -> bool:
    """Whether the stop before `end` belongs to a name, so that no sentence ends there."""
    found = _AT_THE_END.search(text, begin, end)
    return found is not None and _is_short(found[1])


def names_said(text: str) -> str:
    """The text without the stops of initials and titles, at which a voice would pause."""
    return _STOPPED.sub(lambda found: found[1] if _is_short(found[1]) else found[0], text)


def _is_short(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word.casefold() in _TITLES
