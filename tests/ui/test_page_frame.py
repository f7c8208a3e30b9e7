# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The content of a page is shared out over several when it does not fit: all of it, each thing once."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.qt.look import Look
from tests.support.looks import look
from ui.page_frame import PageFrame
from ui.parts.boxes import Column
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.choice import ChoiceCard
from ui.parts.grid import Grid
from ui.parts.text import PlainText


@pytest.fixture
def pages() -> Iterator[list[PageFrame]]:
    made: list[PageFrame] = []
    yield made
    for page in made:
        page.close()


def framed(pages: list[PageFrame], made: Look, widgets: list[QWidget], size: tuple[int, int]) -> PageFrame:
    """A shown page with a heading, these blocks and one primary action."""
    page = PageFrame(made)
    page.set_heading("Who is moving with you?")
    for widget in widgets:
        page.add(widget)
    page.set_foot([PrimaryButton(made, "Continue")])
    page.resize(*size)
    page.show()
    QApplication.processEvents()
    pages.append(page)
    return page


def more(page: PageFrame) -> Button:
    found = page.findChild(Button, "foot.more")
    assert found is not None
    return found


def seen(page: PageFrame, kind: type[ChoiceCard]) -> list[str]:
    return [card.words for card in page.findChildren(kind) if card.isVisible()]


def all_seen(page: PageFrame) -> list[list[str]]:
    """The answers on each page of the content, by pressing the button until it comes back to the first."""
    found = [seen(page, ChoiceCard)]
    for _ in range(30):
        if not more(page).isVisible():
            break
        page.turn()
        QApplication.processEvents()
        if seen(page, ChoiceCard) == found[0]:
            break
        found.append(seen(page, ChoiceCard))
    return found


def answers(made: Look, count: int) -> list[QWidget]:
    return [ChoiceCard(made, f"Answer {n}", chosen=False) for n in range(count)]


def test_what_fits_is_shown_at_once_without_a_button_for_more(pages: list[PageFrame]) -> None:
    made = look()
    page = framed(pages, made, [Column(made, answers(made, 4))], (1500, 1000))
    assert seen(page, ChoiceCard) == [f"Answer {n}" for n in range(4)]
    assert not more(page).isVisible()
    assert page.page_count == 1


@pytest.mark.parametrize("step", [1, 3, 5])
@pytest.mark.parametrize("box", [Column, Grid])
def test_every_answer_is_on_exactly_one_page(pages: list[PageFrame], step: int, box: type) -> None:
    made = look(step)
    cards = answers(made, 9)
    block = Grid(made, cards, 2) if box is Grid else Column(made, cards)
    page = framed(pages, made, [block], (1200, 900))
    found = all_seen(page)
    assert [words for one in found for words in one] == [f"Answer {n}" for n in range(9)]
    assert len(found) == page.page_count


def test_the_button_says_how_many_answers_are_left(pages: list[PageFrame]) -> None:
    made = look(4)
    page = framed(pages, made, [Column(made, answers(made, 5))], (1400, 900))
    left = 5 - len(seen(page, ChoiceCard))
    assert left > 0
    assert more(page).words == f"{left} more below"
    for _ in range(page.page_count - 1):
        page.turn()
    assert more(page).words == "Back to the top"


def test_no_page_has_more_than_seven_things_to_press(pages: list[PageFrame]) -> None:
    made = look(1, glass="K1")
    page = framed(pages, made, [Column(made, answers(made, 30), "s1")], (1080, 1500))
    assert max(len(one) for one in all_seen(page)) <= 5


def test_a_text_that_is_higher_than_a_page_is_shared_out_by_its_lines(pages: list[PageFrame]) -> None:
    made = look(5)
    text = PlainText(made, "This sentence is long. " * 40)
    page = framed(pages, made, [text], (900, 760))
    lines = 0
    for _ in range(page.page_count):
        if text.isVisible():
            first, count = text._shown or (0, text.lines_in_parts(text.width()))
            assert first == lines
            lines += count
            assert text.geometry().bottom() < more(page).geometry().top()
        page.turn()
        QApplication.processEvents()
    assert lines == text.lines_in_parts(text.width())


def test_the_page_that_holds_a_widget_can_be_shown(pages: list[PageFrame]) -> None:
    made = look(4)
    cards = answers(made, 9)
    page = framed(pages, made, [Column(made, cards)], (1400, 900))
    assert not cards[8].isVisible()
    page.reveal(cards[8])
    assert cards[8].isVisible()


def test_blocks_can_be_put_in_place_of_others(pages: list[PageFrame]) -> None:
    made = look()
    page = framed(pages, made, answers(made, 2), (1500, 1000))
    page.clear_blocks()
    page.add(PlainText(made, "Nothing was found."))
    page.set_tray(None)
    QApplication.processEvents()
    QApplication.processEvents()
    assert seen(page, ChoiceCard) == []
    assert [text.text() for text in page.findChildren(PlainText) if text.isVisible()][
        -1
    ] == "Nothing was found."


def test_blocks_are_put_in_place_of_others_while_a_part_is_hidden_that_had_the_focus(
    pages: list[PageFrame],
) -> None:
    made = look(3)
    page = framed(pages, made, answers(made, 30), (900, 700))
    assert page.page_count > 1
    page.activateWindow()
    page.findChildren(ChoiceCard)[0].setFocus()
    QApplication.processEvents()
    told: list[str] = []

    def renewed() -> None:
        if not told:
            told.append("Nothing was found.")
            page.clear_blocks()
            page.add(PlainText(made, told[0]))

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(renewed)
    page.turn()
    application.focusChanged.disconnect(renewed)
    assert told
    assert page.page_count == 1
    assert seen(page, ChoiceCard) == []
    assert [one.text() for one in page.findChildren(PlainText) if one.isVisible()][-1] == told[0]


def test_what_grows_takes_the_height_that_is_left(pages: list[PageFrame]) -> None:
    made = look()
    page = PageFrame(made)
    page.set_heading("What is happening in your life?")
    grid = page.add(Grid(made, answers(made, 4), 2, fill=True), grow=True)
    page.resize(1500, 1000)
    page.show()
    QApplication.processEvents()
    pages.append(page)
    assert grid.geometry().bottom() > 900
