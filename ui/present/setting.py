# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page may know besides the visit: the town, the clock, the kind of machine, the preferences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from accessibility.hands.ways import Way
from accessibility.layout import Layout
from accessibility.preferences import Preferences
from core.ids import Language
from core.text import LocalisedText

if TYPE_CHECKING:
    from core.gazetteer import Gazetteer


def nowhere() -> Gazetteer:
    """What a machine without a list of places knows."""
    from core.gazetteer import NOWHERE  # not needed for the first picture

    return NOWHERE


@dataclass(frozen=True, slots=True)
class Setting:
    """One moment at one machine.

    `now` is local time. `town_names` has what the town is called in languages in which it is called otherwise;
    `counter` and `hours` say where and when a person can be found, in the town's own words;
    `emergency` is the number to call in danger. `defaults` are the profile's preferences, to which a visit returns.
    `usual_step` is its text step at the usual pace, for a profile that begins larger and slower.
    `featured` are the pictogram names of the life events shown first. `keyboard` tells whether the machine shows
    letters on the screen; `can_print` whether there is paper; `trial_mode` that the store lives in memory and
    nothing outlasts the program; `camera` that one can look for a card; `files` that files can be handed over;
    `photo` and `recording` that one can be made here; `one_button` that the glass leaves the foot to what leads on,
    so that the other buttons come before it; `few_lines` that it holds a few lines only; `upright` that it is higher
    than wide. `machine` is the name that
    staff gave it, `version` the program's. `places` gives those that the town knows; they are read when a form
    first asks for one; `maps` that places can be shown on one; `keyed` are the ways with keys or switches
    that stand at the machine; `scanner` tells that a hand scanner does, `scans_cards` and `scans_receipts` that cards
    with settings and receipts may be held to it. `emblem` is the authority's picture, made anew by ourselves,
    empty for none; `emblem_room` that it names one, which may not be drawn yet.
    """

    town: str
    phone: str
    counter: LocalisedText
    hours: str
    emergency: str
    now: datetime
    at_home: bool
    languages: tuple[Language, ...]
    office_language: Language
    preferences: Preferences
    defaults: Preferences
    featured: tuple[str, ...]
    keyboard: bool
    can_print: bool
    trial_mode: bool
    camera: bool = False
    machine: str = ""
    version: str = ""
    files: bool = False
    photo: bool = False
    recording: bool = False
    one_button: bool = False
    few_lines: bool = False
    upright: bool = False
    places: Callable[[], Gazetteer] = nowhere
    maps: bool = False
    town_names: LocalisedText = LocalisedText()
    keyed: tuple[Way, ...] = ()
    usual_step: int = 1
    scanner: bool = True
    scans_cards: bool = True
    scans_receipts: bool = True
    emblem: bytes = b""
    emblem_room: bool = False

    def on_glass(self, layout: Layout, way: Way | None = None) -> Setting:
        """The same, with what only the look of a page knows of the glass; `way` is the one in use."""
        letters = self.keyboard or (way is not None and way.needs_letters)
        return replace(
            self,
            one_button=layout.one_button,
            few_lines=layout.few_lines,
            upright=layout.portrait,
            keyboard=letters,
        )

    def with_emblem(self, emblem: bytes) -> Setting:
        """The same with the authority's picture, or with none."""
        return replace(self, emblem=emblem) if emblem else self

    def town_in(self, language: str) -> str:
        """What the town is called on a page in this language."""
        return next((one.text for one in self.town_names.versions if one.language == language), self.town)

    def with_pace(self, assisted: bool) -> Preferences:
        """The preferences with everything larger and slower, or at the profile's text size and usual pace."""
        changed = self.preferences.with_assisted(assisted)
        if assisted:
            return changed
        usual = self.usual_step if self.defaults.assisted else self.defaults.text_step
        return changed.with_text_step(usual)
