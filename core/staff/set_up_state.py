# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff are told of their machine's set-up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetUpState:
    """`stale` once its source was not seen for thirty days (reliability.md B8); `editable` where it is changed here,
    `copies` where it can come from another machine, because a root to trust is named. `version` is that of the bundle
    in use, 0 for the machine's own profile; `looked` is when its source was last seen (epoch seconds), 0 for never.
    `asks` where it is at an address that can be asked at once. `ready` is a version that waits for nobody to be at the
    machine, `tried` one that has yet to prove itself, `left` one that did not, each 0 for none.
    """

    stale: bool = False
    editable: bool = False
    copies: bool = False
    version: int = 0
    looked: float = 0.0
    asks: bool = False
    ready: int = 0
    tried: int = 0
    left: int = 0
