# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff say which language comes first: it is written so, a change of the languages keeps it, Undo takes it back."""

import tomllib
from pathlib import Path

import pytest

from core.ids import QuestionPath
from core.visit import editing as rules
from core.visit import events as e
from core.visit import pages as p
from core.visit import profile_events as pe
from core.visit.editing_state import Kept
from core.visit.guiding_state import SetUpStep
from i18n.messages import Messages
from kiosk.setting_up import begun
from tests.support.edited_profile import NOW, Desk, copied
from ui.present.set_up import present_set_up
from ui.registry_setting import a_kiosk

LANGUAGES = QuestionPath("/data/languages")

pytestmark = pytest.mark.requirement("STF-01", part="the order of languages is changed in the editor")


def at_the_order(file: Path) -> Desk:
    desk = Desk.at(file)
    desk.press(pe.ProfileGroupChosen("languages"), pe.ProfileOrderPressed())
    assert desk.page == p.ProfileOrder()
    return desk


def languages(file: Path) -> list[str]:
    found = tomllib.loads(file.read_text("utf-8"))["languages"]
    assert isinstance(found, list)
    return found


def token(desk: Desk, tag: str) -> str:
    question = desk.entry.question(LANGUAGES)
    values = desk.entry.form.shapes[desk.entry.tree.origin(question.node)].values
    return next(one for one, value in values.items() if value == tag)


def test_what_is_pressed_comes_first_and_the_others_follow_as_they_were(tmp_path: Path) -> None:
    file = copied(tmp_path)
    before = languages(file)
    third, last = before[2], before[-1]
    desk = at_the_order(file)
    desk.press(pe.ProfilePlaced(token(desk, last)))
    desk.press(pe.ProfilePlaced(f"{token(desk, last)} {token(desk, third)}"), e.ContinuePressed())
    assert desk.page == p.ProfileGroup("languages")
    assert rules.changes(desk.editing, desk.entry) == (LANGUAGES,)
    desk.press(e.ContinuePressed(), pe.ProfileSavePressed())
    assert desk.editing.kept is Kept.SAVED
    assert languages(file) == [last, third, *(one for one in before if one not in (last, third))]


def test_one_undo_takes_the_whole_order_back_however_many_presses_it_was(tmp_path: Path) -> None:
    file = copied(tmp_path)
    desk = at_the_order(file)
    raw = desk.entry.raw(LANGUAGES).split()
    desk.press(pe.ProfilePlaced(raw[1]), pe.ProfilePlaced(f"{raw[1]} {raw[2]}"), e.BackPressed())
    assert len(desk.editing.earlier) == 1
    desk.press(e.UndoPressed())
    assert not rules.is_changed(desk.editing, desk.entry)
    assert desk.opened.written(desk.entry) == file.read_text("utf-8")


def test_taking_all_places_back_leaves_nothing_changed_and_nothing_to_undo(tmp_path: Path) -> None:
    desk = at_the_order(copied(tmp_path))
    raw = desk.entry.raw(LANGUAGES).split()
    desk.press(pe.ProfilePlaced(raw[1]), pe.ProfilePlaced(""), e.ContinuePressed())
    assert not rules.is_changed(desk.editing, desk.entry)
    assert desk.editing.earlier == ()


def test_another_choice_of_languages_keeps_the_order_that_was_made(tmp_path: Path) -> None:
    desk = at_the_order(copied(tmp_path))
    *most, last = desk.entry.raw(LANGUAGES).split()
    desk.press(pe.ProfilePlaced(last), e.ContinuePressed())
    without = [one for one in (*most, last) if one != most[1]]
    # The list of choices writes them in an order of its own.
    desk.change(LANGUAGES, " ".join(sorted(without)))
    assert desk.entry.raw(LANGUAGES).split() == [last, *(one for one in most if one != most[1])]
    desk.change(LANGUAGES, " ".join(sorted((*most, last))))
    assert desk.entry.raw(LANGUAGES).split()[0] == last
    assert desk.entry.raw(LANGUAGES).split()[-1] == most[1]


def test_in_a_first_set_up_the_order_is_made_on_the_step_of_the_languages(tmp_path: Path) -> None:
    place = tmp_path / "marsh.toml"
    head, _, tail = begun.fresh().partition("languages = [")
    begun.keep(place, SetUpStep.LANGUAGES, f'{head}languages = ["en", "es"]{tail.partition("]")[2]}')
    desk = Desk.before(begun.open_set_up(place, NOW))
    contents = present_set_up(desk.visit, p.SetUp(SetUpStep.LANGUAGES), Messages.load("en"), a_kiosk())
    assert contents.order == "Order of languages"
    desk.press(pe.ProfileOrderPressed(), pe.ProfilePlaced(token(desk, "es")), e.BackPressed())
    assert desk.page == p.SetUp(SetUpStep.LANGUAGES)
    assert desk.opened.changed(desk.entry)["languages"] == ["es", "en"]
    desk.press(e.ContinuePressed())
    assert desk.page == p.SetUp(SetUpStep.PLACE)
    again = Desk.before(begun.open_set_up(place, NOW))
    assert again.opened.changed(again.entry)["languages"] == ["es", "en"]
