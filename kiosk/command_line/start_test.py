# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the self-test found at the start of an installed machine (K-16): its unit keeps it, doctor and staff are told.

The unit sees every device; a session sees hardly one, and could not say whether a touch screen is plugged in.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.clock import BOOT_ID
from kiosk.command_line.findings import Finding, Verdict
from kiosk.profile.model import KeySource, Profile
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
        "found": [asdict(one) | {"verdict": one.verdict.value} for one in found],
    }
    write_whole(file or record(), json.dumps(told).encode())


def look_at_start(profile: Profile, file: Path | None = None, boot: str | None = None) -> Finding:
    """What it found at this start. Only a machine that systemd gives its key tests itself."""
    if profile.key is not KeySource.CREDENTIAL:
        return Finding(WHAT, Verdict.FINE, "only an installed machine tests itself at its start")
    try:
        with (file or record()).open("rb") as opened:
            told = json.loads(opened.read(MOST_BYTES))
        then = datetime.fromtimestamp(told["at"]).astimezone()
        bad = [
            f"{one['what']}: {one['found']}" for one in told["found"] if one["verdict"] == Verdict.BAD.value
        ]
        ran = str(told["boot"])
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return Finding(WHAT, Verdict.BAD, "the self-test has told nothing", LOOK)
    here = this_start() if boot is None else boot
    if here and ran and here != ran:
        return Finding(WHAT, Verdict.NOTE, "the self-test has not run since this start", LOOK)
    at = f"{then:%Y-%m-%d %H:%M}"
    if bad:
        return Finding(WHAT, Verdict.BAD, f"at {at}: {'; '.join(bad)}", f"mend them; {AGAIN} looks again")
    return Finding(WHAT, Verdict.FINE, f"at {at} all that people meet was there")
