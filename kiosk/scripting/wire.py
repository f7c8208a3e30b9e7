# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session and its scripting process say to each other: one JSON array a line, each way."""

import json
from collections.abc import Mapping
from typing import assert_never

from core.forms.programs import Outcome, Program, Result, Stop, Stopped, Thrown

LONGEST_LINE = 4_000_000
"""Bytes of a call: the program and the answers that it reads."""


def encode_call(program: Program, seen: Mapping[str, object]) -> bytes:
    """A call, as a line. The same program and answers are always the same line."""
    return json.dumps([program.code, program.result, seen], sort_keys=True).encode() + b"\n"


def decode_call(line: bytes) -> tuple[Program, dict[str, object]]:
    """A call's program and what it sees. ValueError for anything else."""
    match json.loads(line):
        case [str(code), str(result), dict(seen)]:
            return Program(code, result), seen
        case _:
            raise ValueError("not a call")


def encode_outcome(outcome: Outcome) -> bytes:
    """An outcome, as a line."""
    return json.dumps(_plain(outcome)).encode() + b"\n"


def _plain(outcome: Outcome) -> list[object]:
    match outcome:
        case Result(value=value, given=given):
            return ["result", value, given]
        case Thrown():
            return ["thrown"]
        case Stopped(why=why, what=what):
            return ["stopped", why.value, what]
        case _:
            assert_never(outcome)


def decode_outcome(line: bytes) -> Outcome:
    """An outcome from its line. One that is not to be read is that of an engine which has failed."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return Stopped(Stop.ENGINE)
    match found:
        case ["result", value, bool(given)]:
            return Result(value, given)
        case ["thrown"]:
            return Thrown()
        case ["stopped", str(why), str(what)] if why in {one.value for one in Stop}:
            return Stopped(Stop(why), what)
        case _:
            return Stopped(Stop.ENGINE)
