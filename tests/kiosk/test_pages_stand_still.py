# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At the real session's window: while the network goes and comes, every pixel below the line on top stays (TIM-05)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from core.catalogue import Catalogue
from core.ids import Language
from core.visit import events as e
from core.visit.state import Looked
from tests.support.listener import Listener, listening_session
from ui.registry import screens

SHOWN = (
    "home",
    "event-services",
    "search-found",
    "service",
    "service-not-yet",
    "question-text",
    "check",
    "status-nothing",
)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Listener]:
    with listening_session(tmp_path) as listener:
        yield listener


def stand_at(listener: Listener, name: str) -> None:
    """Be on a screen of the registry as somebody who has begun, connected."""
    visit = replace(screens(Language("en"))[name], begun=True, connected=True)
    runner, window = listener.session.runner, listener.session.window
    runner.visit = visit
    window.draw(visit)


def frame(listener: Listener) -> tuple[QImage, QImage]:
    """The window without the line on top: the page and the bar, where they stand."""
    shell = listener.session.window.shell
    page = shell.page
    assert page is not None
    assert shell.bar is not None
    return shell.grab(page.geometry()).toImage(), shell.grab(shell.bar.geometry()).toImage()


def network_goes_and_comes(listener: Listener) -> Iterator[None]:
    visit = listener.visit
    here = e.ShelfChanged(visit.catalogue, 5.0, visit.forms, frozenset(), connected=True)
    endpoints = frozenset(one.api.endpoint for one in visit.catalogue.services.values() if one.api)
    for news in (
        replace(here, connected=False, unreachable=endpoints),
        replace(here, catalogue=Catalogue(), forms=frozenset()),
        replace(here, forms=frozenset((one, form) for one in endpoints for _, form in visit.forms)),
    ):
        listener.session.send(news)
        yield


@pytest.mark.requirement("TIM-05", part="what is on this machine changes no page by itself")
def test_no_pixel_below_the_line_on_top_changes_until_somebody_presses(session: Listener) -> None:
    changed = []
    for name in SHOWN:
        stand_at(session, name)
        before = frame(session)
        changed += [name for _ in network_goes_and_comes(session) if frame(session) != before]
    assert changed == []


def test_a_press_shows_the_news_and_says_that_the_page_has_changed(session: Listener) -> None:
    """The trap: the same comparison sees what a press has drawn anew."""
    stand_at(session, "service-not-yet")
    visit = session.visit
    every = frozenset((c.api.endpoint, c.api.form) for c in visit.catalogue.services.values() if c.api)
    session.session.send(e.ShelfChanged(visit.catalogue, 5.0, every, frozenset(), connected=True))
    before = frame(session)
    session.session.send(e.NewsPressed())
    assert frame(session) != before
    assert session.visit.looked is Looked.CHANGED
