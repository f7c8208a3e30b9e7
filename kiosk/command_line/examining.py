# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m kiosk.command_line.examining PROFILE`: what `kiosk doctor` finds, as JSON, for a page of the window.

A process of its own: what looks at voices and fonts loads much that a window need not keep.
"""

import json
import sys
from dataclasses import asdict

from kiosk.command_line.doctor import examined
from kiosk.command_line.start import profile_or_stop


def main() -> None:
    """Print it, and nothing else."""
    findings = examined(profile_or_stop(sys.argv[1]))
    print(json.dumps([asdict(one) | {"verdict": one.verdict.value} for one in findings]))


if __name__ == "__main__":
    main()
