# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads changed values as a start would read them, and says in people's terms what does not fit together."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from core.breach import Breach, Wrong
from core.ids import QuestionPath
from kiosk.profile.file import read_tables
from kiosk.profile.model import Profile
from kiosk.profile.reading import Mistake, Table
from kiosk.profile_editing.groups import ROOT

KINDS: Final = {
    "origins.origin": Wrong.ADDRESS,
    "catalogue": Wrong.ADDRESS,
    "probe": Wrong.ADDRESS,
    "access.endpoint": Wrong.ADDRESS,
    "office_language": Wrong.OFFICE,
    "store.recovery_key": Wrong.KEY,
    "paper.trusted_keys": Wrong.KEY,
    "town.places": Wrong.FILE,
    "town.map": Wrong.FILE,
    "town.emblem": Wrong.FILE,
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
    return tuple(breach_of(one) for one in found)


def read(values: Mapping[str, Any], file: Path) -> Profile | tuple[Mistake, ...]:
    """The profile of these values, or its mistakes."""
    table = Table(values)
    profile = read_tables(table, file)
    table.leftovers()
    return tuple(table.mistakes) or profile


def breach_of(mistake: Mistake) -> Breach:
    """The mistake as staff see it, at the setting where it is mended."""
    key = setting_of(mistake)
    path = QuestionPath(f"{ROOT}/{mistake.key.removesuffix('.origin').replace('.', '/')}")
    if key in ("origins", "origins.origin", "paper.trusted_keys"):
        path = QuestionPath(f"{ROOT}/{key.removesuffix('.origin').replace('.', '/')}[+]")
    return Breach(path, KINDS.get(key, mistake.kind), mistake.values)


def setting_of(mistake: Mistake) -> str:
    """The key of the setting, without the place in a list."""
    return _PLACE.sub("", mistake.key)
