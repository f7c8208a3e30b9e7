# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads whose machine it is: the names, places and words of the town or of another authority."""

from collections.abc import Sequence
from pathlib import Path

from core.ids import Language
from core.text import LocalisedText
from kiosk.profile.file_emblem import emblem_file
from kiosk.profile.file_places import town_file
from kiosk.profile.model import Town
from kiosk.profile.reading import Table


def read_town(table: Table, known: Sequence[str], folders: Sequence[Path], office: Language) -> Town:
    """`[town]`. `known` are the languages in which it may speak, `folders` where its files may lie.

    `office` is the language of what is written once.
    """
    town = Town(
        name=table.text("name"),
        names=table.localised("names", known),
        phone=table.text("phone"),
        counter=table.localised("counter", known),
        hours=table.text("hours", ""),
        emergency=table.text("emergency", "112"),
        places=town_file(table, "places", "a GeoJSON file of the town's places", folders),
        map=town_file(table, "map", "an MBTiles file with pictures as tiles", folders),
        emblem=emblem_file(table, "emblem", folders),
        notice=_notice(table, known, office),
    )
    table.leftovers()
    return town


def _notice(table: Table, known: Sequence[str], office: Language) -> LocalisedText:
    """The same in every language that somebody has written it in."""
    text, others = table.text("notice", ""), table.localised("notices", known)
    first = () if not text or office in others.languages else ((str(office), text),)
    return LocalisedText.of((*first, *((one.language, one.text) for one in others.versions if one.text)))
