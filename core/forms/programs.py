# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a form needs of an engine that runs its programs; the engine lives in a process of its own, outside of here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

LONGEST_RESULT = 20_000
"""Characters of a result, written as JSON."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program, and the name of the variable that its result is in when it has ended."""

    code: str
    result: str


@dataclass(frozen=True, slots=True)
class Result:
    """It ended. `value` is plain JSON; `given` tells whether the program has given its variable a value at all."""

    value: object
    given: bool


@dataclass(frozen=True, slots=True)
class Thrown:
    """It ended with an exception of its own, as programs do that meet an answer which is not there yet."""


class Stop(Enum):
    """Why a program came to no end."""

    NAME = "name"
    BUDGET = "budget"
    ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Stopped:
    """It used something that there is not here, took more than its budget, or the engine is no more."""

    why: Stop
    what: str = ""


Outcome = Result | Thrown | Stopped


class Engine(Protocol):
    """Runs programs. The same program with the same variables comes to the same end, whatever ran before it."""

    def run(self, program: Program, seen: Mapping[str, object]) -> Outcome:
        """Run one. `seen` are the variables that it finds, as plain JSON. Never raises for what a program does."""
