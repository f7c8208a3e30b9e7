# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every part has in common: it knows its height for a width, and is painted from the look."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from accessibility.qt.look import Look
from ui.parts.control import Control
from ui.parts.text import LaidText

FREE = 16_777_215
"""Qt's own 'no limit' for a widget's size."""


def height_of(widget: QWidget, width: int) -> int:
    """The height a widget needs when it is `width` pixels wide."""
    if widget.hasHeightForWidth():
        return max(widget.heightForWidth(width), widget.minimumHeight())
    return max(widget.sizeHint().height(), widget.minimumHeight())


def whole_height_of(widget: QWidget, width: int) -> int:
    """The height a widget needs for all of it, also while a page shows only a part of it."""
    if isinstance(widget, LaidText | Control):
        return max(widget.whole_height(width), widget.minimumHeight())
    return height_of(widget, width)


def width_of(widget: QWidget) -> int:
    """The width at which nothing in a widget has to wrap."""
    return min(widget.sizeHint().width(), widget.maximumWidth())


def fitted_width(widget: QWidget, width: int) -> int:
    """The width a widget takes in a column of `width` pixels: all of it, or only what its words need."""
    fitted = min(width, widget.maximumWidth())
    if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Maximum:
        return min(fitted, width_of(widget))
    return fitted


def least_width_of(widget: QWidget) -> int:
    """The width below which words would have to be broken."""
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())


def shared_widths(room: int, parts: Sequence[int], least: Sequence[int]) -> list[int]:
    """Share `room` in these parts, but give each its least width as far as there is room for all."""
    widths = [room * part // sum(parts) for part in parts]
    if sum(least) > room:
        return widths
    short = [max(need - wide, 0) for need, wide in zip(least, widths, strict=True)]
    spare = [max(wide - need, 0) for need, wide in zip(least, widths, strict=True)]
    wanted, free = sum(short), max(sum(spare), 1)
    return [
        wide + lack - wanted * over // free for wide, lack, over in zip(widths, short, spare, strict=True)
    ]


class Part(QWidget):
    """A painted widget that is not a control. Subclasses say `content_width`, `content_height` and paint.

    Where a page has little room it makes what `can_be_low` so: the part is lower then, and whole.
    """

    can_be_low = False
    low = False

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def content_width(self) -> int:
        """The width at which nothing has to wrap."""
        return 0

    def least_width(self) -> int:
        """The width below which words would have to be broken."""
        return 0

    def content_height(self, width: int) -> int:
        """The height needed at `width` pixels."""
        raise AssertionError(f"{type(self).__name__} at {width} px does not say its height")

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """See QWidget."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """See QWidget."""
        return self.content_height(max(width, 1))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        width = self.content_width()
        return QSize(width, self.content_height(max(width, 1)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        return QSize(self.least_width(), 0)
