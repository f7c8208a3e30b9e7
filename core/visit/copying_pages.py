# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places at which a manager copies the settings of one machine to another, by codes on its screen."""

from dataclasses import dataclass, field

from core.code_set import Gathered
from core.errors import Trouble


@dataclass(frozen=True, slots=True)
class StaffShowCodes:
    """One code of the set at a time; none while they are made. `shown` is its place from 0."""

    codes: tuple[str, ...] = field(default=(), repr=False)
    shown: int = 0


@dataclass(frozen=True, slots=True)
class StaffReadCodes:
    """What a scanner or the camera has read so far. `strange` once it was no code of a set, `looking` while the camera
    looks, `taking` while all of it is proved; `trouble` is what the camera could not do."""

    gathered: Gathered = field(default_factory=Gathered)
    strange: bool = False
    looking: bool = False
    taking: bool = False
    trouble: Trouble | None = None


CopyPage = StaffShowCodes | StaffReadCodes
