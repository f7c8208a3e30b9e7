# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every part that holds others has in common."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Space
from ui.parts.control import Control
from ui.parts.part import Part, fitted_width, height_of, whole_height_of


class Box(Part):
    """A part that holds others. Hidden ones take no room. Subclasses say where each one lies.

    A box that is higher than a page is `parted`: it draws nothing of its own, and what a page shows of it stands one
    under the other.
    """

    paints = True
    """Whether it draws something around what it holds; then it stays whole on one page."""

    def __init__(
        self, look: Look, widgets: Sequence[QWidget], gap: Space = "s4", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.widgets = tuple(widgets)
        self.gap = look.space(gap)
        if any(isinstance(widget, Control | QLineEdit) for widget in self.widgets):
            # OPR-01: assisted, what is pressed is further apart than the space scale says.
            self.gap = max(self.gap, look.target("gap"))
        self.parted = False
        self._arranged: tuple[QSize, Sequence[QWidget], bool] = (QSize(), (), False)
        for widget in self.widgets:
            widget.setParent(self)

    @property
    def shown(self) -> list[QWidget]:
        """The widgets that are not hidden."""
        return [widget for widget in self.widgets if not widget.isHidden()]

    def units(self) -> list[list[QWidget]]:
        """The rows that must stay together when a page shows only some of them."""
        return [[widget] for widget in self.widgets]

    def fit(self, width: int) -> None:
        """Make up the `units` for a width, where they depend on it."""

    def unit_height(self, unit: Sequence[QWidget], width: int) -> int:
        """The height of one of the `units`, whether it is shown now or not."""
        return max(whole_height_of(widget, self.unit_width(widget, width)) for widget in unit)

    def unit_width(self, widget: QWidget, width: int) -> int:
        """The width that a widget has in this box."""
        return fitted_width(widget, width)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """Where each shown widget lies, measured from the left of a page that runs from left to right."""
        raise AssertionError(f"{type(self).__name__} lays nothing out in {width} × {height}")

    def arrange(self) -> None:
        """Move every widget to its place."""
        self._arranged = self._asked()
        width, height = self.width(), self.height()
        for widget, rect in self._parted_places(width) if self.parted else self.places(width, height):
            widget.setGeometry(self.look.place(rect, width))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """See QWidget."""
        if not self.parted:
            return super().heightForWidth(width)
        return max((rect.bottom() + 1 for _, rect in self._parted_places(max(width, 1))), default=0)

    def _parted_places(self, width: int) -> list[tuple[QWidget, QRect]]:
        found, top = [], 0
        for widget in self.shown:
            wide = fitted_width(widget, width)
            high = height_of(widget, wide)
            found.append((widget, QRect(0, top, wide, high)))
            top += high + self.gap
        return found

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget. While it was hidden, what it holds may have come and gone without a word."""
        super().showEvent(event)
        if self._arranged != self._asked():
            self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        self.arrange()

    def _asked(self) -> tuple[QSize, Sequence[QWidget], bool]:
        """What its arrangement depends on."""
        return self.size(), self.shown, self.parted

    def event(self, event: QEvent) -> bool:
        """A widget inside has changed its size: lay out again and tell whoever holds this box."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.arrange()
            return True
        if event.type() == QEvent.Type.Paint and self.parted:
            return True
        return super().event(event)
