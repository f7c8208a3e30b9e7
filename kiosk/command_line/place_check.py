# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the places, the map and the emblem that a profile names, for staff: a bad file stops, a good one is told of."""

from core.staff.finding import Lack, Mend, Topic
from core.town_map import Plan
from kiosk.command_line.endings import Status, stop
from kiosk.command_line.findings import Finding, Verdict, lacks
from kiosk.mapping.map_process import MapProcess
from kiosk.profile.file_emblem import ALLOWED
from kiosk.profile.gazetteer_file import BadPlacesError, read_places
from kiosk.profile.model import Profile
from kiosk.session.emblem import drawn


def places_or_stop(profile: Profile) -> str:
    """How many places there are; a line on standard error, and the end, for a file that cannot be used."""
    file = profile.town.places
    if file is None:
        return "no places"
    try:
        return f"{len(read_places(file.read_bytes()).places)} places"
    except (OSError, BadPlacesError) as problem:
        stop(f"{file}: {problem}", Status.WRONG_USE)


def map_or_stop(profile: Profile) -> str:
    """Which levels the map has, and whom it names; a line and the end as in `places_or_stop`."""
    if profile.town.map is None:
        return "no map"
    found = _map(profile)
    if not isinstance(found, Plan):
        stop(f"{profile.town.map}: {found}", Status.WRONG_USE)
    return _told(found)


def look_at_map(profile: Profile) -> Finding:
    """Whether the map can be shown."""
    file = profile.town.map
    if file is None:
        return Finding("map", Verdict.FINE, "none; places are found by name")
    found = _map(profile)
    if isinstance(found, Plan):
        return Finding("map", Verdict.FINE, _told(found))
    mend = "put an MBTiles file with pictures as tiles there, or take `map` out of [town]"
    said = lacks(Topic.MAP, Lack.MAP_BROKEN, Mend.FILE, file=file.name)
    return Finding("map", Verdict.BAD, f"{file.name} {found}", mend, said)


def emblem_or_stop(profile: Profile) -> None:
    """A line and the end as in `places_or_stop` for an emblem that cannot be drawn."""
    found = look_at_emblem(profile)
    if found.verdict is Verdict.BAD:
        stop(f"{profile.town.emblem}: cannot be drawn; {found.mend}", Status.WRONG_USE)


def look_at_emblem(profile: Profile) -> Finding:
    """Whether the emblem can be drawn, by drawing it."""
    file = profile.town.emblem
    if file is None:
        return Finding("emblem", Verdict.FINE, "none; the door stands in its place")
    if drawn(file):
        return Finding("emblem", Verdict.FINE, file.name)
    mend = f"put {ALLOWED} there, or take `emblem` out of [town]"
    said = lacks(Topic.EMBLEM, Lack.EMBLEM_BROKEN, Mend.FILE, file=file.name)
    return Finding("emblem", Verdict.BAD, f"{file.name} cannot be drawn", mend, said)


def look_at_places(profile: Profile) -> Finding:
    """Whether the list of places can be read."""
    file = profile.town.places
    if file is None:
        return Finding("places", Verdict.FINE, "none; people write the two numbers of a place")
    try:
        return Finding("places", Verdict.FINE, f"{len(read_places(file.read_bytes()).places)} places")
    except (OSError, BadPlacesError) as problem:
        said = lacks(Topic.PLACES, Lack.PLACES_BROKEN, Mend.FILE, file=file.name)
        mend = "put a GeoJSON file of points there, or take `places` out of [town]"
        return Finding("places", Verdict.BAD, f"{file.name} {problem}", mend, said)


def _told(plan: Plan) -> str:
    return f"a map of the levels {plan.least} to {plan.most} ({plan.attribution or 'which names nobody'})"


def _map(profile: Profile) -> Plan | str:
    """What the process that reads it says, which also has to be there."""
    file = profile.town.map
    assert file is not None
    process = MapProcess(file)
    try:
        return process.plan()
    finally:
        process.close()
