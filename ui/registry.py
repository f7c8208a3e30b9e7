# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen of the program by name, with made-up data: what tests measure and screenshots show."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from core.ids import Language
from core.text import FALLBACK
from core.visit.state import Visit
from ui.registry_amounts import amount_screens
from ui.registry_answers import answer_screens
from ui.registry_assist import assist_screens
from ui.registry_card import card_screens
from ui.registry_drafts import draft_screens
from ui.registry_field_list import field_list_screens
from ui.registry_filling import filling_screens
from ui.registry_finding import finding_screens, visit_in_town
from ui.registry_languages import language_screens
from ui.registry_lists import list_screens
from ui.registry_machine import machine_screens
from ui.registry_media import media_screens
from ui.registry_notices import notice_screens
from ui.registry_own import own_screens
from ui.registry_places import place_screens
from ui.registry_profile import profile_screens
from ui.registry_reading import reading_screens
from ui.registry_set_up import set_up_screens
from ui.registry_staff import staff_screens
from ui.registry_typing import typing_screens
from ui.registry_ways import way_screens


def screens(language: Language = FALLBACK) -> Mapping[str, Visit]:
    """Name of the screen → a visit that shows it, in a language.

    Nothing in a visit ever changes, so that all who ask may have the same ones: making them takes a second.
    """
    return _made(language)


@cache
def _made(language: Language) -> Mapping[str, Visit]:
    home = visit_in_town(language)
    profiles = profile_screens(home)
    every = {
        **finding_screens(language),
        **filling_screens(home),
        **answer_screens(home),
        **place_screens(home),
        **amount_screens(home),
        **media_screens(home),
        **list_screens(home),
        **field_list_screens(home),
        **reading_screens(home),
        **notice_screens(home),
        **draft_screens(home),
        **own_screens(home),
        **assist_screens(home),
        **way_screens(home),
        **card_screens(home),
        **machine_screens(home),
        **language_screens(home),
        **typing_screens(home),
        **profiles,
        **set_up_screens(profiles["profile"]),
        **staff_screens(home),
    }
    return MappingProxyType(every)
