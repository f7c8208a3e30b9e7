# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""PySide6 6.12.0 on Python 3.11 drops a reference to None with most calls, until the interpreter aborts."""

import sys

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 2_000


def lost(work: "object", calls: int = CALLS) -> int:
    assert callable(work)
    work()
    before = sys.getrefcount(None)
    for _ in range(calls):
        work()
    return before - sys.getrefcount(None)


@pytest.fixture
def label(qapp: QApplication) -> QLabel:
    return QLabel("text")


def test_calls_that_return_nothing_keep_none_alive(label: QLabel) -> None:
    """A healthy binding loses none; the broken one loses about one for each call."""
    timer, parent = QTimer(), QObject()
    for work in (
        lambda: label.setText("a"),
        label.isVisible,
        lambda: timer.setInterval(5),
        lambda: parent.setObjectName("a"),
        label.update,
    ):
        assert lost(work) < CALLS // 10


def test_the_check_would_see_a_lost_reference() -> None:
    """The negative control: a dropped reference to None is counted."""
    held = [None] * CALLS
    assert lost(lambda: held.pop() if held else None, CALLS - 1) > CALLS // 2
