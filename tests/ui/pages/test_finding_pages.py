# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a press on each page reports, and what changes in place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from accessibility.preferences import Preferences
from core.ids import Language
from core.visit import events as e
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit.state import Visit
from tests.support.measuring import said, visible
from tests.support.showing import Shown, show
from ui.registry_finding import finding_screens
from ui.registry_town import event_id, service_id
from ui.screens import page_key, readable

PRESSES = [
    ("welcome", "language.ar", e.LanguageChosen(Language("ar"))),
    ("home", "home.search", e.SearchOpened()),
    ("home", f"event.{event_id('birth')}", e.LifeEventChosen(event_id("birth"))),
    ("home", "home.more", e.MoreEventsPressed()),
    ("home", "home.check", e.StatusOpened()),
    ("events", f"event.{event_id('family')}", e.LifeEventChosen(event_id("family"))),
    ("event-services", f"service.{service_id('death')}", e.ServiceChosen(service_id("death"))),
    ("event-services-empty", "foot.person", e.HelpPressed()),
    ("search-found", f"service.{service_id('pension')}", e.ServiceChosen(service_id("pension"))),
    ("search-nothing", "foot.person", e.HelpPressed()),
    ("service", "foot.primary", e.StartPressed()),
    ("service-counter", "foot.primary", e.AnotherThingPressed()),
    ("help", "help.call", e.CallPressed()),
    ("help", "foot.primary", e.ContinuePressed()),
    ("languages", "language.es", e.LanguageChosen(Language("es"))),
    ("settings", "foot.primary", e.ContinuePressed()),
    ("still-there", "foot.primary", e.Touched()),
    ("ask-finish", "foot.primary", e.ContinuePressed()),
    ("ask-finish", "foot.finish", e.FinishConfirmed()),
    ("trouble", "foot.primary", e.BackPressed()),
    ("trouble", "foot.other", e.AnotherThingPressed()),
    ("finished", "foot.primary", e.Touched()),
]


def button(shown: Shown, name: str) -> QAbstractButton:
    found = shown.shell.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(shown: Shown) -> list[str]:
    return [said(widget) for widget in visible(shown.shell)]


@pytest.mark.parametrize(("screen", "name", "event"), PRESSES, ids=lambda value: str(value)[:40])
def test_a_press_reports_what_its_words_say(screen: str, name: str, event: e.Event) -> None:
    shown = show(finding_screens()[screen])
    press(button(shown, name))
    assert shown.reported == [event]
    shown.shell.close()


@pytest.mark.parametrize(("screen", "name", "event"), PRESSES[:4], ids=lambda value: str(value)[:40])
def test_the_space_key_does_what_a_press_does(screen: str, name: str, event: e.Event) -> None:
    shown = show(finding_screens()[screen])
    control = button(shown, name)
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_Space)
    assert shown.reported == [event]
    shown.shell.close()


def test_larger_and_slower_wishes_for_it_at_once() -> None:
    shown = show(finding_screens()["welcome"])
    press(button(shown, "welcome.larger"))
    assert shown.reported == [Preferences().with_assisted(True)]
    shown.shell.close()


def test_each_setting_reports_the_whole_new_set_of_preferences() -> None:
    shown = show(finding_screens()["settings-seeing"], step=2)
    for name in ("settings.smaller", "settings.larger", "settings.colours", "settings.spacing"):
        press(button(shown, name))
    assert shown.reported == [
        Preferences(),
        Preferences(text_step=3),
        Preferences(text_step=2, theme="high-light"),
        Preferences(text_step=2, wide_spacing=True),
    ]
    shown.shell.close()


def test_the_settings_lead_to_their_parts_and_one_press_puts_everything_back() -> None:
    shown = show(finding_screens()["settings"], step=2)
    press(button(shown, "settings.part.voice"))
    press(button(shown, "settings.back"))
    assert shown.reported == [e.ComfortPartChosen(s.ComfortPart.VOICE), Preferences()]
    shown.shell.close()


def test_all_doors_of_the_settings_stand_on_one_page_while_there_is_nothing_to_put_back() -> None:
    shown = show(finding_screens()["settings"], step=1)
    page = shown.shell.page
    assert page is not None
    assert page.page_count == 1
    assert page.findChild(QAbstractButton, "settings.back") is None
    shown.shell.close()


def test_no_finish_now_proves_somebody_and_finishes() -> None:
    shown = show(finding_screens()["still-there"])
    press(button(shown, "foot.finish"))
    assert shown.reported == [e.Touched(), e.FinishPressed()]
    shown.shell.close()


def test_a_lamp_goes_out_without_building_the_page_anew() -> None:
    visit = finding_screens()["still-there"]
    shown = show(visit)
    page = shown.shell.page
    assert page is not None
    later = replace(visit, over=p.StillThere(left=5.0, of=60.0, since=0.0))
    assert page_key(later) == page_key(visit)
    assert page.refresh(readable(later, shown.texts, shown.setting))
    assert any("a few seconds" in text for text in texts(shown))
    shown.shell.close()


def typed(shown: Shown, letters: str) -> None:
    page = shown.shell.page
    assert page is not None
    QTest.keyClicks(page, letters)


def test_letters_typed_anywhere_on_the_search_page_reach_the_field() -> None:
    shown = show(finding_screens()["search-begin"], "H1")
    typed(shown, "a")
    field = shown.shell.findChild(QLineEdit, "search.field")
    assert field is not None
    assert field.text() == "a"
    assert shown.reported == [e.WordsTyped("a")]
    shown.shell.close()


def test_hits_appear_below_the_field_and_the_field_keeps_its_letters() -> None:
    visits = finding_screens()
    before: Visit = visits["search-looking"]
    shown = show(before, "H1")
    page = shown.shell.page
    assert page is not None
    field = shown.shell.findChild(QLineEdit, "search.field")
    assert field is not None
    field.setCursorPosition(2)
    assert page.refresh(readable(visits["search-found"], shown.texts, shown.setting))
    assert field.text() == "my husband died"
    assert field.cursorPosition() == 2
    assert button(shown, f"service.{service_id('death')}").isVisible()
    shown.shell.close()


def test_the_letters_of_a_kiosk_type_into_the_search_field() -> None:
    shown = show(finding_screens()["search-begin"], "K2")
    keys = [
        widget
        for widget in visible(shown.shell)
        if isinstance(widget, QAbstractButton) and said(widget) == "m"
    ]
    press(keys[0])
    assert shown.reported == [e.WordsTyped("m")]
    shown.shell.close()


def test_a_home_computer_shows_no_letters() -> None:
    shown = show(finding_screens()["search-begin"], "H1")
    assert "m" not in texts(shown)
    shown.shell.close()


def test_pages_are_the_same_place_only_when_they_show_the_same_thing() -> None:
    visits = finding_screens()
    assert page_key(visits["service"]) == page_key(visits["service-opening"])
    assert page_key(visits["service"]) != page_key(visits["service-later"])
    assert page_key(visits["home"]) != page_key(visits["help"])


def test_typing_on_the_screen_leaves_the_focus_on_the_heading_or_the_field() -> None:
    visits = finding_screens()
    shown = show(visits["search-begin"], "K2")
    keys = [
        widget
        for widget in visible(shown.shell)
        if isinstance(widget, QAbstractButton) and said(widget) == "m"
    ]
    press(keys[0])
    page = shown.shell.page
    assert page is not None
    assert page.refresh(readable(visits["search-found"], shown.texts, shown.setting))
    focused = shown.shell.focusWidget()
    field = shown.shell.findChild(QLineEdit, "search.field")
    assert focused in (page.heading, field)
    shown.shell.close()
