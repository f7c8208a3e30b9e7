# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of what assistive technology is told, and of what it must not find."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAccessibleWidget, QLineEdit, QPlainTextEdit

from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.trap import Trap
from ui import accessible_roles
from ui.input_gate import InputGate
from ui.pages.asked import Section
from ui.parts.choice import ChoiceCard
from ui.parts.field import TextField
from ui.parts.field_label import FieldLabel


def a_choice_that_looks_chosen_only(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    next(card for card in screen.page.findChildren(ChoiceCard) if card.isChecked()).setCheckable(False)


def a_field_that_is_switched_off(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    screen.page.findChildren(TextField)[0].setEnabled(False)


def a_mistake_that_is_only_seen(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    screen.page.findChildren(TextField)[0].setAccessibleDescription("")


def a_page_without_a_name(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    screen.page.setAccessibleName("")


def a_field_whose_label_is_beside_another(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    field = screen.page.findChildren(TextField)[0]
    field._label.setBuddy(screen.page)


def a_field_whose_label_says_something_else(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    next(label for label in screen.page.findChildren(FieldLabel)).setAccessibleName("Another question")


def a_heading_that_labels_nothing(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(accessible_roles._Told, "relations", QAccessibleWidget.relations))


def a_question_that_another_labels(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    first, second = screen.page.findChildren(Section)[:2]
    first.labelled_by = second.labelled_by


def a_question_without_a_name(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    screen.page.findChildren(Section)[0].setAccessibleName("")


def a_mistake_among_others_that_is_only_seen(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    screen.page.findChildren(TextField)[0].setAccessibleDescription("")


def an_answer_left_behind(screen: ScreenUnderTest, undo: ExitStack) -> None:
    filling = screen.visit.filling
    assert filling is not None
    raws = [filling.entry.raw(question.path) for question in filling.entry.pages()]
    left = QLineEdit(next(raw for raw in raws if len(raw) > 8), screen.shell)
    left.hide()
    undo.callback(left.deleteLater)


def a_heading_with_a_second_focus(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    # Qt's own part, of which nobody takes the focus away again.
    double = QLineEdit(screen.page)
    double.setFocusProxy(screen.page.findChildren(TextField)[0])
    double.setFocus(Qt.FocusReason.OtherFocusReason)


def lines_that_can_be_taken_back(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    screen.page.findChildren(QPlainTextEdit)[0].setUndoRedoEnabled(True)


def a_field_with_a_menu(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    screen.page.findChildren(TextField)[0].setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)


def a_field_into_which_things_drop(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    screen.page.findChildren(TextField)[0].setAcceptDrops(True)


def an_action_of_a_menu(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    screen.page.addAction(QAction("Copy", screen.page))


def no_gate_before_the_clipboard(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del screen
    undo.enter_context(patch.object(InputGate, "_key", lambda gate, event: False))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "states are told": (
        Trap(a_choice_that_looks_chosen_only, "question-choice"),
        Trap(a_field_that_is_switched_off, "question-text"),
    ),
    "texts are tied to fields": (
        Trap(a_mistake_that_is_only_seen, "question-number-problem"),
        Trap(a_page_without_a_name),
        Trap(a_question_that_another_labels, "several"),
        Trap(a_question_without_a_name, "several"),
        Trap(a_mistake_among_others_that_is_only_seen, "several-problems"),
    ),
    "fields have labels": (
        Trap(a_field_whose_label_is_beside_another, "question-text"),
        Trap(a_field_whose_label_says_something_else, "question-lines"),
        Trap(a_heading_that_labels_nothing, "question-text"),
    ),
    "nothing hidden tells": (
        Trap(an_answer_left_behind, "question-text"),
        Trap(a_heading_with_a_second_focus, "question-text"),
    ),
    "fields keep to themselves": (
        Trap(lines_that_can_be_taken_back, "question-lines"),
        Trap(a_field_with_a_menu, "question-text"),
        Trap(a_field_into_which_things_drop, "question-text", Case(language="ar")),
        Trap(an_action_of_a_menu),
    ),
    "nothing is copied": (Trap(no_gate_before_the_clipboard, "question-text"),),
}
