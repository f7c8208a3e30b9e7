# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One record of the log of staff: what happened, in which start of the machine, when, and who of which role did it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol

from core.staff.log_events import CATALOGUE, Disposition, LogEvent
from core.staff.roles import Role

KEPT_DAYS: Final = 400
CHECKPOINT_EVERY: Final = 100
LONGEST_REF: Final = 40

_NOTHING: Final[Mapping[str, str | int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written. `role` is None for the machine itself.

    ValueError for a name that the catalogue does not know beside this event, and for a text so long that it could be
    somebody's words (a bug).
    """

    event: LogEvent
    role: Role | None = None
    disposition: Disposition = Disposition.DONE
    refs: Mapping[str, str | int] = field(default_factory=lambda: _NOTHING)

    def __post_init__(self) -> None:
        unknown = set(self.refs) - set(CATALOGUE[self.event].refs)
        if unknown:
            raise ValueError(f"{self.event.value}: {sorted(unknown)} may not stand beside it")
        if any(isinstance(value, str) and len(value) > LONGEST_REF for value in self.refs.values()):
            raise ValueError(f"{self.event.value}: a reference is longer than {LONGEST_REF} signs")


@dataclass(frozen=True, slots=True)
class LogMoment:
    """When something happened: the id of this start of the machine, wall clock and steady clock in seconds."""

    boot: str
    wall: float
    steady: float


def packed(number: int, entry: Entry, at: LogMoment) -> dict[str, str | int | Mapping[str, str | int]]:
    """The record as plain data of whole numbers and texts, so that every program writes it with the same bytes."""
    return {
        "seq": number,
        "boot_id": at.boot,
        "wall": int(at.wall),
        "mono": int(at.steady * 1_000),
        "event_id": entry.event.value,
        "role": entry.role.value if entry.role is not None else "",
        "disposition": entry.disposition.value,
        "refs": dict(entry.refs),
    }


class Log(Protocol):
    """The log of staff on this machine."""

    def write(self, entry: Entry, at: LogMoment) -> int:
        """Its number, once it is on the disk."""

    def sign(self, at: LogMoment) -> None:
        """Sign what stands there now, where the last record is not signed yet."""

    def ended_in_order(self) -> bool:
        """Whether the program was stopped in order the last time; True where it never ran."""

    def shorten(self, at: LogMoment) -> None:
        """Take out what is older than `KEPT_DAYS`, and write that down."""
