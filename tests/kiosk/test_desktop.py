# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home the desktop's colours and contrast are followed live, over a real D-Bus (AT-10)."""

import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.session.desktop import CONTRAST, KDE_FONT, SCALE, SCHEME, Desktop

ROOT = Path(__file__).parents[2]


@pytest.mark.requirement("AT-10", part="the desktop's settings portal, live")
def test_what_the_desktop_asks_for_is_heard_on_the_bus_one_change_after_the_other() -> None:
    if shutil.which("dbus-run-session") is None:
        if os.environ.get("CI"):
            pytest.fail("dbus-run-session is not installed, and this environment must have it")
        pytest.skip("dbus-run-session is not installed")
    done = subprocess.run(
        ("dbus-run-session", "--", sys.executable, "-m", "tests.support.desktop_client"),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split("\n") == [
        "True False",
        "True True",
        "False True",
        "False False",
        "None False",
        "1.5",
        "2.0",
        "1.3",
        "",
    ]


@pytest.mark.parametrize("value", [None, "dark", True, [], 7, -1])
def test_what_no_desktop_would_say_changes_nothing(qapp: object, value: object) -> None:
    desktop = Desktop()
    before = desktop.wishes
    desktop._take(SCHEME, value)
    desktop._take(CONTRAST, value)
    desktop._take("accent-color", 1)
    sizes: list[float] = []
    desktop.scaled.connect(sizes.append)
    for scale in (value, math.nan, math.inf, -2.0, 0.0, 1.0):
        desktop._take(SCALE, scale)
    for font in (value, "", "Sans", "Sans,large", "Sans,nan", "Sans,inf", "Sans,-1", "Sans,10,-1"):
        desktop._take(KDE_FONT, font)
    assert desktop.wishes == before
    assert sizes == []
    desktop.deleteLater()
