# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a bundle may hold, and where each thing lies in it: `profile/profile.toml`, `agencies/health/forms/a.xml`."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

MOST_FILES: Final = 2_000
MOST_BYTES: Final = 512 * 1024 * 1024
LARGEST: Final = 160 * 1024 * 1024
"""Bytes of one file: a neural voice has about 115 MB."""

DEEPEST: Final = 4
"""Names below a kind: folders and a file."""

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_GIVER: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class Kind(Enum):
    """What a file of a bundle is for; the value is its folder."""

    PROFILE = "profile"
    CATALOGUE = "catalogue"
    FORMS = "forms"
    MEDIA = "media"
    LANGUAGES = "languages"
    VOICES = "voices"


PROFILE_FILE: Final = "profile/profile.toml"
TOP: Final = "targets"
"""TUF's name for the role whose signature stands for everything that was not handed to somebody else."""


class Giver(Enum):
    """Who besides the town may sign: an agency its catalogue and forms, a partner languages and voices."""

    AGENCY = "agency"
    PARTNER = "partner"

    @property
    def folder(self) -> str:
        """Where its files lie."""
        return {"agency": "agencies", "partner": "partners"}[self.value]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What it may sign. Nobody but the town says how a machine is set up."""
        return (
            (Kind.CATALOGUE, Kind.FORMS, Kind.MEDIA)
            if self is Giver.AGENCY
            else (Kind.LANGUAGES, Kind.VOICES, Kind.MEDIA)
        )

    def role(self, name: str) -> str:
        """Its role's name in TUF."""
        return f"{self.value}-{name}"

    def patterns(self, name: str) -> list[str]:
        """The paths of TUF that are handed over. A `*` does not cross a `/`."""
        return [
            f"{self.folder}/{name}/{kind.value}{'/*' * depth}"
            for kind in self.kinds
            for depth in range(1, DEEPEST + 1)
        ]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file of a bundle belongs: its kind, the names below it, and who signs for it (nobody: the town)."""

    kind: Kind
    names: tuple[str, ...]
    giver: Giver | None = None
    by: str = ""

    @property
    def path(self) -> str:
        """The whole path in the bundle."""
        return prefix(self.giver, self.by) + "/".join((self.kind.value, *self.names))


def prefix(giver: Giver | None, name: str) -> str:
    """What stands before the kind in the paths of whoever signs."""
    return f"{giver.folder}/{name}/" if giver is not None else ""


def giver_of(role: str) -> tuple[Giver, str] | None:
    """Whose role it is; None for the town's own, and for a name that is nobody's."""
    for giver in Giver:
        name = role.removeprefix(f"{giver.value}-")
        if name != role and _GIVER.fullmatch(name):
            return giver, name
    return None


def own_prefix_of(role: str) -> str:
    """What stands before the paths of a role; nothing for the town's own."""
    found = giver_of(role)
    return prefix(*found) if found is not None else ""


def place_of(path: str) -> Place | None:
    """The place of a path; None for anything that could lie elsewhere than it says, or that nobody may give."""
    parts = path.split("/")
    giver = next((one for one in Giver if one.folder == parts[0]), None)
    by = ""
    if giver is not None:
        if len(parts) < 2 or not _GIVER.fullmatch(parts[1]):
            return None
        by, parts = parts[1], parts[2:]
    kind = next((one for one in Kind if parts and one.value == parts[0]), None)
    names = tuple(parts[1:])
    if kind is None or (giver is not None and kind not in giver.kinds):
        return None
    if not 1 <= len(names) <= DEEPEST or not all(map(_NAME.fullmatch, names)):
        return None
    return Place(kind, names, giver, by)
