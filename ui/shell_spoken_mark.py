# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks what the voice is reading: a line under the sentence, or beside whatever else is being said (SPK-12)."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from accessibility.qt.look import Look
from i18n.direction import strip_controls
from ui.page_frame import PageFrame
from ui.parts.control import Control
from ui.parts.text import PlainText


class SpokenMark(QWidget):
    """A see-through child of the window, over everything but the focus ring. It takes no presses and no focus."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.look = look
        self._window = window
        self._bars: list[QRect] = []
        self.setObjectName("spoken.mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def bars(self) -> tuple[QRect, ...]:
        """What is drawn now, in pixels of the window."""
        return tuple(self._bars) if self.isVisible() else ()

    def mark(self, page: PageFrame, item: str, sentence: str, before: int = 0) -> bool:
        """Mark `sentence` of the text `item`, and turn to the part of the page where it stands.

        `before` counts the same texts that come before it: each answer of a page has its 'Change'. False, and nothing
        is marked, when the page shows no such text.
        """
        widget = _holder(page, item, before)
        if widget is None:
            self.clear()
            return False
        page.reveal(widget)
        thick = max(self.look.ring_width, 3)
        corner = widget.mapTo(self._window, QPoint(0, 0))
        lines = widget.where(sentence) if isinstance(widget, PlainText) else []
        if lines:
            self._bars = [
                QRect(corner + line.bottomLeft() + QPoint(0, 1), QSize(line.width(), thick)) for line in lines
            ]
        else:
            side = QRect(0, 0, thick, widget.height())
            self._bars = [self.look.place(side, widget.width()).translated(corner)]
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()
        return True

    def clear(self) -> None:
        """Nothing is being read."""
        self._bars = []
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        for bar in self._bars:
            painter.fillRect(bar, self.look.color("focus_outer"))
        painter.end()


def _holder(page: PageFrame, item: str, before: int) -> QWidget | None:
    """What shows a text: a widget with just these words, or else one that has them in its name."""
    wanted = strip_controls(item)
    named = [
        (widget, name)
        for widget in page.findChildren(QWidget)
        if isinstance(widget, QLabel | Control)
        and wanted in (name := strip_controls(widget.accessibleName()))
    ]
    exact = [widget for widget, name in named if name == wanted]
    found = exact or [widget for widget, _ in named]
    return found[min(before, len(found) - 1)] if found else None
