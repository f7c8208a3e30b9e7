# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes every test strict: no unexpected log, nothing left running, nothing left on the screen."""

import faulthandler
import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from i18n.compile import compile_all

pytest_plugins = ["tests.support.requirement_results"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHONFAULTHANDLER", "1")
faulthandler.enable()
compile_all()
# How long an example takes to make says how busy the machine is, and nothing of the program.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

GRACE = 3.0
"""Seconds that a thread or process gets to end by itself after a test."""


def pytest_collection_finish() -> None:
    """Let the collector pass over what stays to the end, for it is asked for all it has after every test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs at WARNING or above without saying that it means to."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [
        r for phase in ("setup", "call") for r in caplog.get_records(phase) if r.levelno >= logging.WARNING
    ]
    if records:
        pytest.fail("unexpected log: " + "; ".join(f"{r.name}: {r.getMessage()}" for r in records))


def _children() -> set[int]:
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        try:
            found.update(int(pid) for pid in (task / "children").read_text().split())
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a thread or a child process behind."""
    threads, children = set(threading.enumerate()), _children()
    yield
    deadline = time.monotonic() + GRACE
    while True:
        left = [t for t in threading.enumerate() if t not in threads and t.is_alive()]
        orphans = _children() - children
        if not left and not orphans:
            return
        if time.monotonic() > deadline:
            break
        time.sleep(0.02)
    pytest.fail(f"left behind: threads {[t.name for t in left]}, processes {sorted(orphans)}")


@pytest.fixture(autouse=True)
def nothing_left_on_screen(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window or a running timer behind. Only where Qt was used at all."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    windows = [w for w in application.topLevelWidgets() if w.isVisible()]
    timers = [t for w in application.topLevelWidgets() for t in w.findChildren(QTimer) if t.isActive()]
    for widget in application.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if windows or timers:
        pytest.fail(f"left on screen: windows {windows}, timers {timers}")
