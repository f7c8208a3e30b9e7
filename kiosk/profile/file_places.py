# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a profile where files lie, where some can be handed over, and which have the places of the town."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.profile.model import FilePlaces, Kind
from kiosk.profile.reading import Table


def file_places(table: Table, kind: Kind) -> FilePlaces:
    """At home the usual folders; a kiosk takes files only from where its staff says."""
    usual = ["~/Documents", "~/Downloads", "~/Pictures"] if kind is Kind.HOME else []
    places = FilePlaces(
        folders=table.words("folders", None, least=0, default=usual),
        most=int(table.number("most_megabytes", 1, 50, 10, "megabytes")) * 1_000_000,
        camera=table.truth("camera", kind is Kind.HOME),
        microphone=table.truth("microphone", kind is Kind.HOME),
    )
    table.leftovers()
    return places


def town_file(table: Table, key: str, allowed: str, folders: Sequence[Path]) -> Path | None:
    """A file of the town's; one without a folder lies in the first of these that has it."""
    name = table.text(key, "")
    if not name:
        return None
    files = (folder / Path(name).expanduser() for folder in folders)
    file = next((one for one in files if one.is_file()), None)
    if file is None:
        table.wrong(key, "is no file", allowed)
    return file


def path_of(table: Table, key: str, beside: Path | None = None) -> Path | None:
    """A path; one without a root is looked for beside the profile first, because that is where a bundle brings it."""
    value = table.text(key, "")
    path = Path(value).expanduser()
    if value and beside is not None and (beside / path).exists():
        return beside / path
    return path if value else None
