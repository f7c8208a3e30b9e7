# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed by its sound stays in the field until a text is chosen for it, and is never lost."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from tests.support.readings import WideConverter, read_back, widened
from ui.fields.lines_edit import LinesEdit
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.missing_note import MissingNote
from ui.parts.field import TextField
from ui.parts.text import PlainText

K2 = ScreenMeasure(1920, 1080, 102)
GLASS = {"K2": K2, "K1": ScreenMeasure(1080, 1920, 141)}


@dataclass
class Desk:
    """A field with a keyboard below it."""

    window: QWidget
    field: TextField | LinesEdit
    keyboard: Keyboard
    converter: WideConverter

    def key(self, name: str) -> Key | None:
        return next((k for k in self.keyboard.findChildren(Key, name) if k.isVisible()), None)

    def press(self, *names: str) -> None:
        for name in names:
            key = self.key(name)
            assert key is not None, f"no {name} among {self.shown()}"
            QTest.mouseClick(key, Qt.MouseButton.LeftButton)

    def spell(self, letters: str) -> None:
        self.press(*(f"key.{letter}" for letter in letters))

    def shown(self) -> list[str]:
        """The names of the keys in the row of choices, as assistive technology reads them."""
        keys = [k for k in self.keyboard.findChildren(Key) if k.objectName().startswith("choice.")]
        return [key.accessibleName() for key in keys if key.isVisible()]

    def type_in(self, text: str) -> None:
        """Type with a plugged-in keyboard."""
        QTest.keyClicks(self.field.focusProxy() or self.field, text)


Set = Callable[..., Desk]


@pytest.fixture
def desk(qtbot: QtBot) -> Set:
    def made(
        language: str = "zh-Hans",
        converter: WideConverter | None = None,
        *,
        masked: bool = False,
        lines: bool = False,
        text: str = "",
        order: str = "local",
    ) -> Desk:
        window = QWidget()
        look = Look(Preferences(keyboard_order=order), K2, language)  # type: ignore[arg-type]
        field: TextField | LinesEdit = (
            LinesEdit(look, text, accessible_name="Name")
            if lines
            else TextField(look, text, accessible_name="Name", masked=masked)
        )
        converter = converter or WideConverter()
        keyboard = Keyboard(look, converter=converter)
        keyboard.setMinimumSize(1600, keyboard.heightForWidth(1600))
        layout = QVBoxLayout(window)
        layout.addWidget(field)
        layout.addWidget(keyboard)
        qtbot.addWidget(window)
        keyboard.connect_to(field)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        field.setFocus()
        return Desk(window, field, keyboard, converter)

    return made


@pytest.mark.requirement("OPR-17", part="texts to choose from")
def test_choices_are_numbered_named_and_put_in_the_place_of_the_reading(desk: Set) -> None:
    here = desk()
    here.spell("wo")
    assert here.shown() == [f"1 {widened('wo')}", f"2 {widened('w')}"]
    assert here.field.text() == "wo"
    here.press("choice.1")
    assert here.field.text() == widened("wo")
    assert here.shown() == []
    assert here.field.hasFocus()


def test_a_piece_is_chosen_and_the_rest_is_offered(desk: Set) -> None:
    here = desk()
    here.spell("wos")
    here.press("choice.2")
    assert here.field.text() == widened("wo") + "s"
    assert here.shown() == [f"1 {widened('s')}"]
    here.press("choice.1")
    assert here.field.text() == widened("wos")


def test_more_leads_through_all_choices_and_round(desk: Set) -> None:
    here = desk()
    here.spell("abcdefghijkl")
    seen = {name.partition(" ")[2] for name in here.shown()}
    first = here.shown()
    for _ in range(6):
        here.press("choice.more")
        seen |= {name.partition(" ")[2] for name in here.shown()}
        if here.shown() == first:
            break
    assert here.shown() == first
    assert {widened("abcdefghijkl"[:end]) for end in range(1, 13)} <= seen


def test_delete_takes_one_sign_of_the_reading(desk: Set) -> None:
    here = desk()
    here.spell("wo")
    here.press("key.delete")
    assert here.field.text() == "w"
    assert here.shown() == [f"1 {widened('w')}"]
    here.press("key.delete")
    assert (here.field.text(), here.shown()) == ("", [])


def test_space_takes_the_first_choice_and_is_a_space_otherwise(desk: Set) -> None:
    here = desk()
    here.spell("wo")
    here.press("key.space", "key.space")
    assert here.field.text() == widened("wo") + " "


def test_space_waits_for_an_answer_that_is_late(desk: Set) -> None:
    here = desk(converter=WideConverter(late=True))
    here.spell("wo")
    here.press("key.space")
    assert here.field.text() == "wo"
    here.converter.come()
    assert here.field.text() == widened("wo")


def test_an_answer_to_an_older_question_changes_nothing(desk: Set) -> None:
    here = desk(converter=WideConverter(late=True))
    here.spell("w")
    here.press("pad.1")
    here.converter.come()
    assert (here.field.text(), here.shown()) == ("w1", [])


def test_an_answer_after_the_keyboard_has_gone_changes_nothing(desk: Set, qtbot: QtBot) -> None:
    here = desk(converter=WideConverter(late=True))
    here.spell("wo")
    with qtbot.waitSignal(here.keyboard.destroyed):
        here.keyboard.deleteLater()
    here.converter.come()
    assert here.field.text() == "wo"


def test_first_tone_of_bopomofo_is_typed_with_the_space(desk: Set) -> None:
    here = desk("zh-Hant")
    here.press("key.ㄕ", "key.space")
    assert here.field.text() == "ㄕˉ"


def test_letters_of_the_latin_sheet_are_no_reading(desk: Set) -> None:
    here = desk()
    here.press("key.sheet")
    here.spell("wo")
    assert (here.field.text(), here.shown()) == ("wo", [])
    here.press("key.space")
    assert here.field.text() == "wo "
    here.press("key.order" if here.key("key.order") else "key.letters")
    here.spell("ni")
    assert here.shown()[0] == f"1 {widened('ni')}"


def test_kana_are_offered_with_what_follows_them(desk: Set) -> None:
    here = desk("ja")
    here.spell("hon")
    assert here.field.text() == "ほn"
    assert here.converter.asked[-1] == "ほn"


def test_the_reading_that_stands_there_already_is_offered(desk: Set) -> None:
    here = desk(text="我shi")
    assert here.shown()[0] == f"1 {widened('shi')}"
    here.press("choice.1")
    assert here.field.text() == "我" + widened("shi")


def test_what_was_chosen_in_kana_is_not_read_again(desk: Set) -> None:
    here = desk("ja")
    here.spell("tanaka")
    here.press("choice.1")
    assert (here.field.text(), here.shown()) == ("たなか", [])
    here.spell("ni")
    assert here.converter.asked[-1] == "に"


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


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
