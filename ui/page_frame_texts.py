# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a text is parted that a page cannot hold whole: after a sentence; else after a comma; else between two lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ui.page_frame_paging import Unit, gap_between, height_of_units, leads
from ui.parts.text import LaidText
from ui.parts.text_block import TextBlock
from ui.parts.text_parting import Apart

A_FEW = 3
"""So many units or lines on a page can spare one for a page that would hold one alone."""

A_START = 2
"""So many lines of a text are worth reading under a heading that would stand alone."""


def begun(units: Sequence[Unit], head: int, room: int, gap: int, start: int) -> Sequence[Unit]:
    """The units, with the text after the heading parted where the first page would else hold the heading alone."""
    if not head or len(units) <= head:
        return units
    text, above = units[head], height_of_units(units[:head], gap)
    held = text.widgets[0]
    left = room - above - gap_between(units[head - 1], text, gap)
    # What stands over something, as a question over its answer, is read in one piece with it.
    if not isinstance(held, LaidText) or leads(text) or text.height <= left:
        return units
    lines, count = held.lines_in_parts(text.width), held.parted.lines_in(left)
    ends = [end for end in held.ended_lines(text.width) if end <= count]
    apart: Apart = ()
    if ends and ends[-1] < lines:
        count = ends[-1]
    elif comma := _after_a_comma(held, text.width, (), 0, count):
        apart, count = comma
        lines = held.lines_in_parts(text.width, apart)
    elif lines < A_FEW:
        return units
    else:
        count = min(count, lines - 1 if lines - 1 < A_FEW else lines - A_START)
        if count < start:
            return units
    block = held.in_parts(apart)
    first, rest = (
        _piece(text, block, first, end - first, apart) for first, end in ((0, count), (count, lines))
    )
    return (*units[:head], first, rest, *units[head + 1 :])


def under_titles(units: Sequence[Unit], room: int, gap: int) -> Iterator[Unit]:
    """The units, with a text parted after a sentence where what stands over it has no room on a page with all of it."""
    over: list[Unit] = []
    for unit in units:
        held = unit.widgets[0]
        whole = not over or unit.piece is not None or height_of_units((*over, unit), gap) <= room
        if whole or leads(unit) or not isinstance(held, LaidText):
            yield unit
        else:
            left = room - height_of_units(over, gap) - gap_between(over[-1], unit, gap)
            yield from _under_title(unit, held, left)
        over = [*over, unit] if leads(unit) else []


def _under_title(unit: Unit, held: LaidText, left: int) -> Iterator[Unit]:
    lines, apart = held.lines_in_parts(unit.width), Apart()
    ends = [end for end in held.ended_lines(unit.width) if held.parted.height_of_lines(end) <= left]
    count = ends[-1] if ends else lines
    if not ends and (comma := _after_a_comma(held, unit.width, (), 0, held.parted.lines_in(left))):
        apart, count = comma
        lines = held.lines_in_parts(unit.width, apart)
    if count == lines:
        yield unit
        return
    block = held.in_parts(apart)
    yield _piece(unit, block, 0, count, apart)
    yield _piece(unit, block, count, lines - count, apart)


def lines_of(unit: Unit, text: LaidText, room: int) -> Iterator[Unit]:
    """A text in parts that a page can hold, each with whole sentences where one holds any, else up to a comma; else the
    last line is not left alone where the part before can spare one."""
    apart = unit.apart
    first, count = unit.piece or (0, text.lines_in_parts(unit.width))
    each, end = text.in_parts(apart).lines_in(room), first + count
    goes_on = text.lines_in_parts(unit.width, apart) - end
    while first < end:
        count = min(each, end - first)
        if first + count < end:
            whole = [place for place in text.ended_lines(unit.width, apart) if first < place <= first + count]
            if whole:
                count = whole[-1] - first
            elif comma := _after_a_comma(text, unit.width, apart, first, first + count):
                apart, count = comma[0], comma[1] - first
                end = text.lines_in_parts(unit.width, apart) - goes_on
            elif end - first - count == 1 and count >= A_FEW:
                count -= 1
        yield _piece(unit, text.in_parts(apart), first, count, apart)
        first += count


def _after_a_comma(
    text: LaidText, width: int, apart: Apart, first: int, most: int
) -> tuple[Apart, int] | None:
    """The commas of a text with one more, after which a page ends that begins after the line `first` and has room up to
    the line `most`; and the line it ends with. None where no comma is there."""
    for comma in reversed(text.commas()):
        tried = tuple(sorted({*apart, comma}))
        line = text.line_before(comma, width, tried)
        if tried != apart and first < line <= most:
            return tried, line
    return None


def _piece(unit: Unit, block: TextBlock, first: int, count: int, apart: Apart) -> Unit:
    """Some lines of a text."""
    return replace(unit, height=block.height_of_lines(count), piece=(first, count), apart=apart)
