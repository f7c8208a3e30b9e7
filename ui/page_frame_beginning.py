# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a page begins whose head runs with its content: nobody shall meet a headline and nothing to read or to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from ui.page_frame_head import Head
from ui.page_frame_paging import Pages, Unit, controls_in, height_of_units, leads, units_of
from ui.page_frame_room import Room, goes_on
from ui.page_frame_texts import A_START
from ui.parts.text import LaidText

A_LINE = 1
"""So many lines of a text are better than a heading alone."""


def begin(head: Head, units: Sequence[Unit], room: Room) -> Pages:
    """Share out the head and the content; where the first page would hold the heading alone, what stands above the
    heading goes on top of a later page, and a text begins with a line if there is no room for more."""
    usual: Pages | None = None
    for pages in _Beginning(head, room).ways(units):
        usual = pages if usual is None else usual
        if pages and not alone(head, pages):
            return pages
    return usual or ()


def alone(head: Head, pages: Pages) -> bool:
    """Whether the first page holds nothing but the heading, drawings, and what says where one is."""
    first = pages[0] if pages else ()
    told = any(unit.block is not head or _says_more(head, unit) for unit in first)
    return bool(first) and not told and controls_in(first) == 0


def head_units(head: Head, width: int, room: int, gap: int) -> list[Unit]:
    """The head as units; the heading comes first where what stands above it would push it off the page.

    What is written in or pressed stays where it is: it has the focus, and the focus is never out of sight.
    """
    units = units_of(head, width)
    place = max(_until_heading(head, units) - 1, 0)
    if controls_in(units[:place]):
        return units
    if place and height_of_units(units[: place + 1], gap) > room:
        first, moved = units[0], units.pop(place)
        units[0] = replace(first, gap=moved.gap)
        units.insert(0, replace(moved, gap=0))
    return units


def _says_more(head: Head, unit: Unit) -> bool:
    """Whether a part of the head is a text of its own: a sentence under the heading, a number over it."""
    beside = (head.heading, head.eyebrow)
    return isinstance(unit.widgets[0], LaidText) and not any(one in beside for one in _held(unit))


def _held(unit: Unit) -> tuple[QWidget, ...]:
    """What a unit shows, and what holds it."""
    return (*unit.widgets, *unit.holders)


def _until_heading(head: Head, units: Sequence[Unit]) -> int:
    """How many units there are up to the heading and with it."""
    return next((n + 1 for n, unit in enumerate(units) if head.heading in unit.widgets), 0)


@dataclass(frozen=True, slots=True)
class _Beginning:
    """A head, and the room of each page."""

    head: Head
    room: Room

    def ways(self, units: Sequence[Unit]) -> Iterator[Pages]:
        """The ways to begin, the most usual first."""
        head, until = self.head, _until_heading(self.head, units)
        # A number over the heading that had no room there stands under it now.
        over = (
            head.eyebrow,
            head.above if any(head.above in _held(unit) for unit in units[until:]) else None,
        )
        movable = [unit for unit in units if any(one is not None and one in _held(unit) for one in over)]
        without = [unit for unit in units if unit not in movable]
        yield self._pages(units, A_START)
        number = [unit for unit in movable if over[1] is not None and over[1] in _held(unit)]
        if number and len(number) == len(movable):
            pages = self._pages(without, A_START)
            # What one keeps comes before what is said of it.
            if not goes_on(pages[0]):
                later = [unit for page in pages[1:] for unit in page]
                yield (pages[0], *self.room.shared_out((*number, *later)))
        if movable and controls_in(movable) == 0:
            for lines in self._starts(without):
                pages = self._pages(without, lines)
                for parting in (False, True):
                    yield self.room.on_top_of_a_later(pages, movable, parting=parting)
                # Nowhere else: before the end, where it parts nothing.
                yield (*pages[:-1], tuple(movable), pages[-1]) if len(pages) > 2 else ()
        if A_LINE in self._starts(units):
            yield self._pages(units, A_LINE)

    def _starts(self, units: Sequence[Unit]) -> tuple[int, ...]:
        """With how many lines what follows the heading may begin: only a text can with fewer than usual."""
        after = units[_until_heading(self.head, units) :]
        text = bool(after) and isinstance(after[0].widgets[0], LaidText) and not leads(after[0])
        return (A_START, A_LINE) if text else (A_START,)

    def _pages(self, units: Sequence[Unit], lines: int) -> Pages:
        until = _until_heading(self.head, units)
        if until < len(units) and units[until].widgets[0] is self.head.above:
            until = 0  # A number is not torn.
        return self.room.shared_out(units, until, lines)
