# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who presses Finish in the window of `kiosk setup` or `kiosk profile edit`, which is the same, is let go: it ends."""

import os
import subprocess
import sys
from pathlib import Path

PATIENCE = 120


def test_the_command_ends_when_its_window_is_left(tmp_path: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "tests.support.program_that_is_left", str(tmp_path / "new.toml")),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / ".new.toml.set-up").exists(), "it goes on where it was left"
