# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colour themes by role: code asks for `ink` or `primary`, never for a colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from accessibility.tokens import tokens

TWO_COLOURS: Final = frozenset({"high-dark", "high-light", "yellow-on-black"})
"""Themes of two colours: lines grow, chosen and pressed are inverse video, signs differ by shape and word."""

PAPER_INK: Final = "#111111"
_PAPER: Final = {"evening": "#D9D5C8", "low-glare": "#A5A699"}
"""What stands for paper where white would glare: in the calm theme with 7.5:1 for what is written on it."""
SYSTEM: Final = "system"


@dataclass(frozen=True, slots=True)
class Theme:
    """`colours` maps a role of look.md section 2 to `#RRGGBB`, with the roles that follow from others."""

    name: str
    colours: Mapping[str, str]

    @property
    def two_colours(self) -> bool:
        """Whether the theme has two colours only."""
        return self.name in TWO_COLOURS

    def colour(self, role: str) -> str:
        """The colour of a role. KeyError for a role that does not exist."""
        return self.colours[role]


def theme(name: str) -> Theme:
    """The theme of that name (not `system`: see `system_theme`). KeyError for an unknown one."""
    given = tokens().themes[name]
    return Theme(name, MappingProxyType({**_derived(name, given), **given}))


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a desktop asks for; None where it does not say."""

    dark: bool | None = None
    more_contrast: bool = False


def system_theme(dark: bool | None, more_contrast: bool) -> str:
    """The theme that a home computer's own settings ask for (tokens, `system_rule`); None is unknown."""
    if more_contrast:
        return "high-dark" if dark else "high-light"
    return "evening" if dark else "standard"


def _derived(name: str, given: Mapping[str, str]) -> dict[str, str]:
    two = name in TWO_COLOURS
    ground, picture = given["ground"], given["picture"]
    return {
        "on_select": given["ink"],
        "rail_edge": given["on_rail"] if two else given["rail"],
        "rail_accent": given["rail"] if two or name == "low-glare" else given["rail_lamp"],
        "picture_ground": given["link"] if name == "evening" else picture,
        "lamp": given["ink"] if two else given["door"],
        "paper": _PAPER.get(name, "#FFFFFF"),
        "paper_ink": "#000000" if two else PAPER_INK,
        "mark_lamp": ground if two else "#F7C257",
        "scene_lit": ground if two else "#F7C257",
        "scene_sun": ground if two else "#FBE6B4",
        "scene_dim": ground if two else "#2B6670",
        "scene_sea": picture if two else "#7FA6A4",
    }
