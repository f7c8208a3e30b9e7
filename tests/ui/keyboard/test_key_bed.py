# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys go from page to page, and nothing of what was typed or held goes with them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from tests.support.shown_keyboard import SCREENS, keys, named, touch
from ui.keyboard.key_bed import KeyBed
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.keyboards import Keyboards
from ui.parts.field import TextField
from ui.registry_typing import MadeUpConverter

WIDTH = 1_200


Put = Callable[[Keyboard], Keyboard]


@pytest.fixture
def put(qtbot: QtBot) -> Put:
    """Shows a keyboard on a page of its own."""
    pages: list[QWidget] = []

    def made(keyboard: Keyboard) -> Keyboard:
        page = QWidget()
        pages.append(page)
        page.resize(WIDTH, keyboard.heightForWidth(WIDTH))
        keyboard.setParent(page)
        keyboard.resize(page.size())
        qtbot.addWidget(page)
        page.show()
        return keyboard

    return made


def bed(keyboard: Keyboard) -> KeyBed:
    found = keyboard.findChild(KeyBed)
    assert isinstance(found, KeyBed)
    return found


def test_keys_that_were_let_go_are_those_of_the_next_page_and_type_there_alone(put: Put) -> None:
    look, keyboards = Look(Preferences(), SCREENS["K2"], "en"), Keyboards()
    first = put(keyboards.make(look, "local"))
    second = put(keyboards.make(look, "local"))
    assert bed(first) is not bed(second), "keys that a page has stay with it"

    lent = bed(first)
    first.let_go()
    first.let_go()
    third = put(keyboards.make(look, "local"))
    assert bed(third) is lent

    typed: dict[str, list[str]] = {"first": [], "third": []}
    first.typed.connect(typed["first"].append)
    third.typed.connect(typed["third"].append)
    touch(named(third, "key.k"))
    assert typed == {"first": [], "third": ["k"]}


def test_keys_come_as_new_whatever_was_done_with_them_before(qtbot: QtBot, put: Put) -> None:
    look, keyboards = Look(Preferences(), SCREENS["K2"], "en"), Keyboards()
    fresh = [
        (one.objectName(), one.words, one.accessibleName(), one.geometry())
        for one in keys(put(keyboards.make(look, "local")))
    ]
    used = put(keyboards.make(look, "local"))
    field = TextField(look, "", accessible_name="What is your name?")
    qtbot.addWidget(field)
    used.connect_to(field)
    touch(named(used, "key.q"))
    touch(named(used, "key.capitals"))
    touch(named(used, "key.order"))
    held = named(used, "key.space")
    held.setDown(True)
    used.let_go()

    again = put(keyboards.make(look, "local"))
    assert [
        (one.objectName(), one.words, one.accessibleName(), one.geometry()) for one in keys(again)
    ] == fresh
    assert not any(one.isDown() for one in keys(again))
    touch(named(again, "key.q"))
    assert field.text() == "q", "what is written on this page is not written on the page before"


@pytest.mark.parametrize("other", ["look", "language"])
def test_keys_of_another_look_or_language_are_not_taken(put: Put, other: str) -> None:
    look, keyboards = Look(Preferences(), SCREENS["K2"], "fr"), Keyboards()
    before = put(keyboards.make(look, "local"))
    lent = bed(before)
    before.let_go()

    if other == "look":
        after = put(keyboards.make(Look(Preferences(), SCREENS["K2"], "fr"), "local"))
    else:
        after = put(keyboards.make(look, "local", language="en"))
    assert bed(after) is not lent


@pytest.mark.parametrize("language", ["en", "ar", "ja"])
def test_keys_that_were_prepared_lie_ready(put: Put, language: str) -> None:
    look = Look(Preferences(), SCREENS["K2"], language)
    keyboards = Keyboards(MadeUpConverter())
    keyboards.prepare(look, WIDTH)

    def never(*arguments: object) -> None:
        raise AssertionError(f"a key was made: {arguments}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(KeyBed, "_make", never)
        shown = put(keyboards.make(look, look.preferences.keyboard_order))
    assert keys(shown)
