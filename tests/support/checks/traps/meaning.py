# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of what a page means: names, roles, headings, how much, and in which words."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final, cast
from unittest.mock import patch

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.fitting import many_buttons
from tests.support.checks.traps.putting import free_place, put, write
from tests.support.checks.traps.trap import Trap
from ui.parts.buttons import Button
from ui.parts.text import Heading, PlainText


def words_that_nobody_says(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, "zebra crossing")


def keys_that_go_backwards(screen: ScreenUnderTest, undo: ExitStack) -> None:
    order = screen.page.focus_order()[::-1]
    undo.enter_context(patch.object(screen.page, "focus_order", lambda: order))


def a_button_without_a_name(screen: ScreenUnderTest, undo: ExitStack) -> None:
    primary = screen.page.findChild(QWidget, "foot.primary")
    assert primary is not None
    primary.setAccessibleName("")


def a_name_that_says_something_else(screen: ScreenUnderTest, undo: ExitStack) -> None:
    primary = screen.page.findChild(QWidget, "foot.primary")
    assert primary is not None
    primary.setAccessibleName("zebra")


def focus_on_nothing_in_particular(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = QWidget(screen.page)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName("zebra")
    put(screen, made, free_place(screen, 200, 90))


def a_heading_that_is_plain_text(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Title(PlainText):
        pass

    screen.page._frame_head.heading = cast("Heading", Title(screen.look, "Plain", parent=screen.page))


def words_that_pose_as_a_heading(screen: ScreenUnderTest, undo: ExitStack) -> None:
    posing = type("Heading", (QLabel,), {"accessible_role": QAccessible.Role.Heading})(
        "Not a heading", screen.page
    )
    put(screen, posing, free_place(screen, 200, 90))


def four_more_buttons(screen: ScreenUnderTest, undo: ExitStack) -> None:
    for number in range(4):
        made = Button(screen.look, "OK", parent=screen.page)
        made.setObjectName(f"more.{number}")
        put(screen, made, QRect(number * 110, 0, 100, 100))


def many_words(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, "word " * 61)


def many_han_letters(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, "字" * 121)


def a_bar_that_moves(screen: ScreenUnderTest, undo: ExitStack) -> None:
    assert screen.shell.bar is not None
    button = screen.shell.bar.buttons["help"]
    button.move(button.x(), button.y() + 9)
    screen.changed()


def a_sign_alone(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Sign(Button):
        def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
            self.look.paint_picture(painter, rect, "settings")

    made = Sign(screen.look, "Settings", parent=screen.page)
    made.setObjectName("sign")
    put(screen, made, free_place(screen, 200, 90))


def a_field_that_completes(screen: ScreenUnderTest, undo: ExitStack) -> None:
    field = next(field for field in screen.shell.findChildren(QLineEdit) if field.isVisible())
    field.setCompleter(QCompleter(["Marigold"], field))


def two_headings(screen: ScreenUnderTest, undo: ExitStack) -> None:
    put(screen, Heading(screen.look, "Again", parent=screen.page), QRect(0, 0, 300, 60))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "everything is said": (Trap(words_that_nobody_says),),
    "said as keys go": (
        Trap(keys_that_go_backwards, "help"),
        Trap(keys_that_go_backwards, "question-choice"),
    ),
    "everything has a name": (Trap(a_button_without_a_name), Trap(a_name_that_says_something_else)),
    "everything says what it is": (Trap(focus_on_nothing_in_particular),),
    "headings are headings": (Trap(a_heading_that_is_plain_text), Trap(words_that_pose_as_a_heading)),
    "one thing on a page": (
        Trap(many_buttons),
        Trap(two_headings),
        Trap(four_more_buttons, "help", Case(step=3, mode="assisted")),
    ),
    "few words for who goes slowly": (
        Trap(many_words, "said-back-date", Case(step=3, mode="assisted")),
        Trap(many_han_letters, "said-back-date", Case(step=3, mode="assisted", language="zh-Hans")),
    ),
    "the bar never moves": (Trap(a_bar_that_moves),),
    "signs have words": (Trap(a_sign_alone),),
    "fields remember nothing": (Trap(a_field_that_completes, "question-text", Case(glass="H1")),),
}
