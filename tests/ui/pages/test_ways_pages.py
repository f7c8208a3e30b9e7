# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of pressing is reached from the first part of the settings, and its practice changes in place."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from core.visit import way_pages as w
from core.visit.settings_pages import Comfort
from tests.support.showing import show, turn_to
from ui.parts.buttons import Button
from ui.parts.text import PlainText
from ui.parts.tiles import RowButton
from ui.registry import screens
from ui.screens import readable


def test_the_settings_begin_with_how_to_see_hear_and_press(qtbot: QtBot) -> None:
    shown = show(replace(screens()["settings"], over=Comfort()))
    page = shown.shell.page
    assert page is not None
    assert page.page_count == 1
    doors = [one.objectName() for one in page.findChildren(RowButton) if one.isVisible()]
    assert doors[:3] == ["settings.part.seeing", "settings.part.voice", "settings.ways"]
    shown.shell.close()


def test_what_a_press_did_is_said_without_a_new_page(qtbot: QtBot) -> None:
    visit = screens()["practice-five-keys"]
    shown = show(visit)
    page = shown.shell.page
    assert page is not None
    apple = page.findChild(Button, "practice.apple")
    after = replace(visit, over=w.Practise("five-keys", did="down"))
    assert page.refresh(readable(after, shown.texts, shown.setting))
    assert page.findChild(Button, "practice.apple") is apple
    said = [label.text() for label in page.findChildren(PlainText)]
    assert shown.texts.text("practice.did.down", thing="") in said
    turn_to(shown, visit)
    assert not page.refresh(
        readable(replace(visit, over=w.Practise("one-switch")), shown.texts, shown.setting)
    )
    shown.shell.close()
