# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What another core does at a start is the same as what would be done without it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.session.beside import LIBRARIES, libraries

LOADED = """
import sys, time
from kiosk.session.beside import libraries, load_libraries
load_libraries()
wanted, until = set(libraries()), time.monotonic() + 60
while missing := {path for path in wanted if path not in open("/proc/self/maps").read()}:
    assert time.monotonic() < until, missing
    time.sleep(0.01)
print("PySide6" in sys.modules)
from kiosk.session.application import begin
from PySide6.QtCore import QThread
application = begin()
print(begin() is application, application.thread() is QThread.currentThread(), application.platformName())
from accessibility.qt.fonts import missing_families
print(missing_families())
"""


def test_libraries_that_are_there_before_qt_make_no_difference_to_it() -> None:
    done = subprocess.run(
        (sys.executable, "-c", LOADED),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.splitlines() == ["False", "True True offscreen", "()"]
    # Qt warns of an application that is not in the thread where it was loaded.
    assert not [line for line in done.stderr.splitlines() if "thread" in line]


@pytest.mark.parametrize(("display", "file"), [("xcb", "libqxcb.so"), ("vnc:port=0:size=9x9", "libqvnc.so")])
def test_the_library_of_this_display_is_loaded(
    display: str, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", display)
    found = [Path(path) for path in libraries()]
    assert all(path.exists() for path in found)
    assert [path.name.partition(".")[0] for path in found[:-1]] == list(LIBRARIES)
    assert found[-1].name == file
