# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""On somebody's own computer, which shows no letters to press, they are there for a way that is only being tried."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.visit import events as e
from core.visit import trying
from core.visit.card_events import CardPressed, CodePressed
from core.visit.way_pages import Practise
from kiosk import link
from tests.kiosk.test_window_follows import at_home
from ui.present.card import CodeContents


@pytest.mark.requirement("OPR-09", part="letters to press, also for a way on trial")
@pytest.mark.parametrize(("way", "letters"), [("keyboard", False), ("five-keys", True), ("one-switch", True)])
def test_a_field_has_letters_for_the_way_that_is_tried(
    qtbot: QtBot, tmp_path: Path, way: str, letters: bool
) -> None:
    with at_home(tmp_path) as session:
        session.show(link.SHOW_WELCOME)
        session.send(e.ComfortPressed())
        session.send(e.WayPageChanged(Practise(way)))
        for event in (e.ComfortPressed(), CardPressed(), CodePressed()):
            session.send(event)
        assert trying.tried(session.runner.visit) is not None
        contents = session.window._contents
        assert isinstance(contents, CodeContents)
        assert contents.keyboard is letters
