# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a command starts it, supervisor, courier and all, whose sessions are `visiting_session`."""

import os
import signal
import sys
from pathlib import Path
from typing import Final

from core import failing
from kiosk import children, supervisor
from kiosk.command_line import start
from kiosk.command_line.log_lines import quiet_log
from kiosk.profile.model import KeySource

SUPERVISED: Final = "supervised"
MOST: Final = 64
"""Bytes of a word."""


def main(town: str, profile: str) -> int:
    """Run until told to stop."""
    quiet_log()
    _hold_what_is_given(Path(os.environ["PROOF_FOLDER"]) / SUPERVISED)
    children.SESSION = "tests.support.visiting_session"
    supervisor.SPARE_AFTER = 0.05
    # Every second of the visits that the proof asks for ends by a kill, and they are short.
    failing.DEATHS = 1_000
    return start.run(start.profile_or_stop(profile), profile, origin=town, key=KeySource.MEMORY)


def _hold_what_is_given(given: Path) -> None:
    """The seeded fault: at SIGUSR1 the supervisor has the word of that file in its memory, and no earlier one."""
    held = bytearray(MOST)

    def take(*_: object) -> None:
        # Read to its place, and wiped there: any copy would be found after the visit as well.
        held[:] = bytes(MOST)
        with given.open("rb", buffering=0) as file:
            file.readinto(held)
        given.unlink()

    signal.signal(signal.SIGUSR1, take)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
