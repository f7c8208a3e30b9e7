# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of settings that are carried: the card, the field for a code, and what a card has changed."""

from collections.abc import Mapping
from dataclasses import replace

from core.errors import Trouble
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit.state import Visit


def card_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""

    def over(one: p.Over) -> Visit:
        return replace(home, over=one)

    return {
        "card": over(s.SettingsCard()),
        "card-busy": over(s.SettingsCard(busy=True)),
        "card-kept": over(s.SettingsCard(kept=True)),
        "card-not-kept": over(s.SettingsCard(trouble=Trouble("trouble.printer"))),
        "code": over(s.CodeEntry()),
        "code-unknown": over(s.CodeEntry(typed="0A4K 92XN", asked="0A4K 92XN")),
        "code-looking": over(s.CodeEntry(looking=True)),
        "code-no-camera": over(s.CodeEntry(trouble=Trouble("trouble.no_camera"))),
        "card-read": over(s.CardRead(known=True, speaks=True)),
        "card-unknown": over(s.CardRead(known=False)),
    }
