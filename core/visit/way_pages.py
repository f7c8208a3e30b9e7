# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages on which a person chooses how they press, teaches their switches, and practises: no harm can be done there.

What a way of pressing is, this package does not know: it keeps the names of `accessibility.hands.ways` for the window.
"""

from dataclasses import dataclass

LIGHTS = 3
"""How many times a switch is pressed when the lamp lights, to measure a person's time."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How do you want to press? `unkept` after a way that was tried and that nobody said yes to."""

    unkept: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long a switch is held and rests; and how fast the highlight is, where it is `moving` by itself."""

    moving: bool = False


@dataclass(frozen=True, slots=True)
class Switches:
    """Each switch is pressed when it is asked for, or when the lamp lights.

    `heard` are the keys of the switches so far, `again` is set when one came twice that should be two. While
    `measuring`, `took` are the seconds from light to press so far, and `early` is set after a press in the dark.
    """

    way: str
    heard: tuple[str, ...] = ()
    again: bool = False
    measuring: bool = False
    lit: bool = False
    early: bool = False
    took: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Practise:
    """A way is tried: from now on it is in use, and what is pressed here does nothing else.

    `switches` are their keys, `step` the seconds on each thing that were measured or chosen (None: as it was). `did`
    says what the last press did, `thing` what it was done to.
    """

    way: str
    switches: tuple[str, ...] = ()
    step: float | None = None
    did: str = ""
    thing: str = ""


WayPage = Ways | Rhythm | Switches | Practise
