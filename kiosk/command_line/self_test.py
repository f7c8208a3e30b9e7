# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk self-test`: what people meet is looked at before they come (K-16), without touching anything.

Whether a finger is felt and a sentence is heard, only somebody at the machine can tell: `kiosk setup` asks them, and
a technician tries glass and keys on the pages of staff (`core.visit.self_test`).
"""

from typing import TYPE_CHECKING

from kiosk.command_line.endings import Status
from kiosk.command_line.options import ProfileOption
from kiosk.command_line.start import profile_or_stop

if TYPE_CHECKING:
    from kiosk.command_line.findings import Finding
    from kiosk.profile.model import Profile


def self_test(profile: ProfileOption = "town-hall-kiosk") -> None:
    """Test what people meet: profile, sound, headphones, keys, touch, printer, a voice for each language."""
    from kiosk.command_line.findings import Verdict

    found = tested(profile_or_stop(profile))
    for finding in found:
        for line in finding.lines():
            print(line)
    bad = sum(finding.verdict is Verdict.BAD for finding in found)
    notes = sum(finding.verdict is Verdict.NOTE for finding in found)
    print(f"{bad} to mend, {notes} to know." if bad or notes else "What people meet here works.")
    raise SystemExit(int(Status.NOT_DONE if bad else Status.DONE))


def tested(profile: "Profile") -> "tuple[Finding, ...]":
    """Everything that is tested. A profile that would shut people out does not come as far as this."""
    from kiosk.command_line.device_findings import look_at_headphones, look_at_keys, look_at_touch
    from kiosk.command_line.findings import Finding, Verdict
    from kiosk.command_line.print_findings import printer
    from kiosk.command_line.voice_findings import look_at_sound, look_at_voice

    safe = Finding("profile", Verdict.FINE, f"{profile.name} shuts nobody out")
    checks = (look_at_sound, look_at_headphones, look_at_keys, look_at_touch, look_at_voice)
    return (safe, *(check(profile) for check in checks), printer(profile))
