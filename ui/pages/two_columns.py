# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of two columns that become one, the more important first, where they do not fit side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.fields.left_out import leave_in
from ui.page_frame import PageFrame
from ui.parts.boxes import Column

Make = Callable[[], Sequence[QWidget]]
"""Makes the widgets of a column anew."""


class TwoColumns:
    """Fills a page with a wide column and a column beside it that goes first once both stand in one.

    The page calls `settle` whenever its size has changed.
    """

    def __init__(self, page: PageFrame, wide: Make, beside: Make) -> None:
        self._page, self._wide, self._beside = page, wide, beside
        self._one = page.look.layout.aside != "beside"
        self._side: Column | None = None
        self._fill()

    def settle(self) -> None:
        """Go over to one column when the two do not fit on one page."""
        if not self._one and self._side is not None and self._was_paged_out(self._side):
            # The page was shared out while it was smaller than it is now: measure the column as a whole again.
            for widget in self._side.widgets:
                leave_in(widget, shown=False)
                leave_in(widget, shown=True)
            self._page.arrange()
        if not self._one and self._page.page_count > 1:
            self._one = True
            self._fill()
            self._page.arrange()

    def _was_paged_out(self, side: Column) -> bool:
        return any(widget.isHidden() for widget in side.widgets)

    def _fill(self) -> None:
        page = self._page
        page.clear_blocks()
        self._side = None
        if self._one:
            page.set_beside(None)
            for block in (*self._beside(), *self._wide()):
                page.add(block)
            return
        page.add(Column(page.look, self._wide(), gap="s4"))
        beside = self._beside()
        self._side = Column(page.look, beside, gap="s4") if beside else None
        page.set_beside(self._side)


class TwoColumnPage(PageFrame):
    """A page with two columns."""

    columns: TwoColumns | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See QWidget."""
        super().resizeEvent(event)
        if self.columns is not None:
            self.columns.settle()
