# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every part, at every step and in every script: nothing is cut, nothing is too small, everything has a name."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.support.looks import look
from tests.support.parts import PARTS
from ui.parts.buttons import Button
from ui.parts.choice import ChoiceCard
from ui.parts.control import Control
from ui.parts.text import PlainText
from ui.parts.text_block import TextBlock

WORDS = {
    "en": "A person can help you with this today",
    "es": "Una persona puede ayudarle con esto hoy",
    "ar": "يمكن لموظف أن يساعدك في هذا اليوم",
    "zh-Hans": "今天有工作人员可以帮您办理这件事",
}
WIDTHS = {"K2": 700, "K1": 640}


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("step", [1, pytest.param(3, marks=pytest.mark.long), 5])
def test_every_text_in_a_part_has_the_height_that_its_lines_need(name: str, language: str, step: int) -> None:
    part = PARTS[name](look(step, language), WORDS[language])
    width = max(WIDTHS["K2"], part.minimumSizeHint().width())
    part.resize(width, part.heightForWidth(width))
    part.show()
    short = [
        f"{type(inner).__name__} has {inner.height()} of {inner.heightForWidth(inner.width())}"
        for inner in (part, *part.findChildren(QWidget))
        if inner.isVisible() and inner.hasHeightForWidth() and inner.width() > 0
        if inner.height() < inner.heightForWidth(inner.width())
    ]
    outside = [
        type(inner).__name__
        for inner in part.findChildren(QWidget)
        if inner.isVisible() and not inner.size().isEmpty()
        if not inner.parentWidget().contentsRect().contains(inner.geometry())  # type: ignore[union-attr]  # found as a child
    ]
    part.close()
    assert (short, outside) == ([], [])


@pytest.mark.parametrize("name", [n for n, make in PARTS.items() if n not in {"search", "answer", "setting"}])
@pytest.mark.parametrize("language", WORDS)
def test_a_part_is_known_by_its_words(name: str, language: str) -> None:
    part = PARTS[name](look(1, language), WORDS[language])
    names = [widget.accessibleName() for widget in (part, *part.findChildren(QWidget))]
    part.deleteLater()
    assert any(WORDS[language] in said for said in names)


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("assisted", [False, True])
def test_what_can_be_pressed_is_large_enough(name: str, step: int, assisted: bool) -> None:
    made = look(step, assisted=assisted)
    part = PARTS[name](made, WORDS["en"])
    part.resize(WIDTHS["K2"], part.heightForWidth(WIDTHS["K2"]))
    part.show()
    small = [
        (type(control).__name__, control.width(), control.height())
        for control in (part, *part.findChildren(Control))
        if isinstance(control, Control) and control.isVisible()
        if min(control.width(), control.height()) < made.px(12.5)
    ]
    part.close()
    assert small == []


@pytest.mark.parametrize("text", ["<b>bold</b> &amp; <img src='x'>", "Tom & Jerry & Co", "a\u2028b\nc"])
def test_text_from_outside_is_shown_as_it_is_written(text: str) -> None:
    plain, button = PlainText(look(), text), Button(look(), text)
    said = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    assert plain.block.text == button.block.text == plain.accessibleName() == said == text
    assert button.shortcut().isEmpty()
    for widget in (plain, button):
        widget.deleteLater()


@pytest.mark.parametrize("language", WORDS)
def test_a_word_that_is_too_long_is_broken_and_not_cut(language: str) -> None:
    block = TextBlock(look(3, language), "Donaudampfschifffahrtsgesellschaft" * 3)
    assert block.lines(300) > 1
    layout = block._layout
    assert all(layout.lineAt(n).naturalTextWidth() <= 300 for n in range(layout.lineCount()))


def test_a_chosen_answer_is_a_checked_radio_button_to_assistive_technology() -> None:
    one, several = (
        ChoiceCard(look(), "One", chosen=True),
        ChoiceCard(look(), "Any", chosen=False, multiple=True),
    )
    first, second = (QAccessible.queryAccessibleInterface(card) for card in (one, several))
    assert (first.role(), first.state().checked) == (QAccessible.Role.RadioButton, 1)
    assert (second.role(), second.state().checked) == (QAccessible.Role.CheckBox, 0)
    one.set_chosen(False)
    several.set_chosen(True)
    assert (first.state().checked, second.state().checked) == (0, 1)
    for card in (one, several):
        card.deleteLater()
