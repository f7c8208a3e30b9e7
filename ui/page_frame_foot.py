# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The foot of a page: the buttons that lead on, and the one that shows the rest of the content."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.page_frame_paging import left_out_by_page
from ui.parts.box import Box
from ui.parts.control import Control
from ui.parts.part import height_of, least_width_of, whole_height_of, width_of

Places = list[tuple[QWidget, QRect]]
"""Where each of them lies."""

MOST_FOUND = 16
"""Places that are kept, for as many widths and words."""


class Foot(Box):
    """The buttons of a page: in one row, or under each other, the primary action first.

    `extra` is the button that turns the page; it belongs to the page, which gives it its place among the others.
    `flowing` buttons are part of the content, one under the other, where the page has no room for both.
    """

    def __init__(self, look: Look, buttons: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(look, buttons, "s4", parent)
        self.gap = max(look.space("s3"), look.target("gap"))
        self.extra: QWidget | None = None
        self.flowing = False
        self._found: dict[object, Places] = {}

    @property
    def shown(self) -> list[QWidget]:
        """See `Box`. The button that turns the page comes after the first one."""
        if self.flowing:
            return [widget for widget in self.widgets if not widget.isHidden()]
        shown = [widget for widget in self.widgets if not left_out_by_page(widget)]
        return shown if self.extra is None else [*shown[:1], self.extra, *shown[1:]]

    def in_a_row(self, width: int) -> bool:
        """Whether all of them stand in one row without wrapping their words."""
        return self._closer(width, self.shown) > 0

    def _closer(self, width: int, shown: Sequence[QWidget]) -> int:
        """The room between two in one row, less than usual if that spares another row; 0 where they need more."""
        free = width - sum(width_of(widget) for widget in shown)
        between = min(self.gap, free // max(len(shown) - 1, 1))
        return between if between >= self.look.target("gap") else 0

    def content_width(self) -> int:
        """See `Part`."""
        return sum(width_of(widget) for widget in self.shown)

    def least_width(self) -> int:
        """See `Part`."""
        return max((least_width_of(widget) for widget in self.shown), default=0)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return max((rect.bottom() + 1 for _, rect in self.places(width, 0)), default=0)

    def arrange(self) -> None:
        """See `Box`. The page gives the button that turns it its place."""
        self._arranged = self._asked()
        for widget, rect in self.places(self.width(), self.height()):
            if widget is not self.extra:
                widget.setGeometry(self.look.place(rect, self.width()))

    def extra_place(self, width: int) -> QRect:
        """Where the button that turns the page stands among the others."""
        return next((rect for widget, rect in self.places(width, 0) if widget is self.extra), QRect())

    def unit_height(self, unit: Sequence[QWidget], width: int) -> int:
        """See `Box`."""
        return max(whole_height_of(widget, self._wide(widget, width)) for widget in unit)

    def unit_width(self, widget: QWidget, width: int) -> int:
        """See `Box`."""
        return self._wide(widget, width)

    def places(self, width: int, height: int) -> Places:
        """See `Box`. A page that is composed asks many times for the same."""
        del height
        shown = self.shown
        measured = [one.measured_by() if isinstance(one, Control) else None for one in shown]
        key = (width, self.flowing, *zip(shown, measured, strict=True))
        if None in measured:
            return self._placed(shown, width)
        if key not in self._found:
            # Words and pictures that are no more are not kept for long.
            if len(self._found) == MOST_FOUND:
                self._found.clear()
            self._found[key] = self._placed(shown, width)
        return self._found[key]

    def _placed(self, shown: Sequence[QWidget], width: int) -> Places:
        found: Places = []
        between = self._closer(width, shown)
        if self.flowing or (self.look.layout.portrait and not between):
            top = 0
            for widget in shown:
                wide = self._wide(widget, width)
                high = height_of(widget, wide)
                found.append((widget, QRect(0, top, wide, high)))
                top += high + self.gap
            return found
        left = top = 0
        gap = between or self.gap
        row: list[tuple[QWidget, int]] = []
        for widget in shown:
            wide = min(width_of(widget), width)
            if row and left + wide > width:
                top += self._place_row(found, row, top, gap) + gap
                row, left = [], 0
            row.append((widget, wide))
            left += wide + gap
        if row:
            self._place_row(found, row, top, gap)
        return found

    def _wide(self, widget: QWidget, width: int) -> int:
        return width if self.look.layout.portrait else min(width_of(widget), width)

    def _place_row(self, found: Places, row: Sequence[tuple[QWidget, int]], top: int, gap: int) -> int:
        heights = [height_of(widget, wide) for widget, wide in row]
        high, left = max(heights), 0
        for (widget, wide), own in zip(row, heights, strict=True):
            found.append((widget, QRect(left, top + (high - own) // 2, wide, own)))
            left += wide + gap
        return high


def follows_focus(
    before: Sequence[QWidget], after: Sequence[QWidget], heading: QWidget | None
) -> QWidget | None:
    """What gets the focus once the buttons `after` stand in the place of others: the one called as that which has it
    now and goes, or the heading; None where nothing that goes has it."""
    gone = next((one for one in before if one.hasFocus() and one not in after), None)
    if gone is None:
        return None
    return next((one for one in after if one.objectName() == gone.objectName()), heading)


def discard(before: QWidget | None, after: QWidget | None) -> None:
    """Throw away what stood in a place, unless it is what shall stand there."""
    if before is not None and before is not after:
        before.hide()
        before.setParent(None)
        before.deleteLater()
