# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a cold start does before its first picture, told by what is loaded then; times are the bench's business."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from core.visit.events import LanguagesPressed
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.early import plain_words
from kiosk.lanes import HeldLane, InlineLane
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.opening import kept_settings, open_window
from ui.page_frame_paging import PAGED_OUT
from ui.parts.control import Control

LATER = (
    "apsw",
    "babel",
    "core.catalogue",
    "core.forms",
    "core.submission",
    "core.visit.answers",
    "core.visit.events",
    "core.visit.filling_events",
    "core.visit.pages",
    "core.visit.settings_pages",
    "core.visit.state",
    "core.visit.step",
    "inspect",
    "keyring",
    "kiosk.command_line.commands",
    "kiosk.effects",
    "kiosk.session.assembly",
    "kiosk.session.window",
    "kiosk.store_access",
    "lxml",
    "offline_cache",
    "pyphen",
    "services",
    "subprocess",
    "typer",
    "tempfile",
    "traceback",
    "ui.hands",
    "ui.keyboard",
    "ui.pages.home",
    "ui.present.reading",
    "accessibility.speech.making",
    "accessibility.speech.sink",
    "accessibility.speech.transcript",
    "PySide6.QtDBus",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "shibokensupport.signature.layout",
    "shibokensupport.signature.parser",
    "zipfile",
)
"""None of it is needed to draw the welcome page."""

AT_THE_FIRST_PICTURE = """
import json, os, sys
# A supervisor that says nothing yet.
os.dup2(os.pipe()[0], 0)
from kiosk import command_line
from kiosk.session.quickly import load_quickly
load_quickly()
from kiosk.session import process, starting
from kiosk.session.later import Later

def painted(self):
    loaded = sorted(name for name, module in sys.modules.items() if type(module) is not Later)
    print(json.dumps({"modules": loaded, "heading": self._opening.contents.heading,
                      "filters": self._gate is not None, "height": self._shell.height()}), flush=True)
    os._exit(0)

process.Process._on_painted = painted
starting.main_early("run", "town-hall-kiosk", "memory")
"""


def test_first_picture_is_the_welcome_page_and_waits_for_nothing_else() -> None:
    done = subprocess.run(
        (sys.executable, "-c", AT_THE_FIRST_PICTURE),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.getcwd()},
        capture_output=True,
        timeout=120,
        check=True,
    )
    found = json.loads(done.stdout)
    too_early = [
        name for name in found["modules"] if name in LATER or name.startswith(tuple(f"{n}." for n in LATER))
    ]
    assert too_early == []
    assert "ui.pages.welcome" in found["modules"]
    assert found["heading"]
    assert found["height"] > 100
    # An event filter on the application meets every private object of Qt, which costs more than the page does.
    assert not found["filters"]


@pytest.mark.parametrize(
    "measure",
    [
        ScreenMeasure(1080, 1920, 141),
        ScreenMeasure(1080, 1920, 102),
        ScreenMeasure(2160, 3840, 163),
        ScreenMeasure(1920, 1080, 102),
        ScreenMeasure(1366, 768, 100),
    ],
    ids=lambda measure: f"{measure.width_px}x{measure.height_px}",
)
def test_nothing_is_missing_in_the_first_picture_on_any_glass(measure: ScreenMeasure, qtbot: QtBot) -> None:
    """The page is made before the window has its size, and shared out for none at all."""
    profile = load("town-hall-kiosk")
    assert isinstance(profile, Profile)
    opening = open_window(profile, None, measure, MachineClock().wall(), trial=False)
    qtbot.addWidget(opening.shell)
    opening.shell.resize(measure.width_px, measure.height_px)
    opening.shell.show()
    QApplication.processEvents()
    page = opening.shell.page
    assert page is not None
    seen = {widget.objectName() for widget in page.findChildren(Control) if widget.isVisible()}
    assert {"welcome.larger", "welcome.more"} <= seen
    assert [
        widget
        for widget in page.findChildren(QWidget)
        if not widget.isVisible() and widget.property(PAGED_OUT)
    ] == []


def test_what_is_pressed_before_the_visit_is_there_is_told_in_its_order(qtbot: object) -> None:
    profile = load("town-hall-kiosk")
    assert isinstance(profile, Profile)
    opening = open_window(profile, None, ScreenMeasure(1366, 768, 100), MachineClock().wall(), trial=False)
    told: list[object] = []
    assert opening.shell.page is not None
    more = opening.shell.page.findChild(Control, "welcome.more")
    assert isinstance(more, Control)
    more.activated.emit()
    opening.shell.pressed.emit("help")
    opening.hand_over(told.append, told.append)
    opening.shell.pressed.emit("settings")
    opening.shell.deleteLater()
    assert told == [LanguagesPressed(), "help", "settings"]


def test_a_trial_at_home_begins_without_what_was_kept(tmp_path: Path) -> None:
    home = load("home")
    assert isinstance(home, Profile)
    order = link.Order("home", str(tmp_path), {}, trial=True)
    assert kept_settings(home, order) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("run", {"command": "run", "profile": "town-hall-kiosk", "key": ""}),
        ("demo -p home --key memory", {"command": "demo", "profile": "home", "key": "memory"}),
        ("run --profile=my.toml", {"command": "run", "profile": "my.toml", "key": ""}),
        ("run --help", None),
        ("run --key gold", None),
        ("run --profile", None),
        ("run extra", None),
        ("outbox", None),
        ("", None),
    ],
)
def test_only_a_plain_command_line_opens_a_window_early(words: str, found: dict[str, str] | None) -> None:
    assert plain_words(words.split()) == found


def test_held_work_is_done_in_its_order_once_released() -> None:
    lane = HeldLane(InlineLane())
    done: list[int] = []
    lane.run(lambda: 1, done.append)
    lane.run(lambda: 2, done.append)
    assert done == []
    lane.release()
    lane.run(lambda: 3, done.append)
    assert done == [1, 2, 3]


COPY = """
import subprocess, sys
from kiosk.early import copy_self
copy = copy_self()
if copy is None:
    sys.exit(len(sys.stdin.readline()))
try:
    copy.wait(0.05)
    print("ended too soon")
except subprocess.TimeoutExpired:
    copy.stdin.write(b"1234\\n")
    copy.stdin.close()
    print(copy.wait(30), copy.wait(), copy.stdout.read())
"""


def test_a_copy_of_the_process_is_heard_and_ends_with_its_own_status() -> None:
    done = subprocess.run(
        (sys.executable, "-c", COPY),
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == [b"5", b"5", b"b''"]
