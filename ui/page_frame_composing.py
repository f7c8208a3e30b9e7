# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Composes a page for its size: tries looser settings first, and pages the content when none of them fits."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.page_frame_foot import Foot
from ui.page_frame_head import Head
from ui.page_frame_paging import (
    Pages,
    Unit,
    controls_in,
    controls_in_foot,
    height_of_units,
    paginate,
    restore,
    set_shown,
    show,
    units_of,
)
from ui.page_frame_settings import (
    BESIDE_SHARE,
    COMPOSITIONS,
    MAIN_SHARE,
    MOST_CONTROLS,
    Arrangement,
    Columns,
    Composition,
)
from ui.parts.buttons import Button
from ui.parts.control import Control
from ui.parts.part import fitted_width, height_of, least_width_of, width_of
from ui.parts.text_block import TextBlock

SCARCE_SHARE = 0.65
"""With less than this share of the height for the content, a foot of several rows becomes part of it."""


class ComposedPage(QWidget):
    """Holds the parts of a page and gives each its place."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.centred = False
        self._frame_head = Head(look, self)
        self._frame_summary: QWidget | None = None
        self._frame_blocks: list[QWidget] = []
        self._frame_growing: set[QWidget] = set()
        self._frame_aside: QWidget | None = None
        self._frame_beside: QWidget | None = None
        self._frame_tray: QWidget | None = None
        self._frame_note: QWidget | None = None
        self._frame_foot = Foot(look, (), self)
        self._frame_more = Button(look, "", "more-below", parent=self)
        self._frame_more.setObjectName("foot.more")
        self._frame_more.hide()
        self._frame_more.activated.connect(self.turn)
        self._frame_pages: Pages = ()
        self._frame_page = 0
        self._frame_arranging = False
        self._frame_short = False
        self._frame_note_flows = False

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
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """Something on the page has changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
            return True
        return super().event(event)

    def arrange(self) -> None:
        """Compose the page for its size."""
        if self._frame_arranging or self.width() <= 0:
            return
        self._frame_arranging = True
        try:
            self._compose()
        finally:
            self._frame_arranging = False

    def _compose(self) -> None:
        width = self.width() - 2 * self._margin()
        self._set_more("")
        self._frame_foot.flowing = self._frame_note_flows = False
        for setting in COMPOSITIONS:
            columns = self._columns(width, setting)
            units = self._units(columns)
            crowded = controls_in(units) > MOST_CONTROLS - controls_in_foot(self._frame_foot)
            if not crowded and self._needed(width, setting, columns, units) <= self._room(width, setting):
                self._frame_pages, self._frame_page = (), 0
                self._place(width, Arrangement(setting, columns, tuple(units), (), flowing=False))
                return
        self._compose_pages(width)

    def _compose_pages(self, width: int) -> None:
        for self._frame_short in (False, True):
            self._set_more(self._widest_words())
            if self._frame_foot.in_a_row(width):
                break
        scarce = self._room(width, COMPOSITIONS[-1]) < self.height() * SCARCE_SHARE
        self._frame_foot.flowing = scarce and not self._frame_foot.in_a_row(width)
        self._frame_note_flows = scarce
        best, pages = self._paged(width, COMPOSITIONS[-1])
        for setting in COMPOSITIONS:
            looser, fewer = self._paged(width, setting)
            if len(fewer) <= len(pages) and not (looser.flowing and not best.flowing):
                best, pages = looser, fewer
                break
        self._frame_pages = pages
        self._frame_page = min(self._frame_page, len(pages) - 1)
        last = self._frame_page == len(pages) - 1
        words = self._more_words(self._rest(pages), last=last) if len(pages) > 1 else ""
        self._set_more(words, back=last)
        self._place(width, replace(best, shown=pages[self._frame_page]))

    def _paged(self, width: int, setting: Composition) -> tuple[Arrangement, Pages]:
        columns = self._columns(width, setting)
        units = self._units(columns)
        room, gap = self._room(width, setting), self._gap(setting)
        left = room - self._head_height(width, setting) - gap
        if columns.side is not None and height_of(columns.side, columns.side_width) > left:
            columns = Columns(width, None, 0, (*columns.blocks, columns.side))
            units = self._units(columns)
        flowing = any(unit.height > left for unit in units)
        if flowing:
            if columns.side is not None:
                columns = Columns(width, None, 0, (*columns.blocks, columns.side))
                units = self._units(columns)
            self._frame_head.with_door = False
            units = [*self._head_units(width, room, gap), *units]
            left = room
        most = max(MOST_CONTROLS - controls_in_foot(self._frame_foot), 1)
        pages = paginate(units, left, gap, most)
        return Arrangement(setting, columns, tuple(units), (), flowing=flowing), pages

    def _head_units(self, width: int, room: int, gap: int) -> list[Unit]:
        """The head as units; the heading comes first where what stands above it would push it off the page."""
        units = units_of(self._frame_head, width)
        before = [unit for unit in units if self._frame_head.heading in unit.widgets]
        place = units.index(before[0]) if before else 0
        if height_of_units(units[: place + 1], gap) > room:
            units.insert(0, units.pop(place))
        return units

    def _more_words(self, rest: int | None = None, *, last: bool = False) -> str:
        """What the button says: how many things to press are left (None: other things), or that it goes back."""
        texts, short = self.look.texts, self._frame_short
        if last:
            return texts.text("part.more_above_short" if short else "part.more_above")
        if rest is None:
            return texts.text("part.more_short" if short else "part.more")
        return texts.plural("part.more_below_short" if short else "part.more_below", rest)

    def _widest_words(self) -> str:
        """The widest words that the button may show: the foot is as high for them as for any others."""
        candidates = (self._more_words(99), self._more_words(), self._more_words(last=True))
        return max(candidates, key=lambda words: TextBlock(self.look, words, "strong").natural_width())

    def _rest(self, pages: Pages) -> int | None:
        """How many things to press the pages after this one hold; None if they hold other things too."""
        rest = [unit for page in pages[self._frame_page + 1 :] for unit in page]
        foot = self._frame_foot if self._frame_foot.flowing else None
        units = [unit for unit in rest if unit.block is not foot]
        controls = [w for unit in units for w in unit.widgets if isinstance(w, Control)]
        return len(controls) if units and len(controls) >= len(units) else None

    def _set_more(self, words: str, *, back: bool = False) -> None:
        """Show the button that turns the page, if there are words for it."""
        if not words:
            if not self._frame_more.isHidden():
                self._frame_more.hide()
            self._frame_foot.extra = None
            return
        self._frame_more.set_words(words, "more-above" if back else "more-below")
        self._frame_foot.extra = self._frame_more
        if self._frame_more.isHidden():
            self._frame_more.show()

    def _margin(self) -> int:
        return self.look.sizes.scaled(self.look.layout.margin)

    def _gap(self, setting: Composition) -> int:
        return self.look.sizes.scaled(setting.gap)

    def _head_height(self, width: int, setting: Composition) -> int:
        self._frame_head.with_door = setting.door
        height = self._frame_head.whole_height(width)
        if self._frame_summary is not None:
            height += height_of(self._frame_summary, width) + (self._gap(setting) if height else 0)
        return height

    def _columns(self, width: int, setting: Composition) -> Columns:
        blocks = tuple(self._frame_blocks)
        if self._frame_note_flows and self._frame_note is not None:
            blocks = (*blocks, self._frame_note)
        if self._frame_foot.flowing:
            blocks = (*blocks, self._frame_foot)
        aside = self._frame_aside if setting.aside and self.look.layout.aside != "hidden" else None
        if self._frame_beside is None:
            if aside is None:
                return Columns(width, None, 0, blocks)
            if self.look.layout.aside == "under":
                return Columns(width, None, 0, (*blocks, aside))
            gap = self.look.sizes.scaled(12)
            main = (width - gap) * MAIN_SHARE[0] // MAIN_SHARE[1]
            return Columns(main, aside, width - gap - main, blocks)
        under = (*blocks, aside) if aside is not None else blocks
        beside, gap = self._frame_beside, self.look.sizes.scaled(12)
        least = max((least_width_of(block) for block in under), default=0)
        side = max(least_width_of(beside), min(width_of(beside), width * BESIDE_SHARE[0] // BESIDE_SHARE[1]))
        if self.look.layout.portrait or max(least, width * 3 // 10) + gap + side > width:
            return Columns(width, None, 0, (*under, beside))
        return Columns(width - gap - side, beside, side, under)

    def _units(self, columns: Columns) -> list[Unit]:
        return [unit for block in columns.blocks for unit in units_of(block, columns.main)]

    def _needed(self, width: int, setting: Composition, columns: Columns, units: Sequence[Unit]) -> int:
        head = self._head_height(width, setting)
        gap = self._gap(setting)
        side = height_of(columns.side, columns.side_width) if columns.side is not None else 0
        body = max(height_of_units(units, gap), side)
        return head + (gap if head and body else 0) + body

    def _room(self, width: int, setting: Composition) -> int:
        """The height between the paddings, over the tray and the foot."""
        scaled = self.look.sizes.scaled
        return self.height() - scaled(setting.above) - scaled(setting.below) - self._below(width, setting)

    def _below(self, width: int, setting: Composition) -> int:
        """The height of tray, note and foot with their paddings."""
        scaled = self.look.sizes.scaled
        height = height_of(self._frame_tray, self.width()) if self._frame_tray is not None else 0
        inner = 0
        if self._frame_foot.flowing:
            inner = height_of(self._frame_more, min(width_of(self._frame_more), width))
            return height + inner + scaled(setting.foot[0]) + scaled(setting.foot[1])
        if self._frame_note is not None and not self._frame_note_flows:
            inner += height_of(self._frame_note, width)
        if self._frame_foot.shown:
            inner += self._frame_foot.content_height(width) + (self._gap(setting) if inner else 0)
        return height + (inner + scaled(setting.foot[0]) + scaled(setting.foot[1]) if inner else 0)

    def _place(self, width: int, made: Arrangement) -> None:
        setting, columns, shown = made.setting, made.columns, made.shown
        self._place_below(width, setting)
        show(made.units, shown or made.units)
        for widget in (self._frame_aside, self._frame_beside):
            if widget is not None and widget not in columns.blocks:
                set_shown(widget, widget is columns.side)
        self._frame_head.with_door = setting.door and not made.flowing
        if not made.flowing:
            for part in (self._frame_head, *self._frame_head.widgets):
                restore(part)
        left, gap = self._margin(), self._gap(setting)
        top = self.look.sizes.scaled(setting.above)
        spare = self._spare(width, made)
        if self.centred and not shown:
            top += spare // 2
            spare = 0
        if self._frame_summary is not None:
            top += self._put(self._frame_summary, QRect(left, top, width, 0)) + gap
        if not made.flowing:
            high = self._put(self._frame_head, QRect(left, top, width, 0))
            top += high + (gap if high else 0)
        if columns.side is not None:
            x = left + columns.main + self.look.sizes.scaled(12)
            self._put(columns.side, QRect(x, top, columns.side_width, 0))
        blocks = [*([self._frame_head] if made.flowing else []), *columns.blocks]
        growing = [block for block in blocks if block in self._frame_growing and not block.isHidden()]
        for block in blocks:
            if block.isHidden():
                continue
            wide = columns.main if block is not self._frame_head else width
            extra = spare // len(growing) if block in growing else 0
            top += self._put(block, QRect(left, top, fitted_width(block, wide), 0), extra) + gap

    def _spare(self, width: int, made: Arrangement) -> int:
        """The height that is left over. Of a paged content, what the fullest page leaves, shared by lines."""
        setting, shown = made.setting, made.shown
        room = self._room(width, setting)
        if not shown:
            return max(room - self._needed(width, setting, made.columns, made.units), 0)
        first = self._frame_pages[0]
        if made.flowing or any(
            unit.block not in self._frame_growing for page in (first, shown) for unit in page
        ):
            return 0
        left = room - self._head_height(width, setting) - self._gap(setting)
        spare = max(left - height_of_units(first, self._gap(setting)), 0) * len(shown) // len(first)
        return min(spare, max(left - height_of_units(shown, self._gap(setting)), 0))

    def _place_below(self, width: int, setting: Composition) -> None:
        scaled, left = self.look.sizes.scaled, self._margin()
        top = self.height() - self._below(width, setting)
        if self._frame_tray is not None:
            top += self._put(self._frame_tray, QRect(0, top, self.width(), 0))
        top += scaled(setting.foot[0])
        if self._frame_foot.flowing:
            self._put(self._frame_more, QRect(left, top, min(width_of(self._frame_more), width), 0))
            return
        note = self._frame_note if not self._frame_note_flows else None
        for widget in (note, self._frame_foot, *self._frame_foot.widgets):
            if widget is not None:
                restore(widget)
        if note is not None:
            top += self._put(note, QRect(left, top, width, 0)) + self._gap(setting)
        if self._frame_foot.shown:
            self._put(self._frame_foot, QRect(left, top, width, 0))
            self._frame_foot.arrange()
            place = self._frame_foot.extra_place(width).translated(left, top)
            self._frame_more.setGeometry(self.look.place(place, self.width()))
            self._frame_more.raise_()

    def _put(self, widget: QWidget, rect: QRect, extra: int = 0) -> int:
        """Give a widget its place; its height follows from the width. Returns the height."""
        high = height_of(widget, rect.width()) + extra
        place = QRect(rect.x(), rect.y(), rect.width(), high)
        widget.setGeometry(self.look.place(place, self.width()))
        return high


def takes_focus(widget: QWidget) -> bool:
    """Whether a widget can be reached by the keyboard."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
