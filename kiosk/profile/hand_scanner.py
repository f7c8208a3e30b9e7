# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a hand scanner stands at the machine, what it is called, and what is taken from it."""

from dataclasses import dataclass
from enum import Enum

from kiosk.profile.reading import Table


class Scanned(Enum):
    """What is known by its first signs wherever it is read; in a field a scanner types whatever it reads."""

    SETTINGS = "settings"
    RECEIPTS = "receipts"
    SET_UPS = "set-ups"


@dataclass(frozen=True, slots=True)
class HandScanner:
    """`device` is a part of what the kernel calls it, empty where nobody has said; `reads` is what it is used for."""

    there: bool = True
    device: str = ""
    reads: tuple[Scanned, ...] = tuple(Scanned)

    def takes(self, kind: Scanned) -> bool:
        """Whether it stands there, and something of this kind that is held to it is taken."""
        return self.there and kind in self.reads


def read_scanner(table: Table, *, there: bool) -> HandScanner:
    """`[scanner]`; `there` is what counts where nobody says whether one stands there."""
    names = [one.value for one in Scanned]
    stands, device = table.truth("there", there), table.text("device", "")
    named = table.words("reads", names, least=0, default=names)
    table.leftovers()
    return HandScanner(stands, device, tuple(one for one in Scanned if one.value in named))
