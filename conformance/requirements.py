# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The eighty requirements that every screen is held to, and those of a machine, read from TOML files beside this."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal

Severity = Literal["blocker", "major", "minor"]
Layer = Literal["core", "window", "outside", "trip", "machine"]
HOW_MANY: Final = 80
OF_MACHINES: Final = 18
"""K-01 to K-18 of the standard's section on lockdown."""

LEFT_BEHIND: Final = 17
"""E-01 to E-17 of its section on privacy."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement: `clause` names its sources, `criteria` where the conformance report answers for it.

    A blocker must be true before a release; a major may be waived with a reason in the report. `layer` is where it
    is proved. `parts`, when there are any, make the whole only together. `gaps` are what no test shows, or what is
    known not to be so. `note` says what the claim means where the standard leaves a choice; it lowers nothing.
    """

    id: str
    title: str
    clause: str
    severity: Severity
    layer: Layer
    criteria: tuple[str, ...]
    parts: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    note: str = ""


@cache
def requirements() -> Mapping[str, Requirement]:
    """Id → requirement of a screen, in the order of the list."""
    return _read("requirements.toml")


@cache
def lockdown() -> Mapping[str, Requirement]:
    """Id → requirement of a machine, in the order of the list. No criterion of the report stands on one of them."""
    return _read("lockdown.toml")


@cache
def left_behind() -> Mapping[str, Requirement]:
    """Id → what must not be left of a visit on a machine. No criterion stands on one of them either."""
    return _read("left_behind.toml")


@cache
def known() -> Mapping[str, Requirement]:
    """All that a test can show."""
    return MappingProxyType({**requirements(), **lockdown(), **left_behind()})


def _read(name: str) -> Mapping[str, Requirement]:
    raw = tomllib.loads(files("conformance").joinpath(name).read_text("utf-8"))
    return MappingProxyType(
        {
            name: Requirement(
                name,
                one["title"],
                one["clause"],
                one["severity"],
                one["layer"],
                tuple(one.get("criteria", ())),
                tuple(one.get("parts", ())),
                tuple(one.get("gaps", ())),
                one.get("note", ""),
            )
            for name, one in raw.items()
        }
    )
