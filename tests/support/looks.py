# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for tests of parts: any step, theme and language, on any of the three kinds of glass."""

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look

GLASS = {
    "H1": ScreenMeasure(1366, 768, 100),
    "K2": ScreenMeasure(1920, 1080, 102),
    "K1": ScreenMeasure(1080, 1920, 141),
}


def look(
    step: int = 1,
    language: str = "en",
    *,
    theme: str = "standard",
    assisted: bool = False,
    glass: str = "K2",
) -> Look:
    """A look with the program's own words."""
    preferences = Preferences(text_step=step, theme=theme, assisted=assisted)
    return Look(preferences, GLASS[glass], language)
