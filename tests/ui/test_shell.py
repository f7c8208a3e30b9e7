# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: where the bar is, where the focus goes, how the rings look, and that Arabic mirrors it all."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.qt.look import Look
from core.ids import Language
from tests.support.looks import GLASS, look
from ui.page_frame import PageFrame
from ui.parts.boxes import Column
from ui.parts.buttons import PrimaryButton
from ui.parts.choice import ChoiceCard
from ui.present.bar import BarContents
from ui.present.masthead import MastheadContents
from ui.shell import Shell

LANGUAGES = ("en", "es", "ar", "zh-Hans")


def bar_of(made: Look) -> BarContents:
    text = made.texts.text
    return BarContents(
        language=Language(made.language),
        back=text("bar.back"),
        help=text("bar.help"),
        help_short=text("bar.help_short"),
        read=text("bar.read"),
        read_short=text("bar.read_short"),
        settings=text("bar.settings"),
        languages=text("bar.language"),
        finish=text("bar.finish"),
        reading=False,
    )


def masthead_of(made: Look, *, trial: bool = False) -> MastheadContents:
    text = made.texts.text
    return MastheadContents(
        language=Language(made.language),
        town="Port Amity",
        services=text("masthead.services"),
        state=text("masthead.connected"),
        state_short=text("masthead.connected"),
        connected=True,
        trial=text("masthead.trial") if trial else "",
        notice="",
    )


def question(made: Look) -> PageFrame:
    page = PageFrame(made)
    page.set_heading("Who is moving with you?", hint="Choose one. You can change it later.")
    cards = [ChoiceCard(made, words, chosen=words == "Only me") for words in ("Only me", "My family")]
    for number, card in enumerate(cards):
        card.setObjectName(f"answer.{number}")
    page.add(Column(made, cards))
    primary = PrimaryButton(made, "Continue")
    primary.setObjectName("foot.primary")
    page.set_foot([primary])
    return page


@pytest.fixture
def shells() -> Iterator[list[Shell]]:
    made: list[Shell] = []
    yield made
    for shell in made:
        shell.close()


def shown(shells: list[Shell], made: Look, glass: str = "K2", bar: BarContents | None = None) -> Shell:
    shell = Shell(made)
    shells.append(shell)
    shell.resize(GLASS[glass].width_px, GLASS[glass].height_px)
    shell.show()
    shell.activateWindow()
    QApplication.processEvents()
    shell.show_page(question(made), bar or bar_of(made), masthead_of(made), made)
    QApplication.processEvents()
    return shell


def places(shell: Shell) -> dict[str, QRect]:
    """Where each button of the bar that is shown lies in the window."""
    assert shell.bar is not None
    return {
        name: QRect(button.mapTo(shell, QPoint(0, 0)), button.size())
        for name, button in shell.bar.buttons.items()
        if button.isVisible()
    }


@pytest.mark.requirement("UND-03", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize("glass", GLASS)
@pytest.mark.parametrize("step", [1, 5])
def test_the_bar_never_moves_and_empty_places_stay_empty(shells: list[Shell], glass: str, step: int) -> None:
    made = look(step, glass=glass)
    shell = shown(shells, made, glass)
    before = places(shell)
    welcome = replace(bar_of(made), back="", finish="")
    shell.show_page(question(made), welcome, masthead_of(made), made)
    QApplication.processEvents()
    after = places(shell)
    assert set(before) - set(after) == {"back", "finish"}
    assert all(before[name] == rect for name, rect in after.items())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("glass", GLASS)
@pytest.mark.parametrize("step", [1, 3, 5])
def test_no_word_of_the_bar_is_broken(shells: list[Shell], language: str, glass: str, step: int) -> None:
    made = look(step, language, glass=glass)
    shell = shown(shells, made, glass)
    assert shell.bar is not None
    for button in shell.bar.buttons.values():
        setting = button._setting
        assert setting.letters >= made.body_px // 2
        assert min(button.width(), button.height()) >= made.px(12.6)


def test_the_bar_is_planned_once_for_each_length(shells: list[Shell]) -> None:
    # A window that is smaller than its screen asks for two lengths at every event.
    made = look()
    shell = shown(shells, made)
    assert shell.bar is not None
    contents = bar_of(made)
    window, screen = (shell.bar._planned(contents, length) for length in (900, 1080))
    assert shell.bar._planned(contents, 900) is window
    assert shell.bar._planned(contents, 1080) is screen
    again = replace(contents, read="Something longer than before")
    assert shell.bar._planned(again, 900) is not window


@pytest.mark.requirement("SEE-14", part="the bar")
def test_arabic_is_the_mirror_image(shells: list[Shell]) -> None:
    english = places(shown(shells, look()))
    arabic = places(shown(shells, look(language="ar")))
    width = GLASS["K2"].width_px
    assert english["back"].x() < 100
    assert arabic["back"].right() > width - 100
    assert english["back"].y() == arabic["back"].y()


@pytest.mark.requirement("OPR-16", part="a new page")
def test_the_focus_comes_to_the_heading_of_a_new_page(shells: list[Shell]) -> None:
    shell = shown(shells, look())
    assert shell.page is not None
    assert QApplication.focusWidget() is shell.page.heading


@pytest.mark.requirement("SEE-03", part="the focus stays")
def test_the_focus_stays_when_the_same_page_is_built_anew(shells: list[Shell]) -> None:
    made = look()
    shell = shown(shells, made)
    focused = shell.findChild(QWidget, "answer.1")
    assert focused is not None
    focused.setFocus()
    larger = look(4)
    shell.show_page(question(larger), bar_of(larger), masthead_of(larger), larger, keep_focus=True)
    now = QApplication.focusWidget()
    assert now is not None
    assert now is not focused
    assert now.objectName() == "answer.1"


@pytest.mark.requirement("OPR-14", part="page, then bar")
def test_tab_goes_through_the_page_and_then_through_the_bar(shells: list[Shell]) -> None:
    shown(shells, look())
    order = []
    for _ in range(10):
        now = QApplication.focusWidget()
        assert now is not None
        order.append(now.objectName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert order == [
        "heading", "answer.0", "answer.1", "foot.primary",
        "bar.back", "bar.help", "bar.read", "bar.settings", "bar.language", "bar.finish",
    ]  # fmt: skip


def test_every_place_of_the_bar_reports_itself(shells: list[Shell]) -> None:
    shell = shown(shells, look())
    told: list[str] = []
    shell.pressed.connect(told.append)
    assert shell.bar is not None
    for button in shell.bar.buttons.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["back", "help", "read", "settings", "language", "finish"]


@pytest.mark.requirement("OPR-13", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize(
    "theme", ["standard", "evening", "high-dark", "high-light", "yellow-on-black", "low-glare"]
)
def test_two_rings_lie_around_what_has_the_focus_and_outside_it(shells: list[Shell], theme: str) -> None:
    made = look(theme=theme)
    shell = shown(shells, made)
    card = shell.findChild(QWidget, "answer.1")
    assert card is not None
    card.setFocus()
    QApplication.processEvents()
    image = shell.grab().toImage()
    corner, width = card.mapTo(shell, QPoint(0, 0)), made.ring_width
    middle = corner.x() + card.width() // 2
    inner = image.pixelColor(middle, corner.y() - width // 2 - 1)
    outer = image.pixelColor(middle, corner.y() - width - width // 2 - 1)
    beyond = image.pixelColor(middle, corner.y() - 2 * width - 2)
    assert (inner, outer) == (made.color("focus_inner"), made.color("focus_outer"))
    assert beyond == made.color("ground")


def test_the_ring_is_wider_while_everything_is_larger_and_slower() -> None:
    assert look(assisted=True).ring_width > look().ring_width


def test_the_trial_is_told_in_the_line_on_top(shells: list[Shell]) -> None:
    made = look()
    shell = shown(shells, made)
    shell.update_masthead(masthead_of(made, trial=True))
    QApplication.processEvents()
    masthead = shell.findChildren(QWidget, "masthead")[-1]
    said = [child.accessibleName() for child in masthead.findChildren(QWidget) if child.isVisible()]
    assert made.texts.text("masthead.trial") in said


@pytest.mark.parametrize("glass", GLASS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "step", [1, pytest.param(2, marks=pytest.mark.long), 3, pytest.param(4, marks=pytest.mark.long)]
)
def test_nothing_on_the_line_on_top_lies_over_anything_else(
    shells: list[Shell], glass: str, language: str, step: int
) -> None:
    made = look(step, language, glass=glass)
    shell = shown(shells, made, glass)
    shell.update_masthead(masthead_of(made, trial=True))
    QApplication.processEvents()
    masthead = shell.findChildren(QWidget, "masthead")[-1]
    if not masthead.isVisible():
        assert step == 5
        return
    texts = [child.geometry() for child in masthead.findChildren(QWidget) if child.isVisible()]
    for number, first in enumerate(texts):
        assert masthead.rect().contains(first)
        assert not any(first.intersects(second) for second in texts[number + 1 :])


@pytest.mark.skipif("KIOSK_SHOTS" not in os.environ, reason="KIOSK_SHOTS names no folder for pictures")
@pytest.mark.parametrize("glass", GLASS)
@pytest.mark.parametrize("step", [1, 3, 5])
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_for_people_to_look_at(shells: list[Shell], glass: str, step: int, language: str) -> None:
    made = look(step, language, glass=glass)
    shell = shown(shells, made, glass)
    target = Path(os.environ["KIOSK_SHOTS"]) / f"question-{glass}-{step}-{language}.png"
    assert shell.grab().save(str(target))
