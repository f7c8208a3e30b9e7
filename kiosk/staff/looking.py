# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the machine look at itself for a technician, in a process of its own that has a minute and a half."""

import json
import subprocess
from typing import Final

from core.staff.finding import Found, Gravity, Lack, Mend, Said, Topic
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
        said = Said(Topic.LOOK, Lack.LOOK_FAILED, Mend.COMMAND, {"command": "kiosk doctor"})
        return (Found("kiosk doctor", Gravity.BAD, type(problem).__name__, "Run it on a terminal.", said),)


def found_in(said: bytes) -> tuple[Found, ...]:
    """What that process has said, the worst first. ValueError for anything else."""
    found = tuple(
        Found(one["what"], Gravity(one["verdict"]), one["found"], one["mend"], said_in(one.get("said")))
        for one in json.loads(said)
    )
    return tuple(sorted(found, key=lambda one: list(reversed(Gravity)).index(one.gravity)))


def written(said: Said | None) -> dict[str, object] | None:
    """What is said, for a file or another process."""
    if said is None:
        return None
    return {
        "topic": said.topic.value,
        "lack": None if said.lack is None else said.lack.value,
        "mend": None if said.mend is None else said.mend.value,
        "values": dict(said.values),
        "at_start": said.at_start,
    }


def said_in(kept: object) -> Said | None:
    """What `written` wrote; None where there was nothing. KeyError or ValueError for anything else."""
    if not isinstance(kept, dict):
        return None
    lack, mend, values = kept["lack"], kept["mend"], kept["values"]
    return Said(
        Topic(kept["topic"]),
        None if lack is None else Lack(lack),
        None if mend is None else Mend(mend),
        {str(name): str(value) for name, value in values.items()} if isinstance(values, dict) else {},
        kept["at_start"] is True,
    )
