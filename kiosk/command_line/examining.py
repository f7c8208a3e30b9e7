# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m kiosk.command_line.examining PROFILE`: what `kiosk doctor` finds, as JSON, for a page of the window.

With `--self-test` behind it, what `kiosk self-test` finds.

A process of its own: what looks at voices and fonts loads much that a window need not keep.
"""

import json
import sys

from kiosk.command_line.doctor import examined
from kiosk.command_line.self_test import tested
from kiosk.command_line.start import profile_or_stop
from kiosk.staff.looking import SELF_TEST


def main() -> None:
    """Print it, and nothing else."""
    examine = tested if SELF_TEST in sys.argv[2:] else examined
    findings = examine(profile_or_stop(sys.argv[1]))
    print(json.dumps([one.plain() for one in findings]))


if __name__ == "__main__":
    main()
