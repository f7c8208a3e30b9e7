# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A device on which the voice is really heard, and the voice."""

from collections.abc import Iterator

import pytest

from kiosk.session.speaker import SpeakerSink
from tests.support.ear import Ear, listening


@pytest.fixture(scope="module")
def ear(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ear]:
    with listening(tmp_path_factory.mktemp("ear")) as found:
        yield found


@pytest.fixture
def sink(ear: Ear, monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeakerSink]:
    for name, value in ear.environment.items():
        monkeypatch.setenv(name, value)
    sink = SpeakerSink()
    yield sink
    sink.close()
