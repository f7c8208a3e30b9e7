# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map by ear in a real session: each press says where the cross is, to its own person only, and it is chosen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.places import metres, points_of
from core.visit import pages as p
from kiosk.profile.model import Profile
from kiosk.profile.voice_place import Private
from tests.support.listener import Listener, listening_session
from ui.parts.text import PlainText


@pytest.fixture(params=[Private.ALWAYS, Private.NEVER])
def listener(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Listener]:
    def heard(profile: Profile) -> Profile:
        return replace(profile, voice=replace(profile.voice, private=request.param))

    with listening_session(tmp_path, change=heard) as made:
        yield made


def press(listener: Listener, name: str) -> None:
    (key,) = [one for one in listener.session.window.shell.findChildren(QWidget, name) if one.isVisible()]
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    listener.live()


def seen(listener: Listener) -> list[str]:
    texts = listener.session.window.shell.findChildren(PlainText)
    return [one.block.text for one in texts if one.isVisible()]


def test_each_press_says_where_the_cross_is_and_the_place_that_is_chosen_is_said_back(
    listener: Listener,
) -> None:
    alone = listener.session.ears.private_route
    listener.wish(spoken=True)
    listener.at("where-map-near")
    assert ("The cross is at: Town Hall." in listener.heard()) is alone
    for name, where in (
        ("map.up", "The cross is 120 metres from Town Hall."),
        ("map.down", "The cross is at: Town Hall."),
        ("map.up", "The cross is 120 metres from Town Hall."),
    ):
        before = len(listener.sink.said)
        press(listener, name)
        assert where in seen(listener)
        # The page is known: the one sentence that is news is said, and to nobody else where others hear.
        new = [" ".join(one.text for one in said) for said in listener.sink.said[before:]]
        assert (where in new) is alone
        assert not any("Map with a cross" in said for said in new)
    view = listener.visit.over.view if isinstance(listener.visit.over, p.PlaceMap) else None
    assert view is not None

    press(listener, "foot.primary")

    page, filling = listener.visit.page, listener.visit.filling
    assert isinstance(page, p.Question)
    assert filling is not None
    (chosen,) = points_of(filling.entry.raw(page.path)) or ()
    assert metres(chosen, view.point) < 1
    chosen_words = "120 metres from Town Hall (45.00228° north, 30.00207° west)"
    rows = [
        one.accessibleName() for one in listener.session.window.shell.findChildren(QWidget) if one.isVisible()
    ]
    assert any(chosen_words in said for said in rows)
    assert (f"{chosen_words}. Chosen." in listener.heard()) is alone
