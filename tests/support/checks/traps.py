# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""For every check, a good screen and a way to spoil it. A check that does not see the difference is no check."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Final, cast
from unittest.mock import patch

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QScrollArea, QWidget

from accessibility.qt.look import Look
from tests.support.checks.screen import Case, ScreenUnderTest
from ui.input_gate import InputGate
from ui.parts.buttons import Button
from ui.parts.control import Control
from ui.parts.part import Part
from ui.parts.text import Heading, PlainText
from ui.parts.text_block import TextBlock

Spoil = Callable[[ScreenUnderTest, ExitStack], None]
"""Puts one fault into a shown screen; what has to be undone afterwards goes onto the stack."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A screen that is good for the check, and the fault that it has to find."""

    spoil: Spoil
    screen: str = "service"
    case: Case = Case()


class _Words(Part):
    """Words at any place, in any size and colour."""

    def __init__(self, look: Look, words: str, *, px: int = 0, colour: str = "ink", parent: QWidget) -> None:
        super().__init__(look, parent)
        self.block = TextBlock(look, words, px=px)
        self._colour = QColor(colour) if colour.startswith("#") else look.color(colour)
        self.setAccessibleName(words)

    def content_height(self, width: int) -> int:
        return self.block.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        self.block.draw(painter, self.rect(), self._colour)
        painter.end()


def _put(screen: ScreenUnderTest, widget: QWidget, where: QRect) -> None:
    widget.setGeometry(where)
    widget.show()
    screen.changed()


def _write(screen: ScreenUnderTest, words: str, *, px: int = 0, colour: str = "ink") -> None:
    made = _Words(screen.look, words, px=px, colour=colour, parent=screen.page)
    _put(screen, made, _free_place(screen, 400, 60))


def _free_place(screen: ScreenUnderTest, width: int, height: int) -> QRect:
    return QRect(screen.page.width() - width - 12, screen.page.height() - height - 12, width, height)


def small_letters(screen: ScreenUnderTest, undo: ExitStack) -> None:
    _write(screen, "small print", px=18)


def a_line_too_long(screen: ScreenUnderTest, undo: ExitStack) -> None:
    heading = screen.page.heading
    heading.setFixedHeight(heading.height() // 2)
    screen.changed()


def a_scroll_bar(screen: ScreenUnderTest, undo: ExitStack) -> None:
    area, tall = QScrollArea(screen.page), QWidget()
    tall.setFixedSize(900, 4000)
    area.setWidget(tall)
    _put(screen, area, QRect(0, 0, 300, 300))


def a_part_that_never_comes(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(type(screen.page), "turn", lambda page: None))


def pale_letters(screen: ScreenUnderTest, undo: ExitStack) -> None:
    _write(screen, "pale words", colour="#999999")


def a_button_without_an_edge(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Flat(Button):
        def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
            TextBlock(self.look, "Flat").draw(painter, rect, self.look.color("ink"))

    made = Flat(screen.look, "Flat", parent=screen.page)
    made.setObjectName("flat")
    _put(screen, made, _free_place(screen, 200, 90))


def room_for_one_line(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(TextBlock, "height", lambda block, width: block.line_px // 2))


def a_foreign_letter(screen: ScreenUnderTest, undo: ExitStack) -> None:
    _write(screen, "\U000f1234 nobody drew this")


def something_that_moves(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Blinking(QWidget):
        on = False

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            self.on = not self.on
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor("black" if self.on else "white"))
            painter.end()

    _put(screen, Blinking(screen.page), QRect(0, 0, 200, 200))


def a_part_that_stays_at_the_left(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(Look, "place", lambda look, rect, width: rect))


def a_small_button(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = Button(screen.look, "OK", parent=screen.page)
    made.setObjectName("small")
    _put(screen, made, _free_place(screen, 60, 24))


def two_buttons_in_touch(screen: ScreenUnderTest, undo: ExitStack) -> None:
    where = _free_place(screen, 150, 90)
    for number in range(2):
        made = Button(screen.look, "OK", parent=screen.page)
        made.setObjectName(f"close.{number}")
        _put(screen, made, where.translated(-151 * number, 0))


def a_button_that_acts_at_once(screen: ScreenUnderTest, undo: ExitStack) -> None:
    def pressed(control: Control, event: QMouseEvent) -> None:
        control.activated.emit()

    undo.enter_context(patch.object(Control, "mousePressEvent", pressed))


def no_gate(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(InputGate, "eventFilter", lambda gate, watched, event: False))
    undo.enter_context(patch.object(Control, "keyPressEvent", lambda control, event: control.click()))


def a_button_that_tab_passes_by(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = Button(screen.look, "Unreached", parent=screen.page)
    made.setObjectName("unreached")
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    _put(screen, made, _free_place(screen, 200, 90))


def no_ring(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(type(screen.shell._ring), "paintEvent", lambda ring, event: None))


def tab_from_below(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = Button(screen.look, "Above", parent=screen.page)
    made.setObjectName("above")
    _put(screen, made, QRect(0, 0, screen.page.width(), 90))
    primary = screen.page.findChild(QWidget, "foot.primary")
    assert primary is not None
    QWidget.setTabOrder(primary, made)


def a_sheet_over_the_foot(screen: ScreenUnderTest, undo: ExitStack) -> None:
    sheet = QWidget(screen.page)
    sheet.setAutoFillBackground(True)
    _put(
        screen, sheet, QRect(0, screen.page.height() * 2 // 3, screen.page.width(), screen.page.height() // 3)
    )
    sheet.raise_()


def focus_elsewhere(screen: ScreenUnderTest, undo: ExitStack) -> None:
    assert screen.shell.bar is not None
    screen.shell.bar.buttons["finish"].setFocus()


def a_wheel_that_writes(screen: ScreenUnderTest, undo: ExitStack) -> None:
    def turned(field: QLineEdit, event: QWheelEvent) -> None:
        field.setText(field.text() + "1")

    field = next(field for field in screen.shell.findChildren(QLineEdit) if field.isVisible())
    undo.enter_context(patch.object(type(field), "wheelEvent", turned))


def words_that_nobody_says(screen: ScreenUnderTest, undo: ExitStack) -> None:
    _write(screen, "zebra crossing")


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
    _put(screen, made, _free_place(screen, 200, 90))


def a_heading_that_is_plain_text(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Title(PlainText):
        pass

    screen.page._frame_head.heading = cast("Heading", Title(screen.look, "Plain", parent=screen.page))


def words_that_pose_as_a_heading(screen: ScreenUnderTest, undo: ExitStack) -> None:
    posing = type("Heading", (QLabel,), {"accessible_role": QAccessible.Role.Heading})(
        "Not a heading", screen.page
    )
    _put(screen, posing, _free_place(screen, 200, 90))


def many_buttons(screen: ScreenUnderTest, undo: ExitStack) -> None:
    for number in range(9):
        made = Button(screen.look, "OK", parent=screen.page)
        made.setObjectName(f"many.{number}")
        _put(screen, made, QRect(number * 110, 0, 100, 100))


def four_more_buttons(screen: ScreenUnderTest, undo: ExitStack) -> None:
    for number in range(4):
        made = Button(screen.look, "OK", parent=screen.page)
        made.setObjectName(f"more.{number}")
        _put(screen, made, QRect(number * 110, 0, 100, 100))


def many_words(screen: ScreenUnderTest, undo: ExitStack) -> None:
    _write(screen, "word " * 61)


def many_han_letters(screen: ScreenUnderTest, undo: ExitStack) -> None:
    _write(screen, "字" * 121)


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
    _put(screen, made, _free_place(screen, 200, 90))


def a_field_that_completes(screen: ScreenUnderTest, undo: ExitStack) -> None:
    field = next(field for field in screen.shell.findChildren(QLineEdit) if field.isVisible())
    field.setCompleter(QCompleter(["Marigold"], field))


def two_headings(screen: ScreenUnderTest, undo: ExitStack) -> None:
    _put(screen, Heading(screen.look, "Again", parent=screen.page), QRect(0, 0, 300, 60))


def a_letter_of_another_family(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = PlainText(screen.look, "Another face", parent=screen.page)
    other = QFont(made.block._font)
    other.setFamilies(["DejaVu Sans"])
    made.block._layout.setFont(other)
    made.block._width = -1
    _put(screen, made, _free_place(screen, 400, 60))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "letters are large enough": (Trap(small_letters),),
    "letters are seen from where people stand": (Trap(small_letters, case=Case(step=3)),),
    "letters grow with the step": (Trap(small_letters, "help", Case(step=2)),),
    "nothing is cut or covered": (Trap(a_line_too_long), Trap(many_buttons)),
    "nothing scrolls": (Trap(a_scroll_bar),),
    "turning shows everything": (Trap(a_part_that_never_comes, "events"),),
    "text can be read": (Trap(pale_letters),),
    "controls have edges": (Trap(a_button_without_an_edge),),
    "text keeps its theme's contrast": (Trap(pale_letters, case=Case("high-light")),),
    "nothing is lost when set wider": (Trap(room_for_one_line),),
    "every letter has its shape": (Trap(a_foreign_letter), Trap(a_letter_of_another_family)),
    "nothing moves": (Trap(something_that_moves),),
    "pages are mirrored": (Trap(a_part_that_stays_at_the_left),),
    "targets are large": (Trap(a_small_button), Trap(a_small_button, case=Case(glass="H1"))),
    "targets are apart": (Trap(two_buttons_in_touch),),
    "a press counts inside": (Trap(a_button_that_acts_at_once),),
    "a held key acts once": (Trap(no_gate),),
    "Tab comes everywhere": (Trap(a_button_that_tab_passes_by),),
    "the focus is marked": (Trap(no_ring),),
    "the focus goes as people read": (Trap(tab_from_below),),
    "the focus is wholly visible": (Trap(a_sheet_over_the_foot),),
    "the focus has its place": (Trap(focus_elsewhere),),
    "a wheel changes nothing": (Trap(a_wheel_that_writes, "question-text", Case(glass="H1")),),
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
