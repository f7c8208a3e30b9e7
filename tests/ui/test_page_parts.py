# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is higher than a page is shared out between its lines: nothing of it is lost, and every part can be pressed."""

import itertools

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.looks import look
from tests.support.measuring import said
from ui.page_frame import PageFrame
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.control import Control
from ui.parts.text_block import TextBlock

LONG = "Tell the town that you have moved into a house with many people who all need a letter each"


def shown_page() -> tuple[PageFrame, Button, list[str]]:
    """A page at the largest letters with a button that is higher than it."""
    made = look(5, glass="H1")
    page = PageFrame(made)
    page.set_heading("Moving")
    button = page.add(Button(made, LONG))
    button.setObjectName("long")
    pressed: list[str] = []
    button.activated.connect(lambda: pressed.append("long"))
    page.resize(800, 700)
    page.show()
    QApplication.processEvents()
    return page, button, pressed


def test_a_button_higher_than_a_page_is_shown_in_parts_that_follow_each_other() -> None:
    page, button, _ = shown_page()
    parts = []
    for _turn in range(page.page_count):
        if button.isVisible():
            assert button.geometry().bottom() < page._frame_more.geometry().top()
            assert button._shown is not None
            parts.append(button._shown)
        page.turn()
        QApplication.processEvents()
    assert len(parts) > 1
    assert parts[0][0] == 0
    assert all(top + high == after for (top, high), (after, _) in itertools.pairwise(parts))
    assert sum(high for _, high in parts) == button.whole_height(button.width())
    page.close()


def test_every_part_of_a_button_can_be_pressed() -> None:
    page, button, pressed = shown_page()
    while not button.isVisible():
        page.turn()
    button.click()
    page.turn()
    button.click()
    assert pressed == ["long", "long"]
    page.close()


@pytest.mark.parametrize(("things", "parts"), [(9, [5, 4]), (10, [4, 4, 2])])
def test_a_button_that_waits_for_the_last_part_leaves_its_place_to_one_more_thing_before(
    things: int, parts: list[int]
) -> None:
    made = look(1, glass="K2")
    page = PageFrame(made)
    page.set_heading("Check")
    for number in range(things):
        page.add(Button(made, f"Change {number}"))
    send = PrimaryButton(made, "Send")
    page.set_foot([send, Button(made, "Hide")])
    page.hold_back(send, "You can send at the end.")
    page.resize(1_600, 1_000)
    page.show()
    QApplication.processEvents()
    seen = []
    for _turn in range(page.page_count):
        pressed = [one for one in page.findChildren(Control) if one.isVisible()]
        assert len(pressed) <= page.most_controls
        seen.append(sum(one.objectName() == "" and said(one).startswith("Change") for one in pressed))
        page.turn()
        QApplication.processEvents()
    assert seen == parts
    page.close()


def test_a_word_wider_than_its_place_is_set_smaller_before_it_is_broken() -> None:
    block = TextBlock(look(5), "Someone", "title")
    wide = block.longest_word()
    assert block.lines(wide) == 1
    assert block.lines(wide * 85 // 100) == 1
    assert block.height(wide * 85 // 100) < block.height(wide)
