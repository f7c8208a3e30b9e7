# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The room that each page of a content has, and what can be moved to where there is room."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.page_frame_paging import Pages, Unit, controls_in, height_of_units, leads
from ui.page_frame_sharing import paginate
from ui.page_frame_texts import A_START
from ui.parts.leading import is_leading
from ui.parts.text import LaidText


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a page in pixels, the gap between blocks, how many things to press it may hold, and how far what is
    pressed stays away from keys. All but the last may hold `held` more, in the place of a button that waits for it."""

    height: int
    gap: int
    most_controls: int
    over_keys: int = 0
    held: int = 0

    def shared_out(self, units: Sequence[Unit], head: int = 0, start: int = A_START) -> Pages:
        """The units on pages; see `paginate`."""
        most = self.most_controls
        pages = paginate(units, self.height, self.gap, most + self.held, head, start, self.over_keys)
        if self.held and pages and controls_in(pages[-1]) > most:
            return paginate(units, self.height, self.gap, most, head, start, self.over_keys)
        return pages

    def holds(self, page: Sequence[Unit]) -> bool:
        """Whether there is room for these units in this order."""
        return height_of_units(page, self.gap) <= self.height

    def on_top_of_a_later(self, pages: Pages, units: Sequence[Unit], *, parting: bool = False) -> Pages:
        """The pages with these units on top of the first that has room for them after the first of all; empty if there
        is none. With `parting` a page may also give its end to one of its own."""
        for number, page in enumerate(pages[1:], 1):
            if goes_on(pages[number - 1]):
                continue
            count = self._room_under(units, page)
            if count == len(page) or (count and parting):
                parted = [part for part in ((*units, *page[:count]), page[count:]) if part]
                return (*pages[:number], *parted, *pages[number + 1 :])
        return ()

    def _room_under(self, units: Sequence[Unit], page: Sequence[Unit]) -> int:
        """How many units of a page have room under these others, what stands over another thing with it."""
        count = len(page)
        while count and not self.holds((*units, *page[:count])):
            count -= 1
        while 0 < count < len(page) and leads(page[count - 1]):
            count -= 1
        return count


def goes_on(page: Sequence[Unit]) -> bool:
    """Whether the next page goes on with what this one ends with: a sentence, or what a title stands over."""
    return leads(page[-1]) or ends_within_a_sentence(page)


def torn_in(pages: Pages) -> int:
    """How often a page ends within a sentence, and within what is between two commas of it once more."""
    return sum(ends_within_a_sentence(page) + ends_within_a_clause(page) for page in pages)


def ends_within_a_sentence(page: Sequence[Unit]) -> bool:
    """Whether what a page ends with goes on in the next one, so that nothing may come between the two."""
    last, text = page[-1], page[-1].widgets[0]
    if last.piece is None:
        return False
    if not isinstance(text, LaidText) or is_leading(text):
        return True
    return sum(last.piece) not in text.sentence_ends(last.width, last.apart)


def ends_within_a_clause(page: Sequence[Unit]) -> bool:
    """Whether what a page ends with is torn: it ends neither with a sentence nor with a comma."""
    last, text = page[-1], page[-1].widgets[0]
    if last.piece is None or not isinstance(text, LaidText) or is_leading(text):
        return ends_within_a_sentence(page)
    return sum(last.piece) not in text.ended_lines(last.width, last.apart)
