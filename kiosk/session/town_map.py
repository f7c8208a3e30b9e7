# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The town's map for one session: its process is asked in a lane of its own, so that the window waits for no tile."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from core.errors import Trouble
from core.town_map import Plan, Tile
from core.visit import effects as fx
from core.visit import events as e
from kiosk.lanes import Lane
from kiosk.mapping.map_process import MapProcess

log = logging.getLogger("kiosk.visit")

AT_ONCE: Final = 6
"""Tiles of one answer: what is under the cross is seen before the edges are there."""


class TownMap:
    """`file` is None where the profile names no map; then nothing is ever started."""

    def __init__(self, file: Path | None, lane: Lane, send: Callable[[e.Event], None]) -> None:
        self._process = MapProcess(file) if file is not None else None
        self._lane, self._send = lane, send

    def carry_out(self, effect: fx.MapEffect) -> None:
        """Open the map, or bring tiles of it."""
        process = self._process
        if process is None:
            self._send(e.MapUnreadable(Trouble("map.none")))
            return
        match effect:
            case fx.OpenMap():
                self._lane.run(process.plan, self._opened)
            case fx.DrawMap(tiles=tiles):
                for first in range(0, len(tiles), AT_ONCE):
                    self._lane.run(partial(_drawn, process, tiles[first : first + AT_ONCE]), self._send)

    def close(self) -> None:
        """End what is being drawn, and then everything."""
        if self._process is not None:
            self._process.interrupt()
        self._lane.close()
        if self._process is not None:
            self._process.close()

    def _opened(self, found: Plan | str) -> None:
        if isinstance(found, Plan):
            self._send(e.MapOpened(found))
            return
        log.error("the town's map %s", found)
        self._send(e.MapUnreadable(Trouble("map.none", detail=found)))


def _drawn(process: MapProcess, tiles: tuple[Tile, ...]) -> e.MapDrawn:
    return e.MapDrawn({tile: process.tile(tile) for tile in tiles})
