# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings what one came for, as the first thing to press, near the heading of a page that is shared out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.page_frame_foot import Foot
from ui.page_frame_head import Head
from ui.page_frame_paging import Pages, Unit, controls_in, leads, sought_in
from ui.page_frame_room import Room, goes_on
from ui.page_frame_sharing import pieces_in
from ui.parts.buttons import PrimaryButton
from ui.parts.text import PlainText

NEAR = 2
"""What is to be pressed at once stands on one of so many first pages."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What is pressed first on a page: its foot leads on, and `at_once` is the button there that one came for."""

    foot: Foot
    at_once: QWidget | None

    def near(self, head: Head | None, pages: Pages, units: Sequence[Unit], room: Room) -> Pages:
        """The pages of these units with what one came for as near to the heading as there is room for it.

        `head` is None where it stands over all pages.
        """
        until = _until(head, units)
        if head is not None and not until:
            return pages
        if self.foot.flowing and not controls_in(pages[0]):
            at_once = _at_once(units, until, self.at_once, room)
            pages = at_once or _soon(pages, self.at_once, room)
        return _brought_forward(pages, units, until, _where_one_is(head, units[:until]), self.foot, room)


def _until(head: Head | None, units: Sequence[Unit]) -> int:
    """How many units there are up to the heading and with it."""
    heading = head.heading if head is not None else None
    return next((n + 1 for n, unit in enumerate(units) if heading in unit.widgets), 0)


def _where_one_is(head: Head | None, units: Sequence[Unit]) -> list[Unit]:
    """What stands over the heading and only says where one is."""
    eyebrow = head.eyebrow if head is not None else None
    found = [unit for unit in units if eyebrow is not None and eyebrow in (*unit.widgets, *unit.holders)]
    return [] if controls_in(found) else found


def _brought_forward(
    pages: Pages, units: Sequence[Unit], until: int, over: Sequence[Unit], foot: QWidget, room: Room
) -> Pages:
    """The pages of these units with the sentences under the heading where they keep nothing that one came for from it.

    They come after it, and so does what stands `over` the heading, where that brings it to the first page, and no page
    holds them alone that can be spared. What leads on from the page, in its `foot`, comes after what it is about in any
    case; so does a lit door where a sentence is necessary (`large.head`).
    """
    after = until
    while after < len(units) and _explains(units[after]):
        after += 1
    sentences = units[until:after]
    first = next((unit for unit in units[after:] if sought_in((unit,))), None)
    if not sought_in(pages[0]) and first is not None and first.block is not foot:
        head, later = units[:until], units[after:]
        found = _before(sentences, (*head, *later), until, room) if sentences else ()
        if over and not found:
            kept = _others(head, over)
            found = _later(_before(sentences, (*kept, *later), len(kept), room), over, room)
        pages = found or pages
    return _in_company(pages, sentences, room)


def _before(sentences: Sequence[Unit], others: Sequence[Unit], until: int, room: Room) -> Pages:
    """The pages of the others with these sentences after the first page; none where nothing one came for is on it."""
    pages = room.shared_out(others)
    if not sought_in(pages[0]) or len(pages[0]) <= until or pieces_in(pages[:1]):
        return ()
    # What has the lit door keeps a person's things as they are; what changes them is not pressed without a word.
    lit = next((n + 1 for n, unit in enumerate(pages[0]) if _is_lit(unit)), len(pages[0]))
    pages = tuple(page for page in (pages[0][:lit], pages[0][lit:], *pages[1:]) if page)
    if not sentences:
        return pages
    later = [unit for page in pages[1:] for unit in page]
    begun, *rest = room.shared_out((*pages[0], *sentences, *later))
    # A sentence that has room there after all stands where it always does.
    page = (*begun[:until], *_those(begun, sentences), *_others(begun[until:], sentences))
    after = (page, *rest) if sought_in(page) and not pieces_in((page,)) and room.holds(page) else ()
    on_top = room.on_top_of_a_later(pages, sentences)
    return on_top if on_top and (not after or len(on_top) < len(after)) else after


def _later(pages: Pages, moved: Sequence[Unit], room: Room) -> Pages:
    """The pages with these units on top of one after the first; none where no page has room for them."""
    for parting in (False, True):
        if pages and (found := room.on_top_of_a_later(pages, moved, parting=parting)):
            return found
    return ()


def _in_company(pages: Pages, sentences: Sequence[Unit], room: Room) -> Pages:
    """The pages without one that holds nothing but such sentences, where a later one has room for them."""
    for number, page in enumerate(pages[1:], 1):
        if len(_those(page, sentences)) == len(page) and not goes_on(pages[number - 1]):
            moved = room.on_top_of_a_later(pages[number:], page)
            return (*pages[:number], *moved[1:]) if moved else pages
    return pages


def _at_once(units: Sequence[Unit], until: int, pressed: QWidget | None, room: Room) -> Pages:
    """The pages with this one thing to press on the first, under the heading and as much else as has room there."""
    unit = next((one for one in units if pressed is not None and _holds(one, pressed)), None)
    if unit is None:
        return ()
    count = next(n for n, one in enumerate(units) if one is unit)
    while count > until and (leads(units[count - 1]) or not room.holds((*units[:count], unit))):
        count -= 1
    first = (*units[:count], unit)
    if count < max(until, 1) or not room.holds(first):
        return ()
    return (first, *room.shared_out([one for one in units[count:] if one is not unit]))


def _soon(pages: Pages, pressed: QWidget | None, room: Room) -> Pages:
    """The pages with this one thing to press at the end of the first that has room for it, else of the second."""
    every = [unit for page in pages for unit in page]
    unit = next((one for one in every if pressed is not None and _holds(one, pressed)), None)
    if unit is None or any(unit in page for page in pages[:NEAR]):
        return pages
    first = pages[0]
    while len(first) > 1 and _explains(first[-1]) and not room.holds((*first, unit)):
        first = first[:-1]
    later = [one for one in every[len(first) :] if one is not unit]
    # Nothing comes between the parts of a text.
    torn = [one for one in later if first[-1].piece is not None and one.widgets == first[-1].widgets]
    found = [
        (*_others(page, [unit]), *_those(page, [unit]))
        for page in room.shared_out((*first, *torn, unit, *_others(later, torn)))
    ]
    near = found[0][: len(first)] == first and any(unit in page for page in found[:NEAR])
    return tuple(found) if near and all(room.holds(page) for page in found if unit in page) else pages


def _those(page: Sequence[Unit], chosen: Sequence[Unit]) -> list[Unit]:
    widgets = [unit.widgets for unit in chosen]
    return [unit for unit in page if unit.widgets in widgets]


def _others(page: Sequence[Unit], chosen: Sequence[Unit]) -> list[Unit]:
    widgets = [unit.widgets for unit in chosen]
    return [unit for unit in page if unit.widgets not in widgets]


def _holds(unit: Unit, pressed: QWidget) -> bool:
    return any(one is pressed or one.isAncestorOf(pressed) for one in unit.widgets)


def _is_lit(unit: Unit) -> bool:
    return any(isinstance(widget, PrimaryButton) for widget in unit.widgets)


def _explains(unit: Unit) -> bool:
    text = unit.widgets[0]
    return isinstance(text, PlainText) and text.explains and not leads(unit) and unit.piece is None
