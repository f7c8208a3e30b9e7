# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How pages begin: nobody meets a headline and a button for more, and nothing to read or to do."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tests.support.checks.screen import ScreenUnderTest, inside
from tests.support.measuring import is_control, named, visible
from ui.page_frame_paging import Unit, controls_in, height_of_units, leads, units_of
from ui.page_frame_settings import COMPOSITIONS
from ui.parts.code_sheet import CodeSheet
from ui.parts.control import Control
from ui.parts.leading import is_sought
from ui.parts.text import LaidText

TWO_LINES: Final = 2
"""A text of so many is not parted: its second line would stand alone."""


def more_than_a_heading(shown: ScreenUnderTest) -> Iterator[str]:
    """SEE-05: beside its heading the first part of a page holds something, unless none of what follows has room."""
    page, case = shown.page, shown.case
    # It is held where it was mended: the largest letters on the small glass, in languages that people speak.
    if (case.glass, case.step) != ("H1", 5) or case.language.startswith("pseudo"):
        return
    if page.page_count < 2 or not page.heading.isVisible() or _beside(shown):
        return
    following = [
        unit for part in page._frame_pages[1:] for unit in part if not _orients(shown, unit.widgets[0])
    ]
    need, free = _least(following, page._gap(COMPOSITIONS[-1])), _free(shown)
    if need <= free:
        yield f"a heading alone, with {free} px of room for {need} px: {named(page.heading)}"


def _beside(shown: ScreenUnderTest) -> bool:
    """Whether there is something to press, a code to scan, or a text that is no heading and says more than where one
    is."""
    page = shown.page
    pressed = (one for one in visible(page) if is_control(one) or isinstance(one, QPlainTextEdit))
    told = (text.owner for text in shown.painted() if inside(page, text.owner))
    codes = (one for one in visible(page) if isinstance(one, CodeSheet) and is_sought(one))
    return any(codes) or any(
        not inside(page.more, one) and one is not page.heading and not _orients(shown, one)
        for one in (*pressed, *told)
    )


def _orients(shown: ScreenUnderTest, widget: QWidget) -> bool:
    """Whether it belongs to what stands over the heading and only says where one is."""
    eyebrow = shown.page._frame_head.eyebrow
    if eyebrow is None or not inside(eyebrow, widget):
        return False
    return controls_in(units_of(eyebrow, shown.page.width())) == 0


def _least(units: Sequence[Unit], gap: int) -> int:
    """What has to fit so that a person meets it: a line of a text that is long enough to be parted, or a thing with
    what stands over it, as an answer with its question."""
    run: list[Unit] = []
    for unit in units:
        run.append(unit)
        held = unit.widgets[0]
        # A row that no page holds is parted between what it holds, and none of its texts begins alone.
        if len(run) == 1 and isinstance(held, LaidText) and not unit.parted and not leads(unit):
            lines = held.block.lines_in(unit.height)
            return held.block.line_px if lines > TWO_LINES else unit.height
        if unit.piece is not None and isinstance(held, Control):
            # What is pressed is parted only where no page holds it.
            return held.whole_height(unit.width)
        if not leads(unit):
            break
    return height_of_units(run, gap)


def _free(shown: ScreenUnderTest) -> int:
    """The height under the heading, in the tightest setting of the page and without what can go elsewhere."""
    page, tightest = shown.page, COMPOSITIONS[-1]
    width = page.width() - 2 * page._margin()
    head = [unit for unit in units_of(page._frame_head, width) if not _orients(shown, unit.widgets[0])]
    until = next(n for n, unit in enumerate(head) if page.heading in unit.widgets)
    gap = page._gap(tightest)
    return page._room(width, tightest) - height_of_units(head[: until + 1], gap) - gap
