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
from ui.parts.part import Part, fitted_width, whole_height_of


class Box(Part):
    """A part that holds others. Hidden ones take no room. Subclasses say where each one lies."""

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
        self._arranged: tuple[QSize, Sequence[QWidget]] = (QSize(), ())
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
        for widget, rect in self.places(self.width(), self.height()):
            widget.setGeometry(self.look.place(rect, self.width()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget. While it was hidden, what it holds may have come and gone without a word."""
        super().showEvent(event)
        if self._arranged != self._asked():
            self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        self.arrange()

    def _asked(self) -> tuple[QSize, Sequence[QWidget]]:
        """What its arrangement depends on."""
        return self.size(), self.shown

    def event(self, event: QEvent) -> bool:
        """A widget inside has changed its size: lay out again and tell whoever holds this box."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.arrange()
            return True
        return super().event(event)
