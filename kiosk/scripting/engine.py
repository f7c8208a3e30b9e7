# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one script in QuickJS, with nothing around it and a budget; only the scripting process loads this."""

import json
from pathlib import Path
from typing import Final

import quickjs

from core.forms.programs import LONGEST_RESULT, Outcome, Program, Result, Stop, Stopped, Thrown

SECONDS: Final = 0.2
"""Processor time for one script. Those of published forms take a thousandth."""

MEMORY: Final = 24_000_000
STACK: Final = 200_000
"""Bytes that one script may use."""

_GIVEN: Final = Path(__file__).with_name("given.js").read_text("utf-8")


def run(program: Program, seen: object) -> Outcome:
    """Run a program in an engine of its own. What it does inside is told, never raised."""
    context = quickjs.Context()
    context.set_memory_limit(MEMORY)
    context.set_max_stack_size(STACK)
    context.set_time_limit(SECONDS)
    call = json.dumps({"code": program.code, "result": program.result, "seen": seen})
    try:
        told = context.eval(_GIVEN)(call)
    except quickjs.JSException:
        return Stopped(Stop.BUDGET)
    if not isinstance(told, str) or len(told) > LONGEST_RESULT:
        return Stopped(Stop.BUDGET)
    return outcome_of(told)


def outcome_of(told: str) -> Outcome:
    """The outcome that is written in JSON. One that is not to be read is an engine's that has failed."""
    try:
        found = json.loads(told)
    except (ValueError, RecursionError):
        return Stopped(Stop.ENGINE)
    match found:
        case {"refused": str(name)}:
            return Stopped(Stop.NAME, name[:60])
        case {"thrown": True}:
            return Thrown()
        case {"value": value, "given": bool(given)}:
            return Result(value, given)
        case _:
            return Stopped(Stop.ENGINE)
