# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page full of squares, and the one that hears keys: every place of the glass is asked for, and every key."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from accessibility.hands.ways import Way
from core.visit.self_test_events import KeyFelt, SquareFelt
from core.visit.self_test_pages import StaffKeys, StaffTouch
from tests.support.checks.screen import Case, ScreenUnderTest, screen
from ui.pages.keys_test import KeysTestPage
from ui.pages.touch_test import TouchTestPage
from ui.parts.ticked import Ticked
from ui.present.self_test import WORDS, meanings_of
from ui.screens import readable

LEFT = Qt.MouseButton.LeftButton


def felt(shown: ScreenUnderTest, at: QPoint) -> list[SquareFelt]:
    """What a finger that comes down there reports, wherever it lands: on a text too."""
    before = len(shown.shown.reported)
    under: QWidget = shown.page.childAt(at) or shown.page
    QTest.mousePress(under, LEFT, pos=under.mapFrom(shown.page, at))
    QTest.mouseRelease(under, LEFT, pos=under.mapFrom(shown.page, at))
    return [one for one in shown.shown.reported[before:] if isinstance(one, SquareFelt)]


def test_every_place_above_the_button_is_in_one_square_and_words_lie_in_squares_too() -> None:
    with screen("staff-touch", Case(glass="K1")) as shown:
        page = shown.page
        assert isinstance(page, TouchTestPage)
        low = page._board.height()
        step = round(shown.look.px(26) * 0.9)
        found: dict[tuple[int, int], SquareFelt] = {}
        for x in range(1, page.width(), step):
            for y in range(1, low, step):
                (told,) = felt(shown, QPoint(x, y))
                found[told.square] = told
        columns, rows = found[1, 1].columns, found[1, 1].rows
        assert set(found) == {(column, row) for column in range(1, columns + 1) for row in range(1, rows + 1)}
        assert page._frame_foot.y() - low <= shown.look.line_width
        assert min(page.width() // columns, low // rows) >= shown.look.target("button")
        corners = [(1, 1), (page.width() - 2, 1), (1, low - 1), (page.width() - 2, low - 1)]
        ends = [
            one.square for x, y in corners for one in felt(shown, QPoint(x, y)) if isinstance(one, SquareFelt)
        ]
        assert ends == [(1, 1), (columns, 1), (1, rows), (columns, rows)]


def test_a_square_that_was_felt_looks_otherwise_and_is_told_once() -> None:
    with screen("staff-touch", Case(glass="K1")) as shown:
        page, at = shown.page, QPoint(3, shown.page._frame_foot.y() - 30)
        (told,) = felt(shown, at)
        before = page.grab().toImage()
        now = StaffTouch(told.columns, told.rows, frozenset({told.square}))
        visit = replace(shown.visit, page=now)
        assert page.refresh(readable(visit, shown.shown.texts, shown.shown.setting))
        assert page.grab().toImage().pixelColor(at) != before.pixelColor(at)
        assert felt(shown, at) == []


def test_a_key_is_told_once_and_then_works_and_tab_always_does() -> None:
    with screen("staff-keys", Case()) as shown:
        page = shown.page
        assert isinstance(page, KeysTestPage)
        assert not page.hear("Up", None)
        assert not page.hear("Tab", None)
        assert shown.shown.reported == []
        assert page.hear("F2", None)
        assert page.hear("F9", None)
        assert shown.shown.reported == [KeyFelt("F2", "repeat"), KeyFelt("F9", "")]


def test_the_field_of_a_key_is_ticked_when_it_has_answered_and_nothing_moves() -> None:
    with screen("staff-keys", Case(glass="H1")) as shown:
        fields = {one.block.text: one for one in shown.page.findChildren(Ticked)}
        up, left = fields["Up"], fields["Help"]
        assert (up.done, left.done) == (True, False)
        assert up.accessibleName() == "Answered: Up."
        assert left.accessibleName() == f"Not yet: {left.block.text}."
        places = {words: one.geometry() for words, one in fields.items()}
        before = left.grab().toImage()
        state = shown.visit.page
        assert isinstance(state, StaffKeys)
        named = next(key for key, words in WORDS.items() if shown.shown.texts.text(words) == left.block.text)
        visit = replace(shown.visit, page=replace(state, felt=state.felt | {named.value}))
        assert shown.page.refresh(readable(visit, shown.shown.texts, shown.shown.setting))
        shown.changed()
        assert left.done
        assert left.accessibleName().startswith("Answered: ")
        assert left.grab().toImage() != before
        assert {words: one.geometry() for words, one in fields.items()} == places


def test_codes_that_were_read_are_ticked() -> None:
    with screen("staff-reading-codes", Case(glass="H1")) as shown:
        ticked = {one.block.text: one.done for one in shown.page.findChildren(Ticked)}
        assert [words for words, done in ticked.items() if not done] == ["2", "4", "6", "8"]
        assert len(ticked) == 9


def test_each_key_of_what_stands_at_the_machine_has_its_meaning_the_first_way_first() -> None:
    found = meanings_of((Way.TWO_SWITCHES, Way.FIVE_KEYS))
    assert (found["Space"].value, found["Up"].value) == ("switch-1", "up")
    assert meanings_of(()) == {}
