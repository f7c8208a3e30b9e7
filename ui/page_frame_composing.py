# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Composes a page for its size: tries looser settings first, and pages the content when none of them fits."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.page_frame_beginning import alone, begin, head_units
from ui.page_frame_first_press import Pressed
from ui.page_frame_measuring import side_under
from ui.page_frame_more import FEW, MANY
from ui.page_frame_paging import (
    Pages,
    Unit,
    controls_in,
    controls_in_foot,
    rejoin,
    restore,
    set_shown,
    sought_in,
    takes_focus,
)
from ui.page_frame_placing import PlacedPage
from ui.page_frame_room import Room, torn_in
from ui.page_frame_settings import COMPOSITIONS, FEWER, SCARCE_SHARE, Arrangement, Columns, Composition
from ui.page_frame_sharing import highest_run, pieces_in
from ui.parts.box import Box
from ui.parts.control import Control
from ui.parts.part import height_of


class ComposedPage(PlacedPage):
    """Decides how a page is set, and which part of its content it shows. Signals: `composed`, each time it is set."""

    composed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._frame_arranging = False
        self._frame_more.activated.connect(self.turn)

    @property
    def page_count(self) -> int:
        """How many pages the content takes; 1 when all of it is shown."""
        return max(len(self._frame_pages), 1)

    def turn(self) -> None:
        """Show the next page of the content, and after the last one the first again."""
        self._frame_page = (self._frame_page + 1) % max(len(self._frame_pages), 1)
        self.arrange()
        for unit in self._frame_pages[self._frame_page] if self._frame_pages else ():
            for widget in unit.widgets:
                for target in (widget, *widget.findChildren(QWidget)):
                    if takes_focus(target) and target.isVisibleTo(self):
                        target.setFocus(Qt.FocusReason.OtherFocusReason)
                        return
        # Nothing to press on this part: who turned by a key turns on.
        self._frame_more.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, widget: QWidget) -> None:
        """Show the page of the content that holds `widget`."""
        for number, page in enumerate(self._frame_pages):
            if any(holder is widget or holder.isAncestorOf(widget) for u in page for holder in u.widgets):
                if number != self._frame_page:
                    self._frame_page = number
                    self.arrange()
                return

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        self._frame_kept = self._kept_at_least(COMPOSITIONS[0])
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """Something on the page has changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
            return True
        return super().event(event)

    def arrange(self) -> None:
        """Compose the page for its size; anew where hiding a part moved the focus and the page put in others for it."""
        if self._frame_arranging or self.width() <= 0:
            return
        self._frame_arranging, self._frame_renewed = True, False
        try:
            self._compose()
            if self._frame_renewed:
                self._compose()
            while self._gives_back_room():
                self._compose()
            self._keep_under_tray()
        finally:
            self._frame_arranging = False
        # Arranging tries other words on a button, which asks for another arranging: it would never come to rest.
        QCoreApplication.removePostedEvents(self, QEvent.Type.LayoutRequest.value)
        self.composed.emit()

    def _compose(self) -> None:
        width = self.width() - 2 * self._margin()
        self._set_low(low=False)
        self._frame_head.heading_first = False
        # It is hidden only where no page is left to turn: hiding what has the focus would hand the focus on.
        self._frame_foot.extra = None
        self._frame_foot.flowing = self._frame_note_flows = False
        if self._frame_held is not None:
            restore(self._frame_held)
        if self._frame_note is not None:
            # In a smaller window it was part of the content, and shared out with it.
            for part in (self._frame_note, *self._frame_note.findChildren(QWidget)):
                restore(part)
        for box in self.findChildren(Box):
            rejoin(box)
        for setting in self._settings():
            columns = self._columns(width, setting)
            units = self._units(columns)
            crowded = controls_in(units) > self._most_in_content()
            if not crowded and self._needed(width, setting, columns, units) <= self._room(width, setting):
                self._frame_pages, self._frame_page = (), 0
                self._set_more("")
                self._place(width, Arrangement(setting, columns, tuple(units), (), flowing=False))
                return
        self._compose_pages(width)

    def _compose_pages(self, width: int) -> None:
        best, pages = self._best_shared_out(width)
        if self._set_low(low=True):
            higher, (best, pages) = pages, self._best_shared_out(width)
            if len(pages) >= len(higher) and sought_in(pages[0]) <= sought_in(higher[0]):
                self._set_low(low=False)
                best, pages = self._best_shared_out(width)
        self._frame_pages, self._frame_page = pages, min(self._frame_page, len(pages) - 1)
        last = self._frame_page == len(pages) - 1
        words = (
            self._frame_more.words_for(self._rest(pages), parts=len(pages) - 1 - self._frame_page, last=last)
            if len(pages) > 1
            else ""
        )
        self._set_more(words, back=last)
        if self._frame_held is not None and not self._frame_foot.flowing:
            set_shown(self._frame_held, last)
        self._place(width, replace(best, shown=pages[self._frame_page], first=pages[0]))

    def _best_shared_out(self, width: int) -> tuple[Arrangement, Pages]:
        """The same with a foot as high as the words for so many parts ask for."""
        self._frame_more.most_parts = FEW
        best, pages = self._shared_out(width)
        if len(pages) - 1 <= FEW:
            return best, pages
        self._frame_more.most_parts = MANY
        return self._shared_out(width)

    def _shared_out(self, width: int) -> tuple[Arrangement, Pages]:
        """The loosest of the arrangements with the fewest pages."""
        self._frame_foot.flowing = False
        for self._frame_more.short in (False, True):
            self._set_more(self._frame_more.widest_words())
            if self._frame_foot.in_a_row(width):
                break
        scarce = self._room(width, COMPOSITIONS[-1]) < self.height() * SCARCE_SHARE
        waits = self._frame_held is not None
        self._frame_foot.flowing = (scarce or waits) and not self._frame_foot.in_a_row(width)
        self._frame_note_flows = scarce or self._frame_foot.flowing
        best, pages = self._paged(width, COMPOSITIONS[-1])
        for setting in self._settings()[:-1]:
            looser, fewer = self._paged(width, setting)
            emptier = sought_in(pages[0]) and not sought_in(fewer[0])
            fuller = not self._begins_alone(best, pages) or len(fewer[0]) < len(pages[0])
            emptier |= self._begins_alone(looser, fewer) and fuller
            emptier |= len(fewer[0]) < len(pages[0]) and self._is_hollow(width, looser, fewer[0])
            torn = pieces_in(fewer) > pieces_in(pages) or torn_in(fewer) > torn_in(pages)
            worse = emptier or torn or (looser.flowing and not best.flowing)
            if len(fewer) <= len(pages) and not worse:
                return looser, fewer
        return best, pages

    def _begins_alone(self, made: Arrangement, pages: Pages) -> bool:
        """Whether the first part would hold a headline and the button that turns the page."""
        return made.flowing and alone(self._frame_head, pages)

    def _paged(self, width: int, setting: Composition) -> tuple[Arrangement, Pages]:
        columns = self._columns(width, setting)
        units = self._units(columns)
        room, gap = self._room(width, setting), self._gap(setting)
        left = room - self._head_height(width, setting) - gap
        if columns.side is not None and height_of(columns.side, columns.side_width) > left:
            columns = side_under(columns, width)
            units = self._units(columns)
        most, keys = max(self._most_in_content(), 1), self._over_keys(setting)
        held = int(self._frame_held is not None and not self._frame_foot.flowing)
        notice = self._frame_summary  # It stays where it is, on top.
        whole = room - (height_of(notice, width) + gap if notice is not None else 0)
        flowing = (
            max((unit.height for unit in units), default=0) > left or highest_run(units, whole, gap) > left
        )
        pressed = Pressed(self._frame_foot, self._frame_at_once)
        around, pages = Room(left, gap, most, keys, held), Pages()
        if not flowing:
            pages = pressed.near(None, around.shared_out(units), units, around)
        if flowing or len(pages) > 2:
            run_on, units_on = self._run_on(width, columns, whole, gap)
            around, head = Room(whole, gap, most, keys, held), self._frame_head
            pages_on = pressed.near(head, begin(head, units_on, around), units_on, around)
            if flowing or self._saves(pages_on, pages):
                flowing, columns, pages = True, run_on, pages_on
        shared = tuple(unit for page in pages for unit in page)
        return Arrangement(setting, columns, shared, (), flowing=flowing), pages

    def _run_on(self, width: int, columns: Columns, room: int, gap: int) -> tuple[Columns, list[Unit]]:
        """Columns and units with the head running with the content: it is on the first page only."""
        columns = side_under(columns, width)
        with_door, self._frame_head.with_door = self._frame_head.with_door, False
        units = [*head_units(self._frame_head, width, room, gap), *self._units(columns)]
        self._frame_head.with_door = with_door
        return columns, units

    def _saves(self, run_on: Pages, pages: Pages) -> bool:
        """Whether a head that runs on is worth it: far fewer pages, and what is pressed first stays beside it."""
        emptier = sought_in(pages[0]) and not sought_in(run_on[0])
        return self._head_controls() == 0 and not emptier and len(run_on) * FEWER[1] <= len(pages) * FEWER[0]

    def _most_in_content(self) -> int:
        """How many things to press are left for the content, beside those of the foot and of the head above it."""
        # A flowing foot is part of the content: only the button that turns the page stands beside it.
        beside = 1 if self._frame_foot.flowing else controls_in_foot(self._frame_foot)
        return self.most_controls - beside - self._head_controls()

    def _rest(self, pages: Pages) -> int | None:
        """How many things to press the pages after this one hold; None if they hold other things too."""
        rest = [unit for page in pages[self._frame_page + 1 :] for unit in page]
        foot = self._frame_foot if self._frame_foot.flowing else None
        units = [unit for unit in rest if unit.block is not foot]
        controls = [w for unit in units for w in unit.widgets if isinstance(w, Control)]
        return len(controls) if units and len(controls) >= len(units) else None

    def _set_more(self, words: str, *, back: bool = False) -> None:
        """Show the button that turns the page among the foot's, if there are words for it."""
        self._frame_more.say(words, back=back)
        self._frame_foot.extra = self._frame_more if words else None
