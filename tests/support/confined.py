# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a few lines of Python in a process of its own, which gives up what one of ours gives up."""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.children import OWN_CODE


def run(code: str, folder: Path) -> int:
    """The exit status. `folder` is where it begins."""
    return subprocess.run(
        (sys.executable, "-c", code),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": OWN_CODE, "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=60,
        check=False,
    ).returncode
