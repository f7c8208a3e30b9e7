# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives each part of a page its place, once it is decided how the page is set."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ui.page_frame_measuring import MeasuredPage
from ui.page_frame_paging import Unit, height_of_units, restore, set_shown, show
from ui.page_frame_settings import COMPOSITIONS, Arrangement, Composition
from ui.parts.part import fitted_width, height_of, width_of

HOLLOW_SHARE = 0.3
"""A first part of which more is empty holds rather what has room there with closer gaps."""


class PlacedPage(MeasuredPage):
    """Places the parts of a page."""

    def _is_hollow(self, width: int, made: Arrangement, first: Sequence[Unit]) -> bool:
        """Whether much of the first part would be empty."""
        room, gap = self._room(width, made.setting), self._gap(made.setting)
        head = 0 if made.flowing else self._head_height(width, made.setting) + gap
        return room - head - height_of_units(first, gap) > room * HOLLOW_SHARE

    def _place(self, width: int, made: Arrangement) -> None:
        setting, columns, shown = made.setting, made.columns, made.shown
        self._place_below(width, setting)
        show(made.units, shown or made.units)
        for widget in (self._frame_aside, self._frame_beside):
            if widget is not None and widget not in columns.blocks:
                set_shown(widget, widget is columns.side)
        self._frame_head.with_door = setting.door and not made.flowing
        # Between two parts of a heading nothing else is read.
        self._frame_head.heading_first = made.flowing and self._frame_head.heading in made.units[0].widgets
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
        first = made.first
        if made.flowing or any(
            unit.block not in self._frame_growing for page in (first, shown) for unit in page
        ):
            return 0
        left = room - self._head_height(width, setting) - self._gap(setting)
        spare = max(left - height_of_units(first, self._gap(setting)), 0) * len(shown) // len(first)
        return min(spare, max(left - height_of_units(shown, self._gap(setting)), 0))

    def _place_below(self, width: int, setting: Composition) -> None:
        left = self._margin()
        top = self.height() - self._below(width, setting)
        if self._frame_tray is not None:
            top += self._put(self._frame_tray, QRect(0, top, self.width(), 0))
        top += self._over_foot(setting)
        if self._frame_foot.flowing:
            self._put(self._frame_more, QRect(left, top, min(width_of(self._frame_more), width), 0))
            return
        note = self._frame_note if not self._frame_note_flows else None
        for widget in (note, self._frame_foot, *self._frame_foot.widgets):
            if widget is not None and widget is not self._frame_held:
                restore(widget)
        if note is not None:
            top += self._put(note, QRect(left, top, width, 0)) + self._gap(setting)
        if not self._frame_foot.shown:
            # Nothing is left of where it stood before: it would lie over the keys.
            self._frame_foot.setGeometry(0, 0, 0, 0)
        else:
            self._put(self._frame_foot, QRect(left, top, width, 0))
            self._frame_foot.arrange()
            place = self._frame_foot.extra_place(width).translated(left, top)
            self._frame_more.setGeometry(self.look.place(place, self.width()))
            self._frame_more.raise_()
            self._say_instead()

    def _gives_back_room(self) -> bool:
        """Whether what is kept under the keys is needed above them, and free from now on: first what is more than the
        page wants to keep, then all."""
        if not self._frame_pages or not self._frame_kept:
            return False
        least = self._kept_at_least(COMPOSITIONS[-1])
        self._frame_kept = least if least < self._frame_kept else 0
        return True

    def _keep_under_tray(self) -> None:
        tray = self._frame_tray
        self._frame_kept = self.height() - tray.geometry().bottom() - 1 if tray is not None else 0

    def _say_instead(self) -> None:
        """Where a button waits for the last part, say so in its place, if the words have room there."""
        held, words = self._frame_held, self._frame_instead
        if held is None or words is None:
            return
        place = held.geometry().translated(self._frame_foot.pos())
        high = height_of(words, place.width())
        words.setVisible(held.isHidden() and high <= place.height() and not self._frame_foot.flowing)
        words.setGeometry(place.x(), place.center().y() - high // 2, place.width(), high)

    def _put(self, widget: QWidget, rect: QRect, extra: int = 0) -> int:
        """Give a widget its place; its height follows from the width. Returns the height."""
        high = height_of(widget, rect.width()) + extra
        place = QRect(rect.x(), rect.y(), rect.width(), high)
        widget.setGeometry(self.look.place(place, self.width()))
        return high
