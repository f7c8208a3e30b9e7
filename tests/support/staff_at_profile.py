# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody of staff before the window in which a profile is changed, or a machine is set up."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from accessibility.layout import ScreenMeasure
from accessibility.speech.sink import RecordingSink
from core.errors import Trouble
from core.forms.entry import Entry
from kiosk.clock import MachineClock
from kiosk.gate.robot import SCREEN, Robot
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.profile_editing.opened import OpenedProfile
from kiosk.profile_editing.session import EditingSession
from kiosk.profile_editing.window import USUAL
from kiosk.setting_up.guide import Say


@contextmanager
def staff_at(
    opened: OpenedProfile | Trouble,
    tried: list[Entry],
    left: list[str],
    measure: ScreenMeasure = SCREEN,
    say: Say | None = None,
) -> Iterator[Robot]:
    """Before a file that was opened; with `say` it is set up step by step."""
    assert isinstance(opened, OpenedProfile)
    profile, sink = opened.read(opened.began) or load(USUAL), RecordingSink()
    assert isinstance(profile, Profile)
    session = EditingSession(
        opened, profile, measure, MachineClock(), sink, lambda: left.append("left"), tried.append, say=say
    )
    session.window.shell.resize(measure.width_px, measure.height_px)
    session.open()
    session.window.shell.show()
    QApplication.processEvents()
    try:
        yield Robot(session, sink)
    finally:
        session.close()
        session.window.shell.hide()
        session.window.shell.deleteLater()
        session.deleteLater()
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
