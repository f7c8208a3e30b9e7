# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the places that a profile names, for staff: a bad file stops, a good one is counted."""

from kiosk.command_line.endings import Status, stop
from kiosk.profile.gazetteer_file import BadPlacesError, read_places
from kiosk.profile.model import Profile


def places_or_stop(profile: Profile) -> str:
    """How many places there are; a line on standard error, and the end, for a file that cannot be used."""
    file = profile.town.places
    if file is None:
        return "no places"
    try:
        return f"{len(read_places(file.read_bytes()).places)} places"
    except (OSError, BadPlacesError) as problem:
        stop(f"{file}: {problem}", Status.WRONG_USE)
