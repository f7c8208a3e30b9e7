# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the machine look at itself for a technician, in a process of its own that has a minute and a half."""

import json
import subprocess
from typing import Final

from core.staff.finding import Found, Gravity
from kiosk.children import own_command

EXAMINING: Final = "kiosk.command_line.examining"
PATIENCE: Final = 90.0
SELF_TEST: Final = "--self-test"


def findings(profile: str) -> tuple[Found, ...]:
    """What was found, the worst first; that nothing could be found out is a finding too."""
    try:
        done = subprocess.run(
            (*own_command(EXAMINING), profile),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
        return found_in(done.stdout)
    except (OSError, ValueError, KeyError, subprocess.SubprocessError) as problem:
        return (Found("kiosk doctor", Gravity.BAD, type(problem).__name__, "Run it on a terminal."),)


def found_in(said: bytes) -> tuple[Found, ...]:
    """What that process has said, the worst first. ValueError for anything else."""
    found = tuple(
        Found(one["what"], Gravity(one["verdict"]), one["found"], one["mend"]) for one in json.loads(said)
    )
    return tuple(sorted(found, key=lambda one: list(reversed(Gravity)).index(one.gravity)))
