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
    height_of_units,
    leads,
    left_out_by_page,
    units_in,
)
from ui.page_frame_texts import A_FEW, A_START, begun, lines_of, under_titles
from ui.parts.box import Box
from ui.parts.control import Control
from ui.parts.part import fitted_width
from ui.parts.text import LaidText


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
    started = begun(units, head, room, gap, start)
    for unit in _divided(under_titles(started, room, gap), room):
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


def _divided(units: Iterable[Unit], room: int) -> list[Unit]:
    found: list[Unit] = []
    for unit in units:
        held = unit.widgets[0]
        if unit.height > room and isinstance(held, LaidText):
            found += lines_of(unit, held, room)
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
