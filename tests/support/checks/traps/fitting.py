# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of what fits on a page: cut, scrolled, never turned to."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.putting import put, write
from tests.support.checks.traps.trap import Trap
from ui import page_frame_composing
from ui.page_frame_first_press import Pressed
from ui.page_frame_head import Head
from ui.page_frame_paging import Pages, Unit
from ui.page_frame_room import Room
from ui.parts.buttons import Button
from ui.parts.field import TextField
from ui.parts.long_words import LongWords


def a_line_too_long(screen: ScreenUnderTest, undo: ExitStack) -> None:
    heading = screen.page.heading
    heading.setFixedHeight(heading.height() // 2)
    screen.changed()


def letters_without_their_tails(screen: ScreenUnderTest, undo: ExitStack) -> None:
    heading = screen.page.heading
    heading.setFixedHeight(round(heading.block.line_px * 0.7))
    screen.changed()


def a_field_that_is_too_low(screen: ScreenUnderTest, undo: ExitStack) -> None:
    field = TextField(screen.look, "توفي زوجي", accessible_name="words", parent=screen.page)
    put(screen, field, QRect(0, 0, 400, screen.look.font("field").pixelSize()))


LONG = "Donaudampfschifffahrtsgesellschaft"
SOFT = "\u00ad"


def a_word_broken_anywhere(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(LongWords, "part", lambda words, lines, again: lines))
    write(screen, LONG, px=60)


def a_hyphen_in_an_address(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, f"anna@amt{SOFT}fuerwaren{SOFT}.example.org", px=60)


def a_hyphen_in_a_word_that_has_room(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, f"{SOFT}".join(("cer", "ti", "fied ")) * 20, px=60)


def a_hyphen_in_arabic(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, f"سيستعملونسيستعملون{SOFT}سيستعملونسيستعملون", px=60)


def a_part_too_narrow(screen: ScreenUnderTest, undo: ExitStack) -> None:
    wide = 4 * screen.look.body_px
    put(screen, Button(screen.look, "Tell everybody", parent=screen.page), QRect(0, 0, wide, wide))


def a_scroll_bar(screen: ScreenUnderTest, undo: ExitStack) -> None:
    area, tall = QScrollArea(screen.page), QWidget()
    tall.setFixedSize(900, 4000)
    area.setWidget(tall)
    put(screen, area, QRect(0, 0, 300, 300))


def a_part_that_never_comes(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(type(screen.page), "turn", lambda page: None))


def a_headline_first(screen: ScreenUnderTest, undo: ExitStack) -> None:
    def usual(head: Head, units: Sequence[Unit], room: Room) -> Pages:
        until = next(number + 1 for number, unit in enumerate(units) if head.heading in unit.widgets)
        return (tuple(units[:until]), *room.shared_out(units[until:]))

    undo.enter_context(patch.object(page_frame_composing, "begin", usual))
    undo.enter_context(patch.object(Pressed, "near", lambda self, heading, pages, *_: pages))
    screen.page.arrange()
    screen.changed()


def many_buttons(screen: ScreenUnderTest, undo: ExitStack) -> None:
    for number in range(9):
        made = Button(screen.look, "OK", parent=screen.page)
        made.setObjectName(f"many.{number}")
        put(screen, made, QRect(number * 110, 0, 100, 100))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "nothing is cut or covered": (Trap(a_line_too_long), Trap(many_buttons)),
    "every letter is whole": (Trap(letters_without_their_tails), Trap(a_field_that_is_too_low)),
    "long words are parted with a hyphen": (
        Trap(a_word_broken_anywhere),
        Trap(a_hyphen_in_an_address),
        Trap(a_hyphen_in_a_word_that_has_room),
        Trap(a_hyphen_in_arabic, case=Case(language="ar")),
    ),
    "parts have room for any word": (Trap(a_part_too_narrow, case=Case(step=5)),),
    "nothing scrolls": (Trap(a_scroll_bar),),
    "more than a heading": (
        Trap(a_headline_first, "question-choice", Case(step=5, glass="H1")),
        Trap(a_headline_first, "question-choice", Case(step=5, glass="H1", language="ar")),
    ),
    "turning shows everything": (Trap(a_part_that_never_comes, "events"),),
}
