# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page keeps together, and brings forward, where it has room for a few lines: nothing is torn that is one."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.support.checks.screen import Case, ScreenUnderTest, screen
from ui.fields.lines_edit import LinesEdit
from ui.page_frame_paging import Unit
from ui.parts.buttons import Button
from ui.parts.doors import DoorCard
from ui.parts.leading import is_leading
from ui.parts.mark import Mark
from ui.parts.number_card import NumberCard
from ui.parts.progress import Progress
from ui.parts.text import LaidText, PlainText

LARGEST = Case(step=5, glass="H1")
ARABIC = Case(step=5, glass="H1", language="ar")


def units(shown: ScreenUnderTest) -> list[Unit]:
    return [unit for part in shown.page._frame_pages for unit in part]


def ends(text: LaidText, unit: Unit) -> list[int]:
    """After how many lines of its text a sentence ends."""
    return text.sentence_ends(unit.width, unit.apart)


def part_of(shown: ScreenUnderTest, widget: object) -> int:
    """The number of the part that a widget stands on, from 0."""
    (number,) = {
        n for n, part in enumerate(shown.page._frame_pages) for unit in part if widget in unit.widgets
    }
    return number


def part_of_unit(shown: ScreenUnderTest, unit: Unit) -> int:
    """The number of the part that one of its units stands on, from 0."""
    return next(n for n, part in enumerate(shown.page._frame_pages) if unit in part)


def explains(unit: Unit) -> bool:
    """Whether it tells more of what other words say."""
    text = unit.widgets[0]
    return isinstance(text, PlainText) and text.explains


@pytest.mark.parametrize("name", ["check", "check-covered", "check-list", "check-masked", "profile-times"])
@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
def test_a_question_that_stands_over_its_answer_is_never_torn(name: str, language: str) -> None:
    with screen(name, Case(step=5, glass="H1", language=language)) as shown:
        over = [unit for unit in units(shown) if is_leading(unit.widgets[0])]
        assert over
        assert [unit.piece for unit in over if unit.piece is not None] == []


def test_a_checked_answer_stands_on_one_part_with_its_question_and_the_way_to_change_it() -> None:
    with screen("check", LARGEST) as shown:
        changes = [one for one in shown.page.findChildren(Button) if one.objectName().startswith("change.")]
        apart = []
        for change in changes:
            part = shown.page._frame_pages[part_of(shown, change)]
            texts = [unit.widgets[0] for unit in part if isinstance(unit.widgets[0], PlainText)]
            if len(texts) != 2:
                apart.append(change.objectName())
        assert len(changes) == 10
        # Three lines that ask, two that answer and a button are more than this glass holds.
        assert apart == ["change./data/day"]


def test_what_turns_the_page_is_no_lower_than_the_other_buttons_on_it() -> None:
    with screen("check", LARGEST) as shown:
        change = shown.page.findChild(Button, "change./data/bins")
        assert change is not None
        rest = change.content_height(768) - change.block.height(768)
        assert rest == shown.page.more.content_height(768) - shown.page.more.block.height(768)
        assert change.content_height(768) < round(1.75 * shown.look.body_px)


@pytest.mark.parametrize(("language", "lines"), [("en", 2), ("ar", 1)])
def test_a_field_of_several_lines_is_as_low_as_its_question_needs(language: str, lines: int) -> None:
    with screen("question-lines", Case(step=5, glass="H1", language=language)) as shown:
        field = shown.page.findChild(LinesEdit)
        editor = shown.page.findChild(QPlainTextEdit)
        assert field is not None
        assert editor is not None
        assert field.height() // editor.fontMetrics().lineSpacing() == lines
        assert part_of(shown, field) == 0
        # What leads on stands in company.
        assert shown.page.page_count == 2
        shown.shell.resize(1366, 2400)
        shown.changed()
        assert field.height() // editor.fontMetrics().lineSpacing() == 2


def test_what_says_where_one_is_gives_way_to_the_field() -> None:
    with screen("question-lines", ARABIC) as shown:
        eyebrow = next(unit.widgets[0] for unit in units(shown) if isinstance(unit.widgets[0], Progress))
        field = shown.page.findChild(LinesEdit)
        assert part_of(shown, field) == 0
        assert part_of(shown, eyebrow) > 0


@pytest.mark.parametrize(
    ("name", "language"), [("sent-printed", "ar"), ("sent-checking", "ar"), ("sent-leaving", "fr")]
)
def test_the_number_to_keep_stands_under_the_heading_before_what_explains_it(
    name: str, language: str
) -> None:
    with screen(name, Case(step=2, glass="H1", language=language)) as shown:
        card, hint = shown.page.findChild(NumberCard), shown.page._frame_head.hint
        assert card is not None
        assert hint is not None
        assert (part_of(shown, shown.page.heading), part_of(shown, card), part_of(shown, hint)) == (0, 0, 1)


@pytest.mark.parametrize(("name", "part"), [("sent-sealed", 0), ("sent-attention", 0), ("sent-received", 1)])
def test_the_number_over_the_heading_comes_at_the_latest_after_it(name: str, part: int) -> None:
    with screen(name, ARABIC) as shown:
        assert part_of(shown, shown.page.heading) == 0
        assert part_of(shown, shown.page._frame_head.above) == part


def test_a_heading_that_has_to_stand_alone_has_what_says_where_one_is_with_it() -> None:
    with screen("question-text-problem", ARABIC) as shown:
        assert part_of(shown, shown.page._frame_head.eyebrow) == 0
        assert part_of(shown, shown.page.heading) == 0


def test_a_title_has_the_first_sentence_of_its_text_with_it_where_no_part_holds_all() -> None:
    with screen("service-later", LARGEST) as shown:
        (text,) = {
            unit.widgets[0]
            for unit in units(shown)
            if isinstance(unit.widgets[0], LaidText)
            and unit.widgets[0].block.text.startswith("Pension Fund does")
        }
        parts = [part for part in shown.page._frame_pages if any(text in unit.widgets for unit in part)]
        title, begun = parts[0][-2:]
        assert is_leading(title.widgets[0])
        assert begun.piece is not None
        assert begun.piece[1] in text.sentence_ends(begun.width)
        assert len(parts) == 2


@pytest.mark.parametrize("name", ["write-amount-problem", "check-missing"])
def test_nothing_comes_between_a_title_and_what_it_stands_over(name: str) -> None:
    with screen(name, LARGEST) as shown:
        parts = shown.page._frame_pages
        ended = [n for n, part in enumerate(parts[:-1]) if is_leading(part[-1].widgets[0])]
        assert ended
        assert not [n for n in ended if isinstance(parts[n + 1][0].widgets[0], Progress)]


def test_a_looser_setting_tears_no_sentence_that_a_closer_one_leaves_whole() -> None:
    with screen("question-rank-problem", LARGEST) as shown:
        texts = [(unit, unit.widgets[0]) for unit in units(shown) if isinstance(unit.widgets[0], LaidText)]
        assert texts
        torn = [unit.piece for unit, text in texts if unit.piece and sum(unit.piece) not in ends(text, unit)]
        assert torn == []


def test_doors_stand_together_on_a_part_that_has_room_for_them() -> None:
    with screen("home", LARGEST) as shown:
        doors = [[u for u in part if isinstance(u.widgets[0], DoorCard)] for part in shown.page._frame_pages]
        assert [len(part) for part in doors if part][:2] == [3, 2]


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
def test_what_is_to_be_put_right_comes_before_what_explains_the_question(language: str) -> None:
    with screen("question-text-problem", Case(step=5, glass="H1", language=language)) as shown:
        order = [
            "told" if isinstance(unit.widgets[0], Mark) else "hint" if explains(unit) else ""
            for unit in units(shown)
        ]
        assert order.index("") < order.index("told") < order.index("hint")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_sentence_without_room_is_parted_after_a_comma(language: str) -> None:
    with screen("sent-checking", Case(step=5, glass="H1", language=language)) as shown:
        parted = [unit for unit in units(shown) if unit.apart]
        text = parted[0].widgets[0]
        assert isinstance(text, LaidText)
        assert [unit.piece is not None for unit in parted] == [True] * len(parted)
        first = parted[0].piece
        assert first is not None
        assert first[1] in text.ended_lines(parted[0].width, parted[0].apart)
        assert first[1] not in ends(text, parted[0])
        # Nothing comes between the two, and no line is lost.
        number = part_of_unit(shown, parted[0])
        assert shown.page._frame_pages[number + 1][0] is parted[1]
        lines = [line for unit in parted if unit.piece for line in range(unit.piece[0], sum(unit.piece))]
        assert lines == list(range(text.lines_in_parts(parted[0].width, parted[0].apart)))
        words = text.parted.text
        assert words[: words.index("\n")].endswith((",", "،"))
        assert text.block.text.split() == words.split()


def test_words_are_found_in_a_text_that_is_parted_after_a_comma() -> None:
    with screen("machine", Case(step=1)) as shown:
        text = PlainText(
            shown.look, "先按排第一的，再按排第二的。Then, at last, the rest.", parent=shown.page
        )
        apart = tuple(text.commas())
        assert [text.block.text[:place][-2:] for place in apart] == ["的，", ", ", ", "]
        parted = text.in_parts(apart)
        assert parted.text.split("\n") == [
            "先按排第一的，",
            "再按排第二的。",
            "Then,",
            "at last,",
            "the rest.",
        ]
        assert text.ended_lines(900, apart) == [1, 2, 3, 4, 5]
        assert text.sentence_ends(900, apart) == [2, 5]
        assert len(parted.where("先按排第一的，再按排第二的。", 900)) == 2
        assert len(parted.where("Then, at last, the rest.", 900)) == 3
        assert parted.where("Then the rest.", 900) == []
