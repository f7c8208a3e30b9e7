# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours of the drawn map: calm ones for the ground, dark ones for whatever is read or walked on."""

from typing import Final

from PySide6.QtGui import QColor

SEA, EARTH, GREEN, PAVED = "#b5d3e7", "#f6f2e7", "#cfe3bd", "#e7dcc6"
ROAD, EDGE, HOUSE, RAIL, QUAY = "#ffffff", "#a39a86", "#d3bfa4", "#4d4d55", "#7b7464"
LETTERS, SIGN = "#26231d", "#7a2f18"
SHADES: Final = 4
"""Steps between two colours that meet, so that edges are smooth and the file is small."""


def palette() -> list[QColor]:
    """Every colour of the map, and what lies between those that meet."""
    meeting = [(ROAD, one) for one in (EDGE, LETTERS, SIGN, RAIL)]
    meeting += [(EARTH, one) for one in (EDGE, SEA, GREEN, PAVED, ROAD, RAIL, QUAY)]
    meeting += [(EDGE, one) for one in (SEA, HOUSE, GREEN, PAVED, ROAD)] + [(SEA, QUAY), (SEA, ROAD)]
    return [_between(one, other, step / SHADES) for one, other in meeting for step in range(SHADES + 1)]


def _between(one: str, other: str, share: float) -> QColor:
    first, second = QColor(one), QColor(other)
    red, green, blue = (
        round(a + (b - a) * share)
        for a, b in (
            (first.red(), second.red()),
            (first.green(), second.green()),
            (first.blue(), second.blue()),
        )
    )
    return QColor(red, green, blue)
