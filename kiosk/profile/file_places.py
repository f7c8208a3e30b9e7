# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a profile where files can be handed over."""

from kiosk.profile.model import FilePlaces, Kind
from kiosk.profile.reading import Table


def file_places(table: Table, kind: Kind) -> FilePlaces:
    """At home the usual folders; a kiosk takes files only from where its staff says."""
    usual = ["~/Documents", "~/Downloads", "~/Pictures"] if kind is Kind.HOME else []
    places = FilePlaces(
        folders=table.words("folders", None, least=0, default=usual),
        most=int(table.number("most_megabytes", 1, 50, 10, "megabytes")) * 1_000_000,
    )
    table.leftovers()
    return places
