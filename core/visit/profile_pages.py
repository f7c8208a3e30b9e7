# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places where staff change what a kiosk is set up with: groups of settings, one of them, and what has changed."""

from dataclasses import dataclass

from core.visit.guiding_state import SetUpStep


@dataclass(frozen=True, slots=True)
class ProfileGroups:
    """All groups of settings. `told` once saving was asked for while something does not fit."""

    told: bool = False


@dataclass(frozen=True, slots=True)
class ProfileGroup:
    """The settings of one group, each with its value."""

    name: str


@dataclass(frozen=True, slots=True)
class ProfileFind:
    """The words by which somebody looks for a setting, and the settings that they find."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class ProfileOrder:
    """The order of what a setting holds. `placed` are those that were given a place, in order."""

    placed: str = ""


@dataclass(frozen=True, slots=True)
class ProfileChanges:
    """What is different from the profile that runs. `leaving` while somebody leaves who has not saved."""

    leaving: bool = False


@dataclass(frozen=True, slots=True)
class SetUp:
    """One page of a first set-up. `told` once saving was asked for while something does not fit."""

    step: SetUpStep
    told: bool = False


EditorPage = ProfileGroups | ProfileFind | ProfileGroup | ProfileOrder | ProfileChanges
ProfilePage = EditorPage | SetUp
