# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether who sits before the machine reaches everything that is pressed on its screen."""

import math

from core.staff.finding import Lack, Mend, Said, Topic
from kiosk.command_line.findings import Finding, Verdict, lacks
from kiosk.profile.model import Profile
from kiosk.profile.reachable import Reach, reach_of

WHAT = "reach"


def look_at_reach(profile: Profile) -> Finding:
    """What the numbers under [screen] say: how high the glass hangs, and how much of it is used at each text size."""
    screen = profile.screen
    if profile.at_home:
        return Finding(WHAT, Verdict.FINE, "at home the screen stands where its owner wants it")
    if not screen.floor:
        mend = "measure from the floor to the lower edge of the glass, and write it as floor_mm into [screen]"
        return Finding(
            WHAT, Verdict.NOTE, "nobody has measured how high the screen hangs", mend, _unset("floor_mm")
        )
    if not (screen.width and screen.height):
        mend = "write its pixels as width and height into [screen]"
        said = _unset("width, height", Lack.REACH_SIZELESS)
        return Finding(WHAT, Verdict.NOTE, "the profile does not say how large the screen is", mend, said)
    found = reach_of(screen.measure(screen.width, screen.height))
    assert found is not None
    return _judged(found)


def _unset(keys: str, lack: Lack = Lack.REACH_UNMEASURED) -> Said:
    return lacks(Topic.REACH, lack, Mend.PROFILE, setting=f"[screen] {keys}")


def _judged(found: Reach) -> Finding:
    if found.too_high:
        steps = ", ".join(str(step) for step in found.too_high)
        told = f"buttons up to {max(found.highest):.0f} mm above the floor at text size {steps}"
        mend = f"hang it {math.ceil(found.lower_by)} mm lower: people reach {found.limit:.0f} mm from a wheelchair"
        said = lacks(
            Topic.REACH,
            Lack.REACH_HIGH,
            Mend.LOWER,
            height=f"{max(found.highest):.0f}",
            steps=steps,
            millimetres=f"{math.ceil(found.lower_by)}",
            limit=f"{found.limit:.0f}",
        )
        return Finding(WHAT, Verdict.NOTE, told, mend, said)
    if found.too_low:
        told = f"the lowest buttons are {found.lowest:.0f} mm above the floor"
        said = lacks(Topic.REACH, Lack.REACH_LOW, Mend.HIGHER, height=f"{found.lowest:.0f}", limit="380")
        mend = "hang it higher: people reach down to 380 mm from a wheelchair"
        return Finding(WHAT, Verdict.NOTE, told, mend, said)
    return Finding(
        WHAT, Verdict.FINE, f"everything to press is at most {max(found.highest):.0f} mm above the floor"
    )
