# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of forms that wait, of asking before anything is lost, of help, and of everything larger and slower."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from core.visit import events as e
from core.visit.state import Visit
from tests.support.measuring import said, visible
from tests.support.showing import Shown, show
from ui.registry_assist import assist_screens
from ui.registry_finding import visit_in_town

pytestmark = pytest.mark.usefixtures("qapp")

PRESSES = [
    ("service-begun", "foot.primary", e.StartPressed()),
    ("service-begun", "foot.afresh", e.StartAfreshPressed()),
    ("service-another-begun", "foot.primary", e.StartPressed()),
    ("ask-afresh", "foot.primary", e.ContinuePressed()),
    ("ask-afresh", "foot.afresh", e.AfreshConfirmed()),
    ("ask-finish-several", "foot.finish", e.FinishConfirmed()),
]


def screen(name: str) -> Visit:
    return assist_screens(visit_in_town())[name]


def button(shown: Shown, name: str) -> QAbstractButton:
    found = shown.shell.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def words(name: str) -> str:
    shown = show(screen(name))
    try:
        return "\n".join(said(widget) for widget in visible(shown.shell))
    finally:
        shown.shell.close()


@pytest.mark.parametrize(("name", "control", "event"), PRESSES)
def test_a_press_reports_what_its_words_say(name: str, control: str, event: e.Event) -> None:
    shown = show(screen(name))
    QTest.mouseClick(button(shown, control), Qt.MouseButton.LeftButton)
    assert shown.reported == [event]
    shown.shell.close()


def test_a_service_begun_before_offers_to_go_on_and_to_start_afresh() -> None:
    said_there = words("service-begun")
    assert "You have begun this form. Your answers are still here." in said_there
    assert "Go on with your form" in said_there
    assert "Start afresh" in said_there


def test_beginning_another_service_says_that_what_was_begun_is_kept() -> None:
    said_there = words("service-another-begun")
    assert "You have also begun: Tell us you have moved. Those answers stay here" in said_there
    assert "Start afresh" not in said_there


def test_finish_names_every_form_whose_answers_would_be_forgotten() -> None:
    assert "You have not sent: Tell us you have moved and" in words("ask-finish-several")
