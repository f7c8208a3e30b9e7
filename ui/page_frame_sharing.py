# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shares the units of a page out over several pages, and keeps together what is understood together only."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ui.page_frame_paging import (
    Pages,
    Unit,
    controls_in,
    gap_between,
    height_of_units,
    leads,
    left_out_by_page,
    units_in,
)
from ui.parts.box import Box
from ui.parts.control import Control
from ui.parts.part import fitted_width
from ui.parts.text import LaidText
from ui.parts.text_block import TextBlock

A_FEW = 3
"""So many units or lines on a page can spare one for a page that would hold one alone."""

A_START = 2
"""So many lines of a text are worth reading under a heading that would stand alone."""


def paginate(
    units: Sequence[Unit],
    room: int,
    gap: int,
    most_controls: int,
    head: int = 0,
    start: int = A_START,
    over_keys: int = 0,
) -> Pages:
    """Fill page after page of height `room`, at least one unit each, with `most_controls` things to press at most.

    What is higher than a page is shared out: a box by what it holds, words by their lines. What stands over another
    thing goes to the next page with it. The first `head` units end with the heading: a text after it begins
    beside them with at least `start` lines. What is pressed stays `over_keys` further away from what follows the page.
    """
    pages: list[list[Unit]] = [[]]
    begun = _begun(units, head, room, gap, start)
    for unit in _divided(_under_titles(begun, room, gap), room):
        page = pages[-1]
        apart = over_keys if _pressed(unit) else 0
        full = height_of_units((*page, unit), gap) + apart > room
        held = controls_in((unit,))
        crowded = held > 0 and controls_in(page) + held > most_controls
        # Two parts of one text or button are never on one page: it would show the later one only.
        torn = bool(page) and page[-1].piece is not None and page[-1].widgets == unit.widgets
        if torn:
            pages.append([])
        elif page and (full or crowded):
            over = _leading(page, unit, room - apart, gap)
            del page[len(page) - len(over) :]
            pages.append(over)
        pages[-1].append(unit)
    _give_company(pages, room, gap)
    return tuple(tuple(page) for page in pages)


def _pressed(unit: Unit) -> bool:
    """Whether it is pressed or holds what is."""
    return any(isinstance(widget, Control) or widget.findChildren(Control) for widget in unit.widgets)


def highest_run(units: Sequence[Unit], room: int, gap: int) -> int:
    """The height of the highest run of units that stand over each other and that a page of height `room` holds."""
    highest, run = 0, list[Unit]()
    for unit in units:
        run.append(unit)
        if not leads(unit):
            height = height_of_units(run, gap)
            highest = max(highest, height if height <= room else 0)
            run = []
    return highest


def pieces_in(pages: Pages) -> int:
    """How many parts of texts and buttons that no page holds whole there are."""
    return sum(unit.piece is not None for page in pages for unit in page)


def _leading(page: Sequence[Unit], unit: Unit, room: int, gap: int) -> list[Unit]:
    """What stands over `unit` at the end of a page that holds other things too, as far as the next page has room."""
    start = len(page)
    while start > 1 and leads(page[start - 1]) and height_of_units((*page[start - 1 :], unit), gap) <= room:
        start -= 1
    return list(page[start:])


def _give_company(pages: Sequence[list[Unit]], room: int, gap: int) -> None:
    """Where the last page would hold one thing of a list alone, the page before spares it another."""
    if len(pages) < 2 or len(pages[-1]) != 1 or len(pages[-2]) < A_FEW:
        return
    before, spared, alone = pages[-2][-2], pages[-2][-1], pages[-1][0]
    if (
        spared.block is not alone.block
        or leads(before)
        or spared.piece is not None
        or alone.piece is not None
    ):
        return
    if height_of_units((spared, alone), gap) <= room:
        pages[-1].insert(0, pages[-2].pop())


def _begun(units: Sequence[Unit], head: int, room: int, gap: int, start: int) -> Sequence[Unit]:
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
    ends = [end for end in held.sentence_ends(text.width) if end <= count]
    if ends and ends[-1] < lines:
        count = ends[-1]
    elif lines < A_FEW:
        return units
    else:
        count = min(count, lines - 1 if lines - 1 < A_FEW else lines - A_START)
        if count < start:
            return units
    begun, rest = (
        _piece(text, held.parted, first, end - first) for first, end in ((0, count), (count, lines))
    )
    return (*units[:head], begun, rest, *units[head + 1 :])


def _under_titles(units: Sequence[Unit], room: int, gap: int) -> Iterator[Unit]:
    """The units, with a text parted after a sentence where what stands over it has no room on a page with all of it."""
    over: list[Unit] = []
    for unit in units:
        held = unit.widgets[0]
        whole = not over or unit.piece is not None or height_of_units((*over, unit), gap) <= room
        if whole or leads(unit) or not isinstance(held, LaidText):
            yield unit
        else:
            left = room - height_of_units(over, gap) - gap_between(over[-1], unit, gap)
            lines = held.lines_in_parts(unit.width)
            ends = [end for end in held.sentence_ends(unit.width) if held.parted.height_of_lines(end) <= left]
            count = ends[-1] if ends else lines
            if count == lines:
                yield unit
            else:
                yield _piece(unit, held.parted, 0, count)
                yield _piece(unit, held.parted, count, lines - count)
        over = [*over, unit] if leads(unit) else []


def _piece(unit: Unit, block: TextBlock, first: int, count: int) -> Unit:
    """Some lines of a text."""
    return replace(unit, height=block.height_of_lines(count), piece=(first, count))


def _divided(units: Iterable[Unit], room: int) -> list[Unit]:
    found: list[Unit] = []
    for unit in units:
        held = unit.widgets[0]
        if unit.height > room and isinstance(held, LaidText):
            found += _lines_of(unit, held, room)
        elif unit.height > room and isinstance(held, Control):
            found += _slices_of(unit, held.breaks(unit.width), held.seams(unit.width), room)
        elif unit.height > room and isinstance(held, Box) and len(unit.widgets) == 1:
            found += _divided(_parts_of(unit, held), room)
        else:
            found.append(unit)
    return found


def _parts_of(unit: Unit, box: Box) -> list[Unit]:
    """What a box holds, each by itself, one under the other."""
    found: list[Unit] = []
    for widget in box.widgets:
        if left_out_by_page(widget):
            continue
        inner = units_in(widget, fitted_width(widget, unit.width))
        for number, part in enumerate(inner):
            between = () if part.widgets == (widget,) else (widget,)
            holders = (*unit.holders, box, *between, *part.holders)
            gap = part.gap if number else box.gap if found else unit.gap
            parted = (*unit.parted, box)
            found.append(replace(part, block=unit.block, gap=gap, holders=holders, parted=parted))
    return found


def _lines_of(unit: Unit, text: LaidText, room: int) -> Iterator[Unit]:
    """A text in parts that a page can hold, each with whole sentences where one holds any; else the last line is not
    left alone where the part before can spare one."""
    block = text.parted
    first, count = unit.piece or (0, text.lines_in_parts(unit.width))
    each, end = block.lines_in(room), first + count
    ends = text.sentence_ends(unit.width)
    while first < end:
        count = min(each, end - first)
        whole = [place - first for place in ends if first < place <= first + count]
        if first + count < end and whole:
            count = whole[-1]
        elif end - first - count == 1 and count >= A_FEW:
            count -= 1
        yield _piece(unit, block, first, count)
        first += count


def _slices_of(unit: Unit, breaks: Sequence[int], seams: Sequence[int], room: int) -> Iterator[Unit]:
    """Something to press in parts that a page can hold, cut between two of its texts, or else between two lines."""
    top = 0
    while unit.height - top > room:
        ends = [place for place in breaks if top < place <= top + room]
        end = max([place for place in ends if place in seams] or ends, default=0)
        end = end or min((place for place in breaks if place > top), default=0)
        if not end:
            break
        yield replace(unit, height=end - top, piece=(top, end - top))
        top = end
    yield replace(unit, height=unit.height - top, piece=(top, unit.height - top))
