# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody of staff before the window in which a profile is changed, or a machine is set up."""

from collections.abc import Iterator
from contextlib import contextmanager

from accessibility.layout import ScreenMeasure
from accessibility.speech.sink import RecordingSink
from core.errors import Trouble
from core.forms.entry import Entry
from kiosk.clock import MachineClock
from kiosk.gate.robot import SCREEN, Robot, standing
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
    with standing(session, measure, session.open):
        yield Robot(session, sink)
