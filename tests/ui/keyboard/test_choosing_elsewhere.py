# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing in secret fields, in lines, by a keyboard that is plugged in, without an engine, and by chance."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from tests.support.choosing_desk import K2, Set
from tests.support.readings import WideConverter, read_back, widened
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.missing_note import MissingNote
from ui.parts.field import TextField
from ui.parts.text import PlainText

GLASS = {"K2": K2, "K1": ScreenMeasure(1080, 1920, 141)}


@pytest.mark.requirement("PRV-07", part="a hidden field converts nothing")
def test_a_secret_field_neither_shows_nor_asks(desk: Set) -> None:
    here = desk(masked=True)
    here.spell("wo")
    assert here.field.text() == "wo"
    assert here.shown() == []
    assert here.converter.asked == [""]
    here.press("key.space")
    assert here.field.text() == "wo "


def test_lines_are_written_as_a_single_one_is(desk: Set) -> None:
    here = desk(lines=True)
    here.spell("wo")
    here.press("choice.1")
    assert here.field.text() == widened("wo")


@pytest.mark.parametrize("lines", [False, True])
def test_a_plugged_in_keyboard_spells_and_chooses_too(desk: Set, lines: bool) -> None:
    here = desk(lines=lines)
    here.type_in("wo")
    assert here.shown()[0] == f"1 {widened('wo')}"
    here.type_in("2")
    assert here.field.text() == widened("w") + "o"
    here.type_in(" ")
    assert here.field.text() == widened("wo")
    here.type_in("27 ")
    assert here.field.text() == widened("wo") + "27 "


def test_a_plugged_in_keyboard_spells_kana(desk: Set) -> None:
    here = desk("ja")
    here.type_in("tanaka")
    assert here.field.text() == "たなか"
    here.field.setText("") if isinstance(here.field, TextField) else None
    here.type_in("Marigold")
    assert here.field.text() == "Marigold"


@pytest.mark.requirement("OPR-17", part="without an engine")
def test_without_an_engine_the_keyboard_says_so_and_offers_a_person(desk: Set, qtbot: QtBot) -> None:
    here = desk(converter=WideConverter(there=False))
    texts = here.keyboard.look.texts.text
    assert here.shown() == [texts("typing.none"), texts("typing.person")]
    here.spell("wo")
    here.press("key.space")
    assert here.field.text() == "wo "
    here.press("choice.none")
    assert here.key("key.w") is None
    with qtbot.waitSignal(here.keyboard.person):
        here.press("no_characters.person")
    here.press("no_characters.back")
    assert here.key("key.w") is not None
    assert here.shown() == [texts("typing.none"), texts("typing.person")]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "ja"])
@pytest.mark.parametrize(("glass", "step"), [("K2", 1), ("K2", 5), ("K1", 1), ("K1", 4), ("K1", 5)])
def test_the_note_and_the_row_fit_at_every_size(qtbot: QtBot, glass: str, step: int, language: str) -> None:
    look = Look(Preferences(text_step=step), GLASS[glass], language)
    keyboard = Keyboard(look, converter=WideConverter(there=False))
    qtbot.addWidget(keyboard)
    width = look.screen.width_px - look.px(look.layout.rail)
    keyboard.resize(width, keyboard.heightForWidth(width))
    keyboard.show()
    for name in ("choice.none", "no_characters.person", "no_characters.back"):
        key = next(one for one in keyboard.findChildren(Key, name) if one.isVisible())
        assert key.content_height(key.width()) <= key.height(), name
        assert key.content_width() <= key.width() or key.block.longest_word() <= key.width(), name
        if name == "choice.none":
            assert key.content_width() <= key.width()
            key.click()
    note = keyboard.findChild(MissingNote)
    assert isinstance(note, MissingNote)
    texts = [one for one in note.findChildren(PlainText) if one.isVisible()]
    assert [one.heightForWidth(one.width()) <= one.height() for one in texts] in ([True], [True, True])
    shown = [one for one in (*texts, *note.findChildren(Key)) if one.isVisible()]
    for number, one in enumerate(shown):
        assert note.rect().contains(one.geometry())
        assert not [other for other in shown[number + 1 :] if other.geometry().intersects(one.geometry())]


def test_who_opens_the_note_by_keys_stays_in_it(desk: Set) -> None:
    here = desk(converter=WideConverter(there=False))
    none = here.key("choice.none")
    assert none is not None
    none.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(none, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is here.key("no_characters.person")
    back = here.key("no_characters.back")
    assert back is not None
    back.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(back, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is here.key("choice.none")


MOVES = st.one_of(
    st.sampled_from(["n", "i", "x", "'"]).map(lambda letter: ("sign", letter)),
    st.sampled_from(["h", "7", " "]).map(lambda letter: ("plugged", letter)),
    st.sampled_from(
        [("space", ""), ("choose", "1"), ("choose", "2"), ("more", ""), ("come", ""), ("latin", "")]
    ),
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(moves=st.lists(MOVES, max_size=14), late=st.booleans())
def test_nothing_that_is_typed_is_ever_lost(desk: Set, moves: list[tuple[str, str]], late: bool) -> None:
    """Read back, the field holds every letter in the order of typing; a space and a number may have chosen."""
    here = desk(converter=WideConverter(late=late))
    typed = ""
    for what, sign in moves:
        if what == "sign" and here.key(f"key.{sign}") is not None:
            here.press(f"key.{sign}")
            typed += sign
        elif what == "plugged":
            here.type_in(sign)
            typed += sign if sign.isalpha() else ""
        elif what == "space":
            here.press("key.space")
        elif what in ("choose", "more"):
            key = here.key(f"choice.{sign or 'more'}")
            if key is not None:
                QTest.mouseClick(key, Qt.MouseButton.LeftButton)
        elif what == "come":
            here.converter.come()
        elif what == "latin":
            here.press("key.sheet")
    here.converter.come()
    assert read_back(here.field.text()).replace(" ", "").replace("7", "") == typed
    here.window.close()
