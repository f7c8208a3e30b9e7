# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a command starts it, supervisor, courier and all, whose sessions are `visiting_session`."""

import sys

from core import failing
from kiosk import children, supervisor
from kiosk.command_line import start
from kiosk.profile.model import KeySource

PROFILE = "town-hall-kiosk"


def main(town: str) -> int:
    """Run until told to stop."""
    start.quiet_log()
    children.SESSION = "tests.support.visiting_session"
    supervisor.SPARE_AFTER = 0.05
    # Every second of the visits that the proof asks for ends by a kill, and they are short.
    failing.DEATHS = 1_000
    return start.run(start.profile_or_stop(PROFILE), PROFILE, origin=town, key=KeySource.MEMORY)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
