# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside the business of a page: explanations with a lit edge, and facts with drawings."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Space
from i18n.direction import NO_BREAK_SPACE
from ui.parts.box import Box
from ui.parts.grid import Grid
from ui.parts.part import Part
from ui.parts.text import PlainText

EDGE = 2.6
AsideText = tuple[str, str, str | None]
"""Title, text, and the text's language (None: the page's)."""

FactText = tuple[str, str, str, str | None]
"""Picture, title, text, and the text's language (None: the page's)."""


class Aside(Box):
    """Titles and texts with a lit edge before them. Never anything to press."""

    def __init__(self, look: Look, notes: Sequence[AsideText], parent: QWidget | None = None) -> None:
        parts: list[QWidget] = []
        for title, text, language in notes:
            parts.append(PlainText(look, title, "strong"))
            parts.append(PlainText(look, text, color="ink_soft", language=language))
        super().__init__(look, parts, "s1", parent)
        self._before = look.px(EDGE) + look.sizes.scaled(5)

    def units(self) -> list[list[QWidget]]:
        """An aside stays together."""
        return [list(self.widgets)]

    def content_width(self) -> int:
        """See `Part`."""
        return max((widget.sizeHint().width() for widget in self.shown), default=0) + self._before

    def least_width(self) -> int:
        """See `Part`."""
        return max((widget.minimumSizeHint().width() for widget in self.shown), default=0) + self._before

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return max((rect.bottom() + 1 for _, rect in self.places(width, 0)), default=0)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        del height
        room = max(width - self._before, 1)
        found: list[tuple[QWidget, QRect]] = []
        top = 0
        for number, widget in enumerate(self.shown):
            if number and number % 2 == 0:
                top += self.gap * 2
            wide = min(room, widget.maximumWidth())
            high = widget.heightForWidth(wide)
            found.append((widget, QRect(self._before, top, wide, high)))
            top += high
        return found

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look = self.look
        painter = QPainter(self)
        edge = QRect(0, 0, look.px(EDGE), self.height())
        painter.fillRect(look.place(edge, self.width()), look.color("lamp"))
        painter.end()


class Fact(Part):
    """A drawing, what it is about, and what is so."""

    def __init__(self, look: Look, fact: FactText, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._picture, title, text, language = fact
        self._title = PlainText(look, title, "strong", parent=self)
        # No line begins with the sign between two things.
        text = text.replace(" · ", f"{NO_BREAK_SPACE}· ")
        self._text = PlainText(look, text, language=language, parent=self)
        self._icon = look.px(13) if look.preferences.text_step < 5 else 0
        self._gap = look.space("s3") if self._icon else 0

    def _room(self, width: int) -> int:
        return max(width - self._icon - self._gap, 1)

    def content_width(self) -> int:
        """See `Part`."""
        words = max(self._title.sizeHint().width(), self._text.sizeHint().width())
        return words + self._icon + self._gap

    def least_width(self) -> int:
        """See `Part`."""
        words = max(self._title.minimumSizeHint().width(), self._text.minimumSizeHint().width())
        return words + self._icon + self._gap

    def content_height(self, width: int) -> int:
        """See `Part`."""
        room = self._room(width)
        return max(self._title.heightForWidth(room) + self._text.heightForWidth(room), self._icon)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        width = self.width()
        room = self._room(width)
        top = 0
        for text in (self._title, self._text):
            text.setMaximumWidth(room)
            high = text.heightForWidth(room)
            text.setGeometry(self.look.place(QRect(self._icon + self._gap, top, room, high), width))
            top += high

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        if self._icon:
            place = self.look.place(QRect(0, 0, self._icon, self._icon), self.width())
            self.look.paint_picture(painter, place, self._picture)
        painter.end()


class Facts(Grid):
    """Facts in columns; fewer where the page is narrow."""

    def __init__(
        self, look: Look, facts: Sequence[FactText], columns: int = 3, parent: QWidget | None = None
    ) -> None:
        cells = [Fact(look, fact) for fact in facts]
        # On a low glass the second row is worth more than the room around it.
        columns = min(columns, look.layout.fact_columns)
        closer: Space = "s3" if columns > 2 else "s4"
        super().__init__(
            look, cells, columns, closer if look.layout.kind == "narrow" else "s5", parent=parent
        )
