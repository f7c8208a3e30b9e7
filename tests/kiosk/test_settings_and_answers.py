# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a real session: what is half written stays through every look; nobody's settings are left to the next person."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from accessibility.hands.ways import Hands, Way
from accessibility.preferences import Preferences
from core.ids import Language
from core.visit import events as e
from kiosk.session.setting import usual_preferences
from tests.support.listener import Listener, listening_session
from ui.fields.lines_edit import LinesEdit

EVERYTHING = Preferences(
    text_step=5,
    theme="yellow-on-black",
    assisted=True,
    spoken=True,
    speech_rate=3,
    keyboard_order="alphabetical",
    volume=2,
    wide_spacing=True,
    large_keys=True,
    curtain=True,
    easy_words=True,
    low_reach=True,
    hands=Hands(Way.ONE_SWITCH),
)
HALF = "17 Harb"
LARGEST = 5
"""The text step with which every question has a page of its own."""


def test_nothing_that_can_be_set_is_left_out_here() -> None:
    usual = Preferences()
    assert all(getattr(EVERYTHING, one.name) != getattr(usual, one.name) for one in fields(Preferences))


@pytest.mark.requirement("PRV-05", part="every setting, in a real next session")
def test_the_next_person_begins_with_the_profiles_settings_and_language(
    qapp: QApplication, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        with listening_session(tmp_path / name) as listener:
            session = listener.session
            assert session.window.preferences == usual_preferences(session._profile)
            assert session.runner.visit.language == session._profile.languages[0]
            listener.tell(e.LanguageChosen(Language("ar")))
            session.send(EVERYTHING)
            assert session.window.preferences == EVERYTHING


@pytest.mark.requirement("SEE-03", part="what is half written, the place and the focus stay")
@pytest.mark.parametrize(
    "page", ["question-text", "question-date", "question-number", "question-lines", "status"]
)
def test_what_is_half_written_stays_through_every_text_size(
    qapp: QApplication, tmp_path: Path, page: str
) -> None:
    with listening_session(tmp_path) as listener:
        listener.at(page)
        session = listener.session
        field = _write(listener, "17" if page in ("question-date", "question-number") else HALF)
        visit, name = session.runner.visit, field.objectName()
        written = _written(session.window.shell)
        assert any(written.values())
        for step in (2, 3, 4, 5, 4, 1):
            session.send(session.window.preferences.with_text_step(step))
            listener.live(5)
            # Several lines hand their focus on to what they write with.
            named = [one for one in _fields(session.window.shell) if one.objectName() == name]
            assert [one.hasFocus() for one in named] == [True]
            assert _written(session.window.shell) == written
            assert session.runner.visit == replace(visit, apart=step == LARGEST)


def _write(listener: Listener, text: str) -> QLineEdit | LinesEdit:
    shell = listener.session.window.shell
    field = next(one for one in _fields(shell) if one.isVisible())
    field.setFocus()
    QTest.keyClicks(field, text)
    listener.live()
    return field


def _written(shell: QWidget) -> dict[str, str]:
    return {one.objectName(): one.text() for one in _fields(shell)}


def _fields(shell: QWidget) -> list[QLineEdit | LinesEdit]:
    return [*shell.findChildren(QLineEdit), *shell.findChildren(LinesEdit)]
