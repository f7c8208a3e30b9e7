# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places that a profile names: read when a form first asks for one, and then kept for the process."""

import logging
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.gazetteer import Gazetteer

log = logging.getLogger("kiosk.places")


@cache
def places_of(file: Path | None) -> "Callable[[], Gazetteer]":
    """What gives the places of a file, always the same; those of none without one."""
    return partial(_read, file)


@cache
def _read(file: Path | None) -> "Gazetteer":
    """Nobody loses a form because a file was spoiled after its profile was checked: numbers can still be written."""
    # Most visits ask for no place.
    from core.gazetteer import NOWHERE
    from kiosk.profile.gazetteer_file import BadPlacesError, read_places

    if file is None:
        return NOWHERE
    try:
        return read_places(file.read_bytes())
    except (OSError, BadPlacesError) as problem:
        log.error("the places of the town: %s %s", file.name, problem)
        return NOWHERE
