# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard on the screen types every letter of its languages, in keys that are large enough."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from tests.support.shown_keyboard import SCREENS, Show, key, keys, named, touch
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard
from ui.parts.field import TextField


def stand(window: QWidget, qtbot: QtBot) -> None:
    """Show the window and wait until it may hold the focus."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def touch_until(keyboard: Keyboard, letter: str, leader: str) -> Key:
    """Turn the sheets with `leader` until the letter is there."""
    for _ in range(20):
        if any(one.words == letter for one in keys(keyboard)):
            return key(keyboard, letter)
        touch(named(keyboard, leader))
    raise AssertionError(f"{letter!r} cannot be found")


def typed_by(keyboard: Keyboard) -> list[str]:
    found: list[str] = []
    keyboard.typed.connect(found.append)
    return found


@pytest.mark.requirement("OPR-17")
def test_touched_keys_type_a_sentence(show: Show) -> None:
    keyboard = show()
    found = typed_by(keyboard)
    for letter in "harbour":
        touch(key(keyboard, letter))
    touch(named(keyboard, "key.space"))
    touch(named(keyboard, "pad.1"))
    assert "".join(found) == "harbour 1"


def test_capital_is_for_one_letter_and_is_seen_before_it_is_typed(show: Show) -> None:
    keyboard = show()
    found = typed_by(keyboard)
    touch(named(keyboard, "key.capitals"))
    assert named(keyboard, "key.q").words == "Q"
    assert named(keyboard, "key.q").accessibleName() == "Q"
    touch(named(keyboard, "key.q"))
    touch(named(keyboard, "key.q"))
    assert found == ["Q", "q"]


def test_touched_key_leaves_the_focus_in_the_field(show: Show, qtbot: QtBot) -> None:
    window = QWidget()
    look = Look(Preferences(), SCREENS["K2"], "en")
    field = TextField(look, "", accessible_name="Street")
    keyboard = Keyboard(look)
    keyboard.setMinimumSize(1600, keyboard.heightForWidth(1600))
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(keyboard)
    qtbot.addWidget(window)
    stand(window, qtbot)
    keyboard.connect_to(field)
    field.setFocus()
    assert field.hasFocus()
    with qtbot.waitSignal(field.edited):
        touch(key(keyboard, "a"))
    touch(key(keyboard, "b"))
    touch(named(keyboard, "key.delete"))
    assert field.hasFocus()
    assert field.text() == "a"


def test_keys_write_into_the_field_that_had_the_focus_last(qtbot: QtBot) -> None:
    window = QWidget()
    look = Look(Preferences(), SCREENS["K2"], "en")
    first = TextField(look, "", accessible_name="Day")
    second = TextField(look, "", accessible_name="Month")
    keyboard = Keyboard(look)
    keyboard.setMinimumSize(1600, keyboard.heightForWidth(1600))
    layout = QVBoxLayout(window)
    for widget in (first, second, keyboard):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    stand(window, qtbot)
    keyboard.connect_to(first, second)
    touch(named(keyboard, "pad.1"))
    second.setFocus()
    touch(named(keyboard, "pad.2"))
    named(keyboard, "key.q").setFocus(Qt.FocusReason.TabFocusReason)
    touch(named(keyboard, "pad.3"))
    assert (first.text(), second.text()) == ("1", "23")


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_key_can_be_pressed_without_touching(show: Show, qtbot: QtBot, pressed: Qt.Key) -> None:
    keyboard = show()
    stand(keyboard, qtbot)
    found = typed_by(keyboard)
    named(keyboard, "key.w").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(named(keyboard, "key.w"), pressed)
    assert found == ["w"]


def test_tab_goes_through_the_keys_row_by_row_on_every_sheet(show: Show) -> None:
    keyboard = show()
    touch(named(keyboard, "key.sheet"))
    seen = [named(keyboard, "key.á")]
    for _ in range(len(keys(keyboard)) - 1):
        following: QWidget | None = seen[-1].nextInFocusChain()
        while following is not None and not (isinstance(following, Key) and following.isVisible()):
            following = following.nextInFocusChain()
        assert isinstance(following, Key)
        seen.append(following)
    assert len(set(seen)) == len(keys(keyboard))
    letters = [one for one in seen if not one.objectName().startswith("pad.")]
    tops = [one.y() for one in letters]
    assert tops == sorted(tops)


def test_focus_stays_on_the_key_that_turns_the_sheets(show: Show, qtbot: QtBot) -> None:
    keyboard = show()
    stand(keyboard, qtbot)
    named(keyboard, "key.sheet").setFocus(Qt.FocusReason.TabFocusReason)
    touch(named(keyboard, "key.sheet"))
    assert named(keyboard, "key.sheet").hasFocus()
    named(keyboard, "key.letters").setFocus(Qt.FocusReason.TabFocusReason)
    touch(named(keyboard, "key.letters"))
    assert named(keyboard, "key.order").hasFocus()


@pytest.mark.requirement("OPR-17")
def test_order_of_the_alphabet_can_be_chosen_and_left(show: Show) -> None:
    keyboard = show()
    orders: list[str] = []
    keyboard.order_changed.connect(orders.append)
    first = min(keys(keyboard), key=lambda one: (one.y(), one.x())).words
    touch(named(keyboard, "key.order"))
    alphabetical = min(keys(keyboard), key=lambda one: (one.y(), one.x())).words
    touch(named(keyboard, "key.order"))
    assert (first, alphabetical) == ("q", "a")
    assert orders == ["alphabetical", "local"]
    assert keyboard.order == "local"


def test_preferred_order_is_shown_from_the_start(qtbot: QtBot) -> None:
    look = Look(Preferences(keyboard_order="alphabetical"), SCREENS["K2"], "en")
    keyboard = Keyboard(look)
    qtbot.addWidget(keyboard)
    assert keyboard.order == "alphabetical"


def test_put_away_is_reported(show: Show, qtbot: QtBot) -> None:
    keyboard = show()
    with qtbot.waitSignal(keyboard.put_away):
        touch(named(keyboard, "key.put_away"))


@pytest.mark.requirement("OPR-17")
@pytest.mark.requirement("OPR-07", part="capitals and signs are single presses")
@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "zoë o'hara-łuczak@town.org"),
        ("es", "íñigo peña agüero ¿1/2?"),
        ("ar", "شارع الحبال رؤوف آمنة إبراهيم 27 town"),
        ("zh-Hans", "xiamen lu 27"),
    ],
)
@pytest.mark.parametrize(("screen", "step"), [("K2", 1), ("K1", 1), ("K2", 4), ("K1", 5)])
def test_names_of_people_and_streets_can_be_typed(
    show: Show, screen: str, step: int, language: str, word: str
) -> None:
    keyboard = show(screen, step, language)
    found = typed_by(keyboard)
    for letter in word:
        if letter == " ":
            touch(named(keyboard, "key.space"))
            continue
        there = any(one.words == letter for one in keys(keyboard))
        leaders = [
            n for n in ("key.letters", "key.sheet") if any(k.objectName() == n for k in keys(keyboard))
        ]
        if not there and "key.letters" in leaders:
            for _ in range(4):
                touch(named(keyboard, "key.letters"))
                if any(one.words == letter for one in keys(keyboard)):
                    there = True
                    break
                if not any(k.objectName() == "key.letters" for k in keys(keyboard)):
                    break
        touch(key(keyboard, letter) if there else touch_until(keyboard, letter, "key.sheet"))
    assert "".join(found) == word


@pytest.mark.requirement("OPR-03", part="proved on parts, not yet on every screen")
def test_sliding_off_types_nothing(show: Show) -> None:
    keyboard = show()
    found = typed_by(keyboard)
    one = named(keyboard, "key.g")
    QTest.mousePress(one, Qt.MouseButton.LeftButton)
    QTest.mouseMove(one, one.rect().bottomRight() * 3)
    QTest.mouseRelease(one, Qt.MouseButton.LeftButton, pos=one.rect().bottomRight() * 3)
    assert found == []


def test_keys_that_outlive_their_field_hear_of_the_focus_and_type_into_nothing(
    show: Show, qtbot: QtBot
) -> None:
    keyboard = show(converting=True, language="zh-Hans")
    field = TextField(keyboard.look, "", accessible_name="Name")
    beside = [TextField(keyboard.look, "", accessible_name=name) for name in ("Street", "Place")]
    window = QWidget()
    rows = QVBoxLayout(window)
    for one in (field, *beside):
        rows.addWidget(one)
    qtbot.addWidget(window)
    stand(window, qtbot)
    field.setFocus()
    keyboard.connect_to(field)
    # A page is thrown away in the event in which its keys were put away.
    delete(field)
    for one in beside:
        one.setFocus()
    keyboard.typed.emit("n")
    keyboard.deleted.emit()
    assert [one.text() for one in beside] == ["", ""]
    keyboard.connect_to(beside[0])
    keyboard.typed.emit("n")
    assert beside[0].text() == "n"
