# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads changed values as a start would read them, and says in people's terms what does not fit together."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from accessibility.layout import ScreenMeasure
from core.breach import Breach, Wrong
from core.ids import QuestionPath
from kiosk.profile import thresholds
from kiosk.profile.file import read_tables
from kiosk.profile.model import Profile
from kiosk.profile.reading import Mistake, Table
from kiosk.profile_editing.groups import ROOT

KINDS: Final = {
    "screen.ppi": Wrong.GLASS,
    "origins": Wrong.ORIGIN,
    "origins.origin": Wrong.ADDRESS,
    "catalogue": Wrong.ADDRESS,
    "access.endpoint": Wrong.ADDRESS,
    "languages": Wrong.VOICE,
    "office_language": Wrong.OFFICE,
    "voice.private": Wrong.JACK,
    "store.recovery_key": Wrong.KEY,
    "paper.trusted_keys": Wrong.KEY,
    "town.places": Wrong.FILE,
    "town.map": Wrong.FILE,
    "access.user": Wrong.USER,
    "bundle.address": Wrong.ORIGIN,
    "telemetry.endpoint": Wrong.ORIGIN,
    "bundle.root": Wrong.FILE,
}
"""What is wrong where a start finds a mistake that is no matter of one value."""

_PLACE: Final = re.compile(r"\[\d+\]")


def judged(values: Mapping[str, Any], file: Path) -> tuple[Breach, ...]:
    """Everything that would keep a start from taking these values as the profile in `file`."""
    found = read(values, file)
    if isinstance(found, Profile):
        return ()
    return tuple(_breach(one, values) for one in found)


def read(values: Mapping[str, Any], file: Path) -> Profile | tuple[Mistake, ...]:
    """The profile of these values, or its mistakes."""
    table = Table(values)
    profile = read_tables(table, file)
    table.leftovers()
    return tuple(table.mistakes) or profile


def _breach(mistake: Mistake, values: Mapping[str, Any]) -> Breach:
    key = _PLACE.sub("", mistake.key)
    kind = KINDS.get(key, Wrong.OTHER)
    path = QuestionPath(f"{ROOT}/{mistake.key.removesuffix('.origin').replace('.', '/')}")
    if key in ("origins", "origins.origin", "paper.trusted_keys"):
        path = QuestionPath(f"{ROOT}/{key.removesuffix('.origin').replace('.', '/')}[+]")
    if kind is not Wrong.GLASS:
        return Breach(path, kind)
    glass = _glass(values)
    if glass is None:
        return Breach(path, Wrong.OTHER)
    return Breach(
        path,
        kind,
        {
            "found": f"{max(thresholds.least_target(glass), 0):.1f}",
            "least": f"{thresholds.smallest_target():g}",
            "most": str(thresholds.densest(glass)),
        },
    )


def _glass(values: Mapping[str, Any]) -> ScreenMeasure | None:
    screen = values.get("screen")
    if not isinstance(screen, dict):
        return None
    numbers = [screen.get(key) for key in ("width", "height", "ppi")]
    wide, high, ppi = (one if isinstance(one, int | float) and one > 0 else 0 for one in numbers)
    return ScreenMeasure(int(wide), int(high), float(ppi)) if wide and high and ppi else None
