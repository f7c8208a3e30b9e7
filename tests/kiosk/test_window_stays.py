# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever closes windows: that of a kiosk stays, and that of a home PC says that it was closed."""

from typing import cast

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import link
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.first_sight import FirstSight


@pytest.mark.requirement("K-06", part="what would close a window changes nothing")
@pytest.mark.parametrize(
    ("profile", "said"), [("town-hall-kiosk", []), ("home", [link.Ended("closed")])], ids=["kiosk", "home"]
)
def test_a_window_of_a_kiosk_is_closed_by_nothing(qtbot: QtBot, profile: str, said: list[link.Line]) -> None:
    told: list[link.Line] = []
    shell = QWidget()
    qtbot.addWidget(shell)
    order = link.Order(profile, "", {}, trial=False)
    watch = FirstSight(shell, order, cast(Profile, load(profile)), told.append, lambda: None)
    shell.show()
    event = QCloseEvent()
    QApplication.sendEvent(shell, event)
    assert event.type() is QEvent.Type.Close
    assert not event.isAccepted()
    assert not shell.close()
    assert shell.isVisible()
    assert told == said * 2
    shell.removeEventFilter(watch)
