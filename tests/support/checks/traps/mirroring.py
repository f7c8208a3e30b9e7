# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of pages that are set wider and mirrored."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final
from unittest.mock import patch

from accessibility.qt.look import Look
from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.putting import write
from tests.support.checks.traps.trap import Trap
from ui.parts.text_block import TextBlock


def room_for_one_line(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(TextBlock, "height", lambda block, width: block.line_px // 2))


def a_part_that_stays_at_the_left(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(Look, "place", lambda look, rect, width: rect))


def a_number_torn_by_its_sentence(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, "الهاتف 12-34")


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "nothing is lost when set wider": (Trap(room_for_one_line),),
    "numbers stand as they are read": (Trap(a_number_torn_by_its_sentence, case=Case(language="ar")),),
    "pages are mirrored": (Trap(a_part_that_stays_at_the_left),),
}
