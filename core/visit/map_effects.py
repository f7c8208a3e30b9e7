# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visit asks of the process that reads the town's map."""

from dataclasses import dataclass, field

from core.town_map import Tile


@dataclass(frozen=True, slots=True)
class OpenMap:
    """Answered by `MapOpened` or `MapUnreadable`."""


@dataclass(frozen=True, slots=True)
class DrawMap:
    """Bring these tiles, those first that are seen first. Answered by `MapDrawn`, perhaps in several parts."""

    tiles: tuple[Tile, ...] = field(repr=False)


MapEffect = OpenMap | DrawMap
