# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in which a profile is changed, as its command starts it, for who looks at it from outside."""

import sys

from kiosk.command_line import profile_editing

if __name__ == "__main__":
    sys.exit(profile_editing.run(sys.argv[1]))
