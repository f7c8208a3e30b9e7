# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shares the content of a page out over several, when it does not fit: nothing is ever scrolled or cut."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.parts.box import Box
from ui.parts.control import Control
from ui.parts.part import fitted_width, height_of, whole_height_of
from ui.parts.text import Pictured, PlainText, Title
from ui.parts.text_block import TextBlock


@dataclass(frozen=True, slots=True)
class Unit:
    """What stays together: the widgets of one line, in `block` (the page's widget that holds them).

    `width` is that of the first of them, `gap` is the room before it within its block, `holders` are the boxes
    between the two, of which `parted` are higher than a page. `piece` limits a text to some of its lines (first, how
    many), and something to press to a part of its height (top, height).
    """

    block: QWidget
    widgets: tuple[QWidget, ...]
    width: int
    height: int
    gap: int
    holders: tuple[QWidget, ...] = ()
    piece: tuple[int, int] | None = None
    parted: tuple[Box, ...] = ()


PAGED_OUT = "paged_out"
"""Marks a widget that is hidden because its page is not shown, not because its page's author hid it."""

Pages = tuple[tuple[Unit, ...], ...]


def units_of(block: QWidget, width: int) -> list[Unit]:
    """The units of a block at a width, whether they are shown now or not. Nothing is hidden or shown by asking."""
    if left_out_by_page(block):
        return []
    found = _units_in(block, fitted_width(block, width))
    return [replace(unit, block=block, gap=unit.gap if number else 0) for number, unit in enumerate(found)]


def _units_in(widget: QWidget, width: int) -> list[Unit]:
    if not isinstance(widget, Box):
        return [Unit(widget, (widget,), width, whole_height_of(widget, width), 0)]
    widget.fit(width)
    rows = [kept for row in widget.units() if (kept := [w for w in row if not left_out_by_page(w)])]
    if len(rows) <= 1 and not (rows and len(rows[0]) == 1 and not widget.paints):
        return [Unit(widget, (widget,), width, height_of(widget, width), 0)]
    found: list[Unit] = []
    for row in rows:
        inner = [
            Unit(widget, tuple(row), widget.unit_width(row[0], width), widget.unit_height(row, width), 0)
        ]
        if len(row) == 1 and isinstance(row[0], Box):
            inner = [
                replace(unit, holders=(row[0], *unit.holders)) if unit.widgets != (row[0],) else unit
                for unit in _units_in(row[0], fitted_width(row[0], width))
            ]
        if found:
            inner[0] = replace(inner[0], gap=widget.gap)
        found += inner
    return found


def left_out_by_page(widget: QWidget) -> bool:
    """Whether the page's author hides a widget, and not the paging."""
    return widget.isHidden() and not widget.property(PAGED_OUT)


def paginate(units: Sequence[Unit], room: int, gap: int, most_controls: int) -> Pages:
    """Fill page after page of height `room`, at least one unit each, with `most_controls` things to press at most.

    What is higher than a page is shared out: a box by what it holds, words by their lines. A title goes to the next
    page with what it stands over.
    """
    pages: list[list[Unit]] = [[]]
    used = 0
    for unit in _divided(units, room):
        page = pages[-1]
        before = _gap(page[-1], unit, gap) if page else 0
        full = used + before + unit.height > room
        crowded = controls_in((unit,)) > 0 and controls_in((*page, unit)) > most_controls
        if page and (full or crowded):
            over = _title_over(page, unit, room, gap)
            del page[len(page) - len(over) :]
            pages.append(over)
            used = height_of_units(over, gap)
            before = _gap(over[-1], unit, gap) if over else 0
        pages[-1].append(unit)
        used += before + unit.height
    return tuple(tuple(page) for page in pages)


def _title_over(page: Sequence[Unit], unit: Unit, room: int, gap: int) -> list[Unit]:
    """The title at the end of a page that holds other things too, if the next page has room for it over `unit`."""
    last = page[-1]
    moves = len(page) > 1 and isinstance(last.widgets[0], Title) and last.piece is None
    return [last] if moves and height_of_units((last, unit), gap) <= room else []


def controls_in(units: Sequence[Unit]) -> int:
    """How many things to press units hold. The boxes of one answer are one thing to write in."""
    pressed = sum(
        isinstance(widget, Control) + len(widget.findChildren(Control))
        for unit in units
        for widget in unit.widgets
    )
    return pressed + sum(any(_is_written_in(widget) for widget in unit.widgets) for unit in units)


def _is_written_in(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit) or bool(widget.findChildren(QLineEdit))


def controls_in_foot(foot: Box) -> int:
    """How many buttons a foot shows."""
    return sum(isinstance(widget, Control) for widget in foot.shown)


def height_of_units(units: Sequence[Unit], gap: int) -> int:
    """The height of units one under the other."""
    gaps = sum(_gap(first, second, gap) for first, second in itertools.pairwise(units))
    return sum(unit.height for unit in units) + gaps


def _gap(before: Unit, unit: Unit, gap: int) -> int:
    return unit.gap if before.block is unit.block else gap


def _divided(units: Sequence[Unit], room: int) -> list[Unit]:
    found: list[Unit] = []
    for unit in units:
        held = unit.widgets[0]
        if unit.height > room and isinstance(held, PlainText | Pictured):
            found += _lines_of(unit, held.block, room)
        elif unit.height > room and isinstance(held, Control):
            found += _slices_of(unit, held.breaks(unit.width), room)
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
        inner = _units_in(widget, fitted_width(widget, unit.width))
        for number, part in enumerate(inner):
            between = () if part.widgets == (widget,) else (widget,)
            holders = (*unit.holders, box, *between, *part.holders)
            gap = part.gap if number else box.gap if found else unit.gap
            parted = (*unit.parted, box)
            found.append(replace(part, block=unit.block, gap=gap, holders=holders, parted=parted))
    return found


def _lines_of(unit: Unit, block: TextBlock, room: int) -> Iterator[Unit]:
    """A text in parts that a page can hold."""
    each, lines = block.lines_in(room), block.lines_in(unit.height)
    for first in range(0, lines, each):
        count = min(each, lines - first)
        yield replace(unit, height=block.height_of_lines(count), piece=(first, count))


def _slices_of(unit: Unit, breaks: Sequence[int], room: int) -> Iterator[Unit]:
    """Something to press in parts that a page can hold, cut between two lines of its words."""
    top = before = 0
    for end in (*breaks, unit.height):
        if end - top > room and before > top:
            yield replace(unit, height=before - top, piece=(top, before - top))
            top = before
        before = end
    yield replace(unit, height=unit.height - top, piece=(top, unit.height - top))


def show(units: Sequence[Unit], shown: Sequence[Unit]) -> None:
    """Hide what is not on this page, and show what is."""
    wanted = {widget for unit in shown for widget in unit.widgets}
    blocks = {unit.block for unit in shown}
    holders = {holder for unit in shown for holder in unit.holders}
    pieces = {widget: unit.piece for unit in shown for widget in unit.widgets}
    for unit in units:
        for box in unit.parted:
            box.parted = True
        for holder in unit.holders:
            set_shown(holder, holder in holders)
        for widget in unit.widgets:
            if widget is not unit.block:
                set_shown(widget, widget in wanted)
        for widget in unit.widgets:
            if isinstance(widget, PlainText | Pictured):
                widget.clip_lines(pieces.get(widget))
            elif isinstance(widget, Control):
                widget.clip(pieces.get(widget))
        set_shown(unit.block, unit.block in blocks)


def set_shown(widget: QWidget, shown: bool) -> None:
    """Hide or show a widget for the sake of paging."""
    if shown is widget.isHidden():
        widget.setProperty(PAGED_OUT, not shown)
        widget.setVisible(shown)


def rejoin(box: Box) -> None:
    """Make a parted box whole again, so that it can be measured."""
    if box.parted:
        box.parted = False
        for widget in box.findChildren(QWidget):
            restore(widget)


def restore(widget: QWidget) -> None:
    """Show again, and whole, what was hidden or clipped for the sake of paging only."""
    if isinstance(widget, PlainText | Pictured):
        widget.clip_lines(None)
    elif isinstance(widget, Control):
        widget.clip(None)
    if widget.property(PAGED_OUT):
        set_shown(widget, True)
