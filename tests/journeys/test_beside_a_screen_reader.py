# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Assistive technology may come before, after and again: it finds the program, and our own voice leaves it the word."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.screen import screen
from i18n.messages import Messages
from kiosk.profile.file import SHIPPED

ROOT = Path(__file__).parents[2]


@pytest.mark.requirement("AT-08", part="our own voice is silent while a screen reader runs")
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


@pytest.mark.requirement("AT-08", part="the program is found by who comes before, after and again")
@pytest.mark.timeout(400)
def test_assistive_technology_finds_the_program_whenever_it_comes(tmp_path: Path) -> None:
    profile, texts = tmp_path / "kiosk.toml", Messages.load("en")
    profile.write_text((SHIPPED / "town-hall-kiosk.toml").read_text("utf-8"), "utf-8")
    with screen(1920, 1080) as display:
        told = (str(profile), "English", texts.text("home.heading"), str(tmp_path / "log"))
        done = subprocess.run(
            ("dbus-run-session", "--", sys.executable, "-m", "tests.support.coming_and_going", *told),
            cwd=ROOT,
            env={
                **os.environ,
                "DISPLAY": display.display,
                "XDG_RUNTIME_DIR": str(tmp_path),
                "NO_AT_BRIDGE": "0",
            },
            capture_output=True,
            timeout=380,
            check=False,
        )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "after it": True,
        "begun again": True,
        "before it": True,
        "one that is not on the bus": False,
    }
