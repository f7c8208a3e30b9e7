# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed by its sound stays in the field until a text is chosen for it, and is never lost."""

import pytest
from pytestqt.qtbot import QtBot

from tests.support.choosing_desk import Set
from tests.support.readings import WideConverter, widened
from ui.keyboard.choice_row import ChoiceKey, ChoiceRow


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


def test_a_key_whose_choice_has_gone_meanwhile_changes_nothing(desk: Set) -> None:
    here = desk()
    here.spell("wo")
    row = here.keyboard.findChild(ChoiceRow)
    assert row is not None
    second = row.findChild(ChoiceKey, "choice.2")
    assert second is not None
    row.offer(())
    second.activated.emit()
    assert here.field.text() == "wo"


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
