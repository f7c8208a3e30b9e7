# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a command starts it, supervisor, courier and all, whose sessions are another module's.

The environment's `SESSION_MODULE` names it.
"""

import os
import sys

from kiosk import children
from kiosk.command_line import start
from kiosk.command_line.log_lines import quiet_log
from kiosk.profile.model import KeySource


def main(profile: str) -> int:
    """Run until told to stop."""
    quiet_log()
    children.SESSION = os.environ["SESSION_MODULE"]
    return start.run(start.profile_or_stop(profile), profile, key=KeySource.MEMORY)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
