# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""'Try it as a visitor' opens the real program with the profile as it is, and leaves nothing when it ends."""

import os
import signal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import Trouble
from kiosk import link
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.profile_editing.trying import TryOut
from tests.support.edited_profile import copied

PATIENCE = 60_000
"""Milliseconds within which a session's window is painted on a machine that others use too."""


def text_of(tmp_path: Path, *changes: tuple[str, str]) -> tuple[str, Path]:
    file = copied(tmp_path)
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text, file


@pytest.mark.timeout(180)
def test_a_trial_shows_the_unsaved_profile_and_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    text, file = text_of(tmp_path, ("warning = 60", "warning = 90"))
    trial = TryOut()
    assert trial.start(text, file) is None
    session, courier = trial._children
    folders = tuple(trial._folders)
    tried = load(str(folders[0] / file.name))
    assert isinstance(tried, Profile)
    assert tried.delays.warning == 90
    with qtbot.waitSignal(trial.told, timeout=PATIENCE, check_params_cb=_is_shown):
        pass
    with qtbot.waitSignal(trial.over, timeout=PATIENCE):
        os.kill(session.process.pid, signal.SIGTERM)
    assert session.process.wait(1) is not None
    assert courier.process.wait(1) is not None
    assert not any(folder.exists() for folder in folders)
    unchanged = load(str(file))
    assert isinstance(unchanged, Profile)
    assert unchanged.delays.warning == 60


def _is_shown(line: link.Line) -> bool:
    return isinstance(line, link.Shown)


def test_a_profile_that_a_start_refuses_is_not_tried(qtbot: QtBot, tmp_path: Path) -> None:
    text, file = text_of(tmp_path, ("warning = 60", "warning = 5"))
    trial = TryOut()
    assert isinstance(trial.start(text, file), Trouble)
    assert trial._children == []
    assert trial._folders == []
