# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first set-up of a machine, as its command starts it, for who looks at it from outside."""

import sys

from kiosk.command_line import profile_editing

if __name__ == "__main__":
    sys.exit(profile_editing.guide(f"{sys.argv[1]}.new.toml"))
