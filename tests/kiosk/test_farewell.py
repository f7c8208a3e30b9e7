# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last page is told by the next session in the language, letters and voice of who reads it; then all is usual."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from accessibility.card import write_card
from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.speech.sink import RecordingSink
from core.ids import Language
from core.visit import events as e
from core.visit.answers import Tick
from core.visit.pages import Finished, Home, Welcome
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.assembly import Session
from kiosk.session.setting import usual_preferences

WISHED = Preferences(text_step=4, theme="yellow-on-black", assisted=True, spoken=True)
CARD = write_card(WISHED, "ar", Preferences())
UPRIGHT = ScreenMeasure(1080, 1920, 102)


@contextmanager
def a_session(
    folder: Path, name: str = "town-hall-kiosk", sink: RecordingSink | None = None
) -> Iterator[Session]:
    """A session of a profile, closed afterwards. What it says goes to the sink."""
    profile = load(name)
    assert isinstance(profile, Profile)
    order = link.Order(name, str(folder), {}, trial=True)
    session = Session(order, profile, UPRIGHT, MachineClock(), sink or RecordingSink(), _nothing, _nothing)
    yield session
    session.close()
    session.window.shell.deleteLater()


def _usual(session: Session) -> Preferences:
    return usual_preferences(session._profile)


@pytest.mark.requirement("PRV-05", part="after a farewell in the person's own way everything is usual")
@pytest.mark.parametrize("leaving", ["a press", "time"])
def test_the_farewell_is_in_the_persons_own_way_and_the_next_page_in_the_machines(
    qtbot: QtBot, tmp_path: Path, leaving: str
) -> None:
    with a_session(tmp_path) as session:
        usual, own = _usual(session), session.runner.visit.language
        session.show(link.SHOW_FINISHED, card=CARD)
        visit, window = session.runner.visit, session.window
        assert isinstance(visit.page, Finished)
        assert (visit.language, visit.assisted) == ("ar", True)
        assert (window.preferences.text_step, window.preferences.theme) == (4, "yellow-on-black")
        assert window.shell.look.direction.name == "RightToLeft"
        page = window.shell.page
        assert page is not None
        assert page.heading.accessibleName() == window.texts.text("finished.heading")
        if leaving == "a press":
            session.send(e.ContinuePressed())
        else:
            session.send(Tick(MachineClock().steady()))
            session.send(Tick(MachineClock().steady() + 600))
        visit = session.runner.visit
        assert isinstance(visit.page, Welcome)
        assert (visit.language, visit.assisted) == (own, usual.assisted)
        assert window.preferences == usual
        assert window.shell.look.preferences == usual


def test_the_farewell_is_read_to_who_listened(qtbot: QtBot, tmp_path: Path) -> None:
    sink = RecordingSink()
    with a_session(tmp_path, sink=sink) as session:
        session.show(link.SHOW_FINISHED, card=CARD)
        words = session.window.texts.text("finished.forgotten")

        def heard() -> set[str]:
            return {one.language for said in sink.said for one in said if words in one.written}

        qtbot.waitUntil(lambda: bool(heard()), timeout=5000)
        assert heard() == {"ar"}


def test_what_somebody_chooses_on_the_farewell_stays(qtbot: QtBot, tmp_path: Path) -> None:
    with a_session(tmp_path) as session:
        session.show(link.SHOW_FINISHED, card=CARD)
        session.send(e.LanguagesPressed())
        session.send(e.LanguageChosen(Language("hi")))
        session.send(replace(session.window.preferences, text_step=2))
        session.send(e.ContinuePressed())
        assert session.runner.visit.language == "hi"
        assert session.window.preferences.text_step == 2


@pytest.mark.parametrize("card", ["", "no card", "{" * 5000, '{"fontSize": "huge"}', "[]"])
def test_without_a_card_the_farewell_is_usual(qtbot: QtBot, tmp_path: Path, card: str) -> None:
    with a_session(tmp_path) as session:
        usual, own = _usual(session), session.runner.visit.language
        session.show(link.SHOW_FINISHED, card=card)
        assert isinstance(session.runner.visit.page, Finished)
        assert (session.window.preferences, session.runner.visit.language) == (usual, own)


def test_a_visit_ends_with_the_card_of_its_person_and_at_home_with_none(qtbot: QtBot, tmp_path: Path) -> None:
    with a_session(tmp_path) as session:
        session.send(WISHED)
        session.send(e.LanguageChosen(Language("ar")))
        assert isinstance(session.runner.visit.page, Home)
        assert session.first_pages.card(session.runner.visit) == CARD
    with a_session(tmp_path, "home") as session:
        session.send(WISHED)
        assert session.first_pages.card(session.runner.visit) == ""


def _nothing(_: object) -> None:
    QApplication.processEvents()
