# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of settings that are carried: the card, the field for a code, and what a card has changed."""

from collections.abc import Mapping
from dataclasses import replace

from core.errors import Trouble
from core.visit import pages as p
from core.visit.state import Visit


def card_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""

    def over(one: p.Over) -> Visit:
        return replace(home, over=one)

    return {
        "card": over(p.SettingsCard()),
        "card-busy": over(p.SettingsCard(busy=True)),
        "card-kept": over(p.SettingsCard(kept=True)),
        "card-not-kept": over(p.SettingsCard(trouble=Trouble("trouble.printer"))),
        "code": over(p.CodeEntry()),
        "code-unknown": over(p.CodeEntry(typed="0A4K 92XN", asked="0A4K 92XN")),
        "code-looking": over(p.CodeEntry(looking=True)),
        "code-no-camera": over(p.CodeEntry(trouble=Trouble("trouble.no_camera"))),
        "card-read": over(p.CardRead(known=True, speaks=True)),
        "card-unknown": over(p.CardRead(known=False)),
    }
