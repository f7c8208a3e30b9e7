# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the doctor and the self-test say about what reads codes and takes photos: the hand scanner and the camera."""

from pathlib import Path
from typing import Final

from core.staff.finding import Lack, Mend, Topic
from kiosk.camera import eye_names, eye_there
from kiosk.command_line.device_findings import DEVICES, UNSEEN, devices, is_wrong
from kiosk.command_line.findings import Finding, Verdict, lacks, there
from kiosk.profile.model import Profile

NAMELESS: Final = "one is to stand here; its name is not in the profile, so nobody can miss it"


def look_at_scanner(profile: Profile, listed: Path = DEVICES) -> Finding:
    """A scanner is a keyboard to the kernel: it is known by its name alone, where the profile has that."""
    scanner = profile.scanner
    if not scanner.there:
        return Finding("scanner", Verdict.FINE, "none stands here", said=there(Topic.SCANNER, asked=False))
    if not scanner.device:
        lack = lacks(Topic.SCANNER, Lack.SCANNER_NAMELESS, Mend.PROFILE, setting="[scanner] device")
        return Finding("scanner", Verdict.NOTE, NAMELESS, "name it as `device` in [scanner]", lack)
    if not listed.exists():
        return Finding("scanner", Verdict.NOTE, UNSEEN, said=lacks(Topic.SCANNER, Lack.UNSEEN))
    wanted = scanner.device.casefold()
    found = [one.name for one in devices(listed) if one.has_keys and wanted in one.name.casefold()]
    if found:
        return Finding("scanner", Verdict.FINE, ", ".join(found), said=there(Topic.SCANNER, ", ".join(found)))
    mend = "plug it in, let USBGuard know it, or change `device` or `there` in [scanner]"
    lack = lacks(Topic.SCANNER, Lack.SCANNER_NONE, Mend.PLUG, device=scanner.device)
    return Finding("scanner", is_wrong(profile), f"no {scanner.device} is plugged in", mend, lack)


def look_at_camera(profile: Profile) -> Finding:
    """A camera, where people may take photos."""
    if not profile.files.camera:
        return Finding(
            "camera", Verdict.FINE, "no photos are taken here", said=there(Topic.CAMERA, asked=False)
        )
    if eye_there():
        found = ", ".join(eye_names()) or "there is one"
        return Finding("camera", Verdict.FINE, found, said=there(Topic.CAMERA, ", ".join(eye_names())))
    mend = "plug it in, let USBGuard know it, or set camera = false in [files]"
    lack = lacks(Topic.CAMERA, Lack.CAMERA_NONE, Mend.PLUG)
    return Finding("camera", Verdict.NOTE, "none; forms ask for a file instead", mend, lack)
