# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""With the largest letters the first part of a page holds more than its heading wherever there is room for it."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.support.checks.screen import Case, screen
from ui.page_frame_paging import Unit, controls_in
from ui.page_frame_sharing import paginate
from ui.parts.buttons import PrimaryButton
from ui.parts.text import LaidText, PlainText
from ui.shell_bar import Bar
from ui.shell_bar_plan import NEARLY_PERCENT

SOON = (
    "service",
    "service-later",
    "languages",
    "question-choice",
    "question-lines",
    "settings",
    "staff-attendant",
    "where",
)
"""What is pressed or written in first comes before what explains it, or says where one is."""


@pytest.mark.parametrize("name", ["machine", "trouble", "help", "finished"])
@pytest.mark.parametrize("glass", ["H1", "K1"])
def test_a_text_begins_beside_the_heading_and_none_of_its_lines_is_lost(name: str, glass: str) -> None:
    with screen(name, Case(glass=glass, step=5)) as shown:
        parts = shown.page._frame_pages
        first = [unit.widgets[0] for unit in parts[0]]
        if shown.page.heading not in first:
            # There is room for it over each part.
            assert shown.page.heading.isVisible()
            assert isinstance(first[0], LaidText)
            return
        assert len(first) > 1
        text = first[1]
        assert isinstance(text, LaidText)
        pieces = [unit.piece for part in parts for unit in part if unit.widgets[0] is text]
        if pieces == [None]:
            return
        assert pieces[0] is not None
        assert pieces[0][1] > 1
        covered = [line for piece in pieces if piece for line in range(piece[0], piece[0] + piece[1])]
        assert covered == list(range(text.lines_in_parts(text.width())))


@pytest.mark.parametrize(
    ("name", "glass"),
    [("welcome", "H1"), ("home", "K1"), ("service-begun-earlier", "K2"), *((name, "H1") for name in SOON)],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_something_to_press_stands_beside_the_heading(name: str, glass: str, language: str) -> None:
    with screen(name, Case(language=language, glass=glass, step=5)) as shown:
        assert controls_in(shown.page._frame_pages[0]) > 0


def test_what_a_page_is_there_for_stands_under_its_heading() -> None:
    for language in ("en", "ar", "zh-Hans"):
        with screen("service-later", Case(language=language, glass="H1", step=5)) as shown:
            start = shown.page.findChild(PrimaryButton, "foot.primary")
            assert start is not None
            assert start.isVisible()
            assert shown.page.heading.isVisible()
            assert not shown.page.more.geometry().intersects(start.geometry())


def test_a_part_ends_with_a_sentence_where_one_has_room() -> None:
    with screen("list", Case(language="fa", glass="H1", step=5)) as shown:
        hint = shown.page._frame_head.hint
        assert hint is not None
        ends = [unit.piece for part in shown.page._frame_pages for unit in part if hint in unit.widgets]
        assert len(ends) == 2
        assert ends[0] is not None
        assert ends[0][1] in hint.sentence_ends(hint.width())
        assert ends[0][1] < hint.lines_in_parts(hint.width())


def test_sentences_begin_lines_of_their_own_while_only_a_part_of_a_text_is_shown() -> None:
    with screen("machine", Case(step=1)) as shown:
        text = PlainText(shown.look, "One. Two (Dr. Lee). 三。四。", parent=shown.page)
        assert text.block.lines(900) == 1
        assert text.sentence_ends(900) == [1, 2, 3, 4]
        assert text.parted.text.replace("\n", "") == text.block.text.replace(". T", ".T").replace(
            ". 三", ".三"
        )
        quoted = PlainText(shown.look, "回答“您还在吗？”的秒数。二。", parent=shown.page)
        assert quoted.parted.text.split("\n") == ["回答“您还在吗？”的秒数。", "二。"]
        text.clip_lines((1, 2))
        assert text.heightForWidth(900) == text.parted.height_of_lines(2)
        text.clip_lines(None)
        assert text.heightForWidth(900) == text.block.height(900)


def test_no_part_holds_only_sentences_that_have_room_on_another() -> None:
    with screen("staff-attendant", Case(glass="H1", step=5)) as shown:
        parts = shown.page._frame_pages
        # The first text of the second rank is what stands under the heading; the others tell of the machine.
        said = next(one for one in shown.page.findChildren(PlainText) if one.explains)
        (told,) = [number for number, part in enumerate(parts) for unit in part if said in unit.widgets]
        assert told > 0
        assert controls_in(parts[told]) > 0


def test_a_heading_without_room_for_two_lines_stands_alone() -> None:
    with screen("machine", Case(step=1)) as shown:
        heading, text = PlainText(shown.look, "Heading"), PlainText(shown.look, "Words to read " * 90)
        units = [Unit(one, (one,), 400, one.whole_height(400), 0) for one in (heading, text)]
        line = text.block.line_px
        room = units[0].height + 10 + line + line // 2
        assert len(paginate(units, room, 10, 7, 1)[0]) == 1
        roomier = paginate(units, room + line, 10, 7, 1)
        assert [unit.piece for unit in roomier[0]] == [None, (0, 2)]


@pytest.mark.parametrize("language", ["en", "fr", "pt", "ar", "zh-Hans"])
def test_the_bar_of_upright_glass_has_three_rows_of_letters_as_large_as_those_of_the_page(
    language: str,
) -> None:
    with screen("service", Case(language=language, glass="K1", step=5)) as shown:
        bar = shown.shell.findChild(Bar)
        assert bar is not None
        (made,) = bar._plans.values()
        assert len({cell.y() for cell in made.cells}) == 3
        assert made.letters * 100 >= shown.look.font("strong").pixelSize() * NEARLY_PERCENT


@pytest.mark.parametrize(
    ("language", "glass", "step"),
    [("ar", "H1", 2), ("en", "H1", 3), ("ar", "K1", 3), ("en", "H1", 5), ("ar", "H1", 5)],
)
def test_a_field_of_several_lines_stands_under_its_question(language: str, glass: str, step: int) -> None:
    with screen("question-lines", Case(language=language, glass=glass, step=step)) as shown:
        field = shown.page.findChild(QPlainTextEdit)
        assert field is not None
        assert field.isVisible()
        assert shown.page.heading.isVisible()
