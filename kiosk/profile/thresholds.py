# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What no profile may go below, because people would be shut out: each with its value, its limit and what is safe.

They are blockers of accessibility.md (STF-01). Reading a profile refuses them, and so starting with one does.
"""

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from accessibility import reach
from accessibility.layout import ScreenMeasure
from accessibility.tokens import Tokens, tokens
from core.visit.delays import FLOOR, Delays

USUAL: Final = Delays()

READABLE: Final = 0.012217
"""Millimetres of capital letter for each millimetre of distance: 0.7 degrees (EN 301 549 5.1.4)."""

BAR_ROWS: Final = 6
"""Places of the fixed bar, one above the other on glass that lies (look.md section 9)."""

BAR_COLUMNS: Final = 3
"""Places of the fixed bar beside each other at the foot of upright glass."""

BAR_PADDING: Final = 3.0
"""Millimetres around the places of the bar."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A number of the profile: what is allowed, what is safe (None where only measuring tells), and its unit."""

    low: float
    high: float
    safe: float | None
    unit: str

    @property
    def asked(self) -> tuple[float, float, float | None, str]:
        """As a table is asked for it."""
        return self.low, self.high, self.safe, self.unit


def farthest(look: Tokens) -> int:
    """The distance (mm) up to which the largest letters of all are seen under 0.7 degrees (SEE-02)."""
    return int(max(step.cap for step in look.steps) / READABLE)


WARNING: Final = Bound(FLOOR.warning, 600, USUAL.warning, "seconds")
"""How long 'Are you still there?' stands (TIM-01; WCAG 2.2.1)."""

DISTANCE: Final = Bound(300, farthest(tokens()), 600, "mm")
"""How far from the glass eyes are."""

ABOVE_FLOOR: Final = Bound(0, 2_000, 0, "mm")
"""How high the lower edge of the glass is above the floor; 0 when nobody has measured it."""

REACH: Final = Bound(reach.LOWEST, reach.HIGHEST, reach.HIGHEST, "mm")
"""How high above the floor things to press may stand: a town may ask for less than the law allows, not for more."""

PPI: Final = Bound(50, 400, None, "pixels per inch")
"""All sizes follow from it: one that was not measured makes every target too small, or too large for the glass."""

CONTRAST: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {
        "standard": (10.0, 21.0),
        "high-dark": (20.0, 21.0),
        "high-light": (20.0, 21.0),
        "yellow-on-black": (15.0, 21.0),
        "low-glare": (4.5, 8.0),
        "evening": (7.0, 21.0),
    }
)
"""The contrast of running text that each theme promises (accessibility.md section 1): a theme of no promise is none."""


def least_target(screen: ScreenMeasure) -> float:
    """How high or wide (mm) the glass lets the places of the bar be, which everybody needs on every page (OPR-01)."""
    gap = tokens().targets[False]["gap"]
    if screen.portrait:
        return (screen.width_mm - 2 * BAR_PADDING - (BAR_COLUMNS - 1) * gap) / BAR_COLUMNS
    return (screen.height_mm - 2 * BAR_PADDING - (BAR_ROWS - 1) * gap) / BAR_ROWS


def smallest_target() -> float:
    """What nothing to press may be smaller than, in mm (OPR-01)."""
    return tokens().targets[False]["min"]


def densest(screen: ScreenMeasure) -> int:
    """The pixels per inch up to which a glass of so many pixels is large enough for the bar."""
    one = ScreenMeasure(screen.width_px, screen.height_px, 1.0)
    gap, least = tokens().targets[False]["gap"], smallest_target()
    many = BAR_COLUMNS if screen.portrait else BAR_ROWS
    needed = many * least + (many - 1) * gap + 2 * BAR_PADDING
    return int((one.width_mm if screen.portrait else one.height_mm) / needed)


def unheard(languages: Iterable[str], voices: Mapping[str, str]) -> tuple[str, ...]:
    """Those of the languages that nothing here can say (SPK-07). `voices` are those that language packs bring."""
    from accessibility.speech.pace import voice_for  # not before the first picture

    return tuple(tag for tag in languages if voice_for(tag) is None and not voices.get(tag))


def is_plain(address: str) -> bool:
    """Whether it is an address of the web, with nobody's name and nothing odd in it."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or parts.username is not None or parts.fragment or port == 0:
        return False
    return parts.scheme in ("http", "https")


def is_private(address: str) -> bool:
    """Whether nobody on the way can read what goes to an address: TLS, or this very machine."""
    if not is_plain(address):
        return False
    parts = urlsplit(address)
    return parts.scheme == "https" or _is_this_machine(parts.hostname or "")


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return str(ipaddress.ip_address(host)) in ("127.0.0.1", "::1")
    except ValueError:
        return False
