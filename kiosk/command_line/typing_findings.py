# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the doctor finds out about writing Chinese and Japanese."""

from core.staff.finding import Lack, Mend, Topic
from kiosk.command_line.findings import Finding, Verdict, lacks
from kiosk.profile.model import Profile
from kiosk.typing.engines import packages_missing
from kiosk.typing.process import TypingProcess


def look_at_typing(profile: Profile) -> Finding:
    """Whether every language whose text is chosen by its sound can be typed."""
    process = TypingProcess()
    try:
        lacking = {tag: packages_missing(tag, process.answer) for tag in profile.languages}
    finally:
        process.close()
    packages = sorted({package for found in lacking.values() for package in found})
    if not packages:
        return Finding("typing", Verdict.FINE, "every language")
    verdict = Verdict.BAD if profile.on_screen_keyboard else Verdict.NOTE
    cannot = ", ".join(tag for tag, found in lacking.items() if found)
    mend = f"apt-get install {' '.join(packages)}"
    said = lacks(Topic.TYPING, Lack.TYPING_NONE, Mend.COMMAND, languages=cannot, command=mend)
    return Finding("typing", verdict, f"no characters in {cannot}", mend, said)
