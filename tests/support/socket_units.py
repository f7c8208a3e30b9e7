# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands for systemd's socket units where there is no systemd."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def socket_unit(folder: Path, role: str) -> "subprocess.Popen[bytes]":
    """What a socket unit with Accept=yes does."""
    path = folder / f"{role}.sock"
    child = (sys.executable, "-m", "tests.support.pretend_child", role, str(folder))
    listening = subprocess.Popen(
        ("systemd-socket-activate", "-a", "--inetd", "-l", path, "-E", f"PYTHONPATH={ROOT}", *child),
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 15
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return listening
