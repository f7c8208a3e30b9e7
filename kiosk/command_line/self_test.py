# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk self-test`: what people meet is looked at before they come (K-16), without touching anything.

Whether a finger is felt and a sentence is heard, only somebody at the machine can tell: `kiosk setup` asks them, and
a technician tries glass and keys on the pages of staff (`core.visit.self_test`).
"""

import time
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.command_line.endings import Status, stop
from kiosk.command_line.options import ProfileOption
from kiosk.command_line.start import profile_or_stop

if TYPE_CHECKING:
    from kiosk.command_line.findings import Finding
    from kiosk.profile.model import Profile


def self_test(
    profile: ProfileOption = "town-hall-kiosk",
    kept: Annotated[
        bool, typer.Option("--keep", help="Keep what was found for `kiosk doctor` and the pages of staff.")
    ] = False,
) -> None:
    """Test what people meet: profile, sound, headphones, keys, touch, printer, a voice for each language."""
    from kiosk.command_line.findings import Verdict

    found = tested(profile_or_stop(profile))
    for finding in found:
        for line in finding.lines():
            print(line)
    if kept:
        from kiosk.command_line.start_test import keep

        try:
            keep(found, time.time())
        except OSError as problem:
            stop(f"what was found could not be kept: {problem.strerror}")
    bad = sum(finding.verdict is Verdict.BAD for finding in found)
    notes = sum(finding.verdict is Verdict.NOTE for finding in found)
    print(f"{bad} to mend, {notes} to know." if bad or notes else "What people meet here works.")
    raise SystemExit(int(Status.NOT_DONE if bad else Status.DONE))


def tested(profile: "Profile") -> "tuple[Finding, ...]":
    """Everything that is tested. A profile that would shut people out does not come as far as this."""
    from core.staff.finding import Said, Topic
    from kiosk.command_line.device_findings import look_at_headphones, look_at_keys, look_at_touch
    from kiosk.command_line.eye_findings import look_at_camera, look_at_scanner
    from kiosk.command_line.findings import Finding, Verdict
    from kiosk.command_line.print_findings import printer
    from kiosk.command_line.voice_findings import look_at_sound, look_at_voice

    safe = Finding("profile", Verdict.FINE, f"{profile.name} shuts nobody out", said=Said(Topic.PROFILE))
    devices = (look_at_headphones, look_at_keys, look_at_touch, look_at_scanner, look_at_camera)
    checks = (look_at_sound, *devices, look_at_voice)
    return (safe, *(check(profile) for check in checks), printer(profile))
