# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The looks in which pictures of the program are taken."""

from dataclasses import dataclass

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from core.ids import Language


@dataclass(frozen=True, slots=True)
class Dress:
    """One way the program can look: a screen, and the preferences on it."""

    name: str
    screen: ScreenMeasure
    preferences: Preferences


WIDE = ScreenMeasure(1920, 1080, 102)
LAPTOP = ScreenMeasure(1366, 768, 100)
UPRIGHT = ScreenMeasure(1080, 1920, 141)

DRESSES = (
    Dress("wide", WIDE, Preferences()),
    Dress("laptop", LAPTOP, Preferences()),
    Dress("upright", UPRIGHT, Preferences()),
    Dress("wide-200-high-dark", WIDE, Preferences(text_step=4, theme="high-dark")),
    Dress("wide-300", WIDE, Preferences(text_step=5)),
    Dress("upright-170-assisted", UPRIGHT, Preferences(text_step=3, assisted=True)),
    Dress("laptop-130-yellow", LAPTOP, Preferences(text_step=2, theme="yellow-on-black")),
)
LANGUAGES = tuple(Language(tag) for tag in ("en", "es", "ar", "zh-Hans"))
