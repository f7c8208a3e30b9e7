# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who listens to a kiosk: by its loudspeaker, or with a handset that nobody else hears."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.profile.model import Profile
from kiosk.profile.voice_place import Private
from tests.support.listener import Listener, listening_session


@pytest.fixture
def listener(qapp: QApplication, tmp_path: Path) -> Iterator[Listener]:
    with listening_session(tmp_path) as found:
        yield found


@pytest.fixture
def with_handset(qapp: QApplication, tmp_path: Path) -> Iterator[Listener]:
    with listening_session(tmp_path, change=always) as found:
        yield found


def always(profile: Profile) -> Profile:
    return replace(profile, voice=replace(profile.voice, private=Private.ALWAYS))
