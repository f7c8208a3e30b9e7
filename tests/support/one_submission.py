# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One submission to one agency of the town, and how many the town has stored."""

from tests.support.sandbox_town import RunningTown
from tests.support.town_wire import instance

AGENCY = "civil-registry"
XML = instance("register-birth", "uuid:1")


def stored(town: RunningTown) -> int:
    """How many submissions the town has."""
    return int(town.counts()["submissions"])
