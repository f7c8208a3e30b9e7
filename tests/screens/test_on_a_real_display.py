# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""On a real X display, read back pixel by pixel, colours, letters, targets and the ring are what they promise."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.support.display import display

PATIENCE = 240
BOUNDS = {
    "standard": (10.0, 21.0),
    "high-dark": (20.0, 21.0),
    "high-light": (20.0, 21.0),
    "yellow-on-black": (15.0, 21.0),
    "low-glare": (4.5, 8.0),
    "system": (10.0, 21.0),
}
"""Of running text with its ground (SEE-06, SEE-08)."""

CAPITALS_MM = {"1": 5.2, "2": 6.8, "3": 8.8, "4": 10.4, "5": 15.6}
A_PIXEL_MM, HALF_A_PIXEL_MM = 0.25, 0.13
ROUNDING = 0.05


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    with display("1920x1080x24") as (name, _):
        done = subprocess.run(
            (sys.executable, "-m", "tests.support.on_the_glass"),
            env={**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("theme", BOUNDS)
def test_running_text_has_the_contrast_of_its_theme(measured: dict[str, Any], theme: str) -> None:
    assert measured["platform"] == "xcb"
    least, most = measured["contrasts"][theme]
    assert BOUNDS[theme][0] - ROUNDING <= least <= most <= BOUNDS[theme][1] + ROUNDING


@pytest.mark.parametrize("step", CAPITALS_MM)
def test_capitals_are_as_high_as_the_text_step_says(measured: dict[str, Any], step: str) -> None:
    asked = CAPITALS_MM[step]
    assert asked - HALF_A_PIXEL_MM <= measured["capitals"][step] <= asked + A_PIXEL_MM


@pytest.mark.parametrize(("mode", "least"), [("standard", 12.7), ("assisted", 20.0)])
def test_what_is_pressed_is_large_enough(measured: dict[str, Any], mode: str, least: float) -> None:
    assert measured["targets"][mode] >= least - HALF_A_PIXEL_MM


@pytest.mark.parametrize("theme", BOUNDS)
def test_the_ring_of_the_focus_is_seen(measured: dict[str, Any], theme: str) -> None:
    thick, strong = measured["rings"][theme]
    assert thick >= 2
    assert strong >= 3.0
