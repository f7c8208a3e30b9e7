# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a profile how each agency lets this machine in."""

from pathlib import Path

from core.access_way import AccessWay
from kiosk.profile.authorities import read_authorities
from kiosk.profile.model import Access
from kiosk.profile.reading import Table


def read_access(table: Table, beside: Path) -> tuple[Access, ...]:
    """Every `[[access]]`. With a user the key is a password; mistakes are noted at the table.

    `beside` is the profile's folder, where files of authorities lie.
    """
    found = []
    for one in table.tables("access"):
        user = one.text("user", "")
        way = one.choice("way", AccessWay, AccessWay.PASSWORD if user else AccessWay.KEY)
        if not user and way in (AccessWay.PASSWORD, AccessWay.SESSION):
            one.wrong("user", "is missing", "the name that belongs to the password")
        authorities = read_authorities(one, beside)
        found.append(Access(one.address("endpoint"), one.text("key"), user, way, authorities))
        one.leftovers()
    return tuple(found)
