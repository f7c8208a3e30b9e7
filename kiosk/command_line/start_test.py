# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the self-test found at the start of an installed machine (K-16): its unit keeps it, doctor and staff are told.

The unit sees every device; a session sees hardly one, and could not say whether a touch screen is plugged in.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from core.staff.finding import Lack, Mend, Said, Topic
from kiosk.clock import BOOT_ID
from kiosk.command_line.findings import Finding, Verdict, lacks
from kiosk.profile.model import KeySource, Profile
from kiosk.staff.looking import said_in
from kiosk.store_folder import OF_THE_SERVICE
from offline_cache.private_files import write_whole

WHAT: Final = "start (K-16)"
AGAIN: Final = "systemctl start civic-kiosk-self-test"
LOOK: Final = "systemctl status civic-kiosk-self-test"
MOST_BYTES: Final = 100_000


def record() -> Path:
    """Where it is kept: in the folder that systemd gives the service."""
    return Path(os.environ.get("STATE_DIRECTORY", "") or OF_THE_SERVICE) / "self-test.json"


def this_start() -> str:
    """The kernel's id of this start; empty in a session, which may not read it."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        return ""


def keep(found: Sequence[Finding], now: float, file: Path | None = None, boot: str | None = None) -> None:
    """Write it down, in the place of the one before. OSError where that cannot be done."""
    told = {
        "at": int(now),
        "boot": this_start() if boot is None else boot,
        "found": [one.plain() for one in found],
    }
    write_whole(file or record(), json.dumps(told).encode())


def look_at_start(profile: Profile, file: Path | None = None, boot: str | None = None) -> tuple[Finding, ...]:
    """What it found at this start, each thing by itself. Only a machine that systemd gives its key tests itself."""
    if profile.key is not KeySource.CREDENTIAL:
        return (Finding(WHAT, Verdict.FINE, "only an installed machine tests itself at its start"),)
    try:
        with (file or record()).open("rb") as opened:
            told = json.loads(opened.read(MOST_BYTES))
        then = datetime.fromtimestamp(told["at"]).astimezone()
        at = f"{then:%Y-%m-%d %H:%M}"
        bad = tuple(_bad(one, at) for one in told["found"] if one["verdict"] == Verdict.BAD.value)
        ran = str(told["boot"])
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        said = lacks(Topic.START, Lack.START_SILENT, Mend.COMMAND, command=LOOK)
        return (Finding(WHAT, Verdict.BAD, "the self-test has told nothing", LOOK, said),)
    here = this_start() if boot is None else boot
    if here and ran and here != ran:
        said = lacks(Topic.START, Lack.START_NOT_RUN, Mend.COMMAND, command=LOOK)
        return (Finding(WHAT, Verdict.NOTE, "the self-test has not run since this start", LOOK, said),)
    return bad or (Finding(WHAT, Verdict.FINE, f"at {at} all that people meet was there"),)


def _bad(kept: Mapping[str, Any], at: str) -> Finding:
    """One thing that it found. KeyError, TypeError or ValueError for what it did not write."""
    said = said_in(kept.get("said")) or Said(Topic.START, Lack.START_FOUND, Mend.COMMAND, {"command": AGAIN})
    mend = "; ".join(part for part in (str(kept["mend"]), f"{AGAIN} looks again") if part)
    found = f"at {at}: {kept['what']}: {kept['found']}"
    return Finding(WHAT, Verdict.BAD, found, mend, replace(said, at_start=True))
