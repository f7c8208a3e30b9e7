# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a proof gives back, and what it is given."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the promise was kept, and its figures in one line."""

    kept: bool
    figures: str


@dataclass(frozen=True, slots=True)
class Trial:
    """One run of a proof: the promise's number, whether its fault is seeded, and an empty folder to work in."""

    number: int
    control: bool
    folder: Path


class CannotRunError(Exception):
    """This machine does not allow what the proof needs; says what."""


class Proof(Protocol):
    """Runs one promise's test. What goes wrong in another way than the promise's is raised."""

    def __call__(self, trial: Trial) -> Verdict:
        """The verdict; with `control`, on the program with the fault."""
