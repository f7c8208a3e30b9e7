# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command `kiosk`. A window that somebody waits for is started before the rest of the commands is even read."""

import sys

from kiosk import children


def main() -> None:
    """Run the command line, and end with its exit status."""
    first = children.start_early(sys.argv[1:])
    from kiosk.command_line.commands import run_commands

    sys.exit(run_commands(sys.argv[1:], first))
