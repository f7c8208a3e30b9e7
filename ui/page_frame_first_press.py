# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the first thing to press near the heading of a page that is shared out: it is what one came for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.page_frame_foot import Foot
from ui.page_frame_paging import Pages, Unit, controls_in, leads
from ui.page_frame_room import Room, ends_within_a_sentence
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

    def near(self, heading: QWidget | None, pages: Pages, units: Sequence[Unit], room: Room) -> Pages:
        """The pages of these units with the first thing to press as near to the heading as there is room for it.

        `heading` is None where it stands over all pages.
        """
        if self.foot.flowing and not controls_in(pages[0]):
            pages = _soon(pages, self.at_once, room)
        return _brought_forward(pages, units, heading, self.foot, room)


def _brought_forward(
    pages: Pages, units: Sequence[Unit], heading: QWidget | None, foot: QWidget, room: Room
) -> Pages:
    """The pages of these units with the sentences under the heading where they keep nothing to press from it.

    They come after the first thing to press, where that brings it to the first page, and no page holds them alone
    that can be spared. What leads on from the page, in its `foot`, comes after what it is about in any case; so does a
    lit door where a sentence is necessary (`large.head`).
    """
    until = next((n + 1 for n, unit in enumerate(units) if heading in unit.widgets), 0)
    after = until
    while after < len(units) and _explains(units[after]):
        after += 1
    sentences = units[until:after]
    if not sentences or (heading is not None and not until):
        return pages
    first = next((unit for unit in units[after:] if controls_in((unit,))), None)
    if not controls_in(pages[0]) and first is not None and first.block is not foot:
        pages = _before(sentences, (*units[:until], *units[after:]), until, room) or pages
    return _in_company(pages, sentences, room)


def _before(sentences: Sequence[Unit], others: Sequence[Unit], until: int, room: Room) -> Pages:
    """The pages of the others with these sentences after the first page; none where nothing to press is on it."""
    pages = room.shared_out(others)
    if controls_in(pages[0]) == 0 or len(pages[0]) <= until or pieces_in(pages[:1]):
        return ()
    # What has the lit door keeps a person's things as they are; what changes them is not pressed without a word.
    lit = next((n + 1 for n, unit in enumerate(pages[0]) if _is_lit(unit)), len(pages[0]))
    pages = tuple(page for page in (pages[0][:lit], pages[0][lit:], *pages[1:]) if page)
    later = [unit for page in pages[1:] for unit in page]
    begun, *rest = room.shared_out((*pages[0], *sentences, *later))
    # A sentence that has room there after all stands where it always does.
    page = (*begun[:until], *_those(begun, sentences), *_others(begun[until:], sentences))
    after = (page, *rest) if controls_in(page) and not pieces_in((page,)) and room.holds(page) else ()
    on_top = room.on_top_of_a_later(pages, sentences)
    return on_top if on_top and (not after or len(on_top) < len(after)) else after


def _in_company(pages: Pages, sentences: Sequence[Unit], room: Room) -> Pages:
    """The pages without one that holds nothing but such sentences, where a later one has room for them."""
    for number, page in enumerate(pages[1:], 1):
        if len(_those(page, sentences)) == len(page) and not ends_within_a_sentence(pages[number - 1]):
            moved = room.on_top_of_a_later(pages[number:], page)
            return (*pages[:number], *moved[1:]) if moved else pages
    return pages


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
