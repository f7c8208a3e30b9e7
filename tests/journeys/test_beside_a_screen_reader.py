# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own voice is silent while a screen reader runs, whenever that begins or ends, on a real accessibility bus."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.requirement("AT-08")
@pytest.mark.timeout(120)
def test_the_voice_is_silent_beside_a_screen_reader_that_comes_goes_and_was_there_before() -> None:
    command = ("dbus-run-session", "--", sys.executable, "-m", "tests.support.listening_beside_a_reader")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=110, check=False)
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "without": 1,
        "still speaking": False,
        "while it runs": 0,
        "begun by a key while it runs": 0,
        "after it": 1,
        "with one that was there before": 0,
    }
