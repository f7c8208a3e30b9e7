# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a profile how each agency lets this machine in."""

from core.access_way import AccessWay
from kiosk.profile.model import Access
from kiosk.profile.reading import Table


def read_access(table: Table) -> tuple[Access, ...]:
    """Every `[[access]]`. With a user the key is a password; mistakes are noted at the table."""
    found = []
    for one in table.tables("access"):
        user = one.text("user", "")
        way = one.choice("way", AccessWay, AccessWay.PASSWORD if user else AccessWay.KEY)
        if not user and way in (AccessWay.PASSWORD, AccessWay.SESSION):
            one.wrong("user", "is missing", "the name that belongs to the password")
        found.append(Access(one.address("endpoint"), one.text("key"), user, way))
        one.leftovers()
    return tuple(found)
