# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Doors: the card of a life event, and a lit door that stands at the start of a page."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.control import Control
from ui.parts.part import Part
from ui.parts.shapes import box, door, picture_door
from ui.parts.text_block import TextBlock

DOOR_HEIGHT = 0.88
"""How high a door stands in its card, as a share of the card."""


NARROWEST_MM = 18
"""mm: a narrower door would not show what is drawn in it."""


class DoorCard(Control):
    """A door that leads on: title, one line about it, and a drawing. `outlined` is the open door to the rest,
    with `count` in it."""

    def __init__(
        self,
        look: Look,
        title: str,
        description: str = "",
        picture: str = "",
        *,
        outlined: bool = False,
        count: str = "",
        language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        name = f"{title}, {count}" if count else title
        super().__init__(look, f"{name}. {description}" if description else name, parent)
        self.words = title
        self._picture = picture
        self._outlined = outlined
        self._title = TextBlock(
            look, title, "strong" if look.layout.few_lines else "title", language=language
        )
        said = description if look.layout.descriptions else ""
        self._line = self._text = TextBlock(look, said, language=language)
        self._nothing = TextBlock(look, "", language=language)
        self._count = TextBlock(look, count, "display", align="centre")
        self._pad = look.sizes.scaled(5)
        self._above = look.layout.portrait and look.layout.columns > 1
        wide = {"wide": 42, "narrow": 30, "portrait": 34}[look.layout.kind]
        # What is counted stands in the door, which is never narrower than that.
        counted = self._count.natural_width() if count else 0
        self._widest = max(look.px(wide if look.preferences.text_step < 4 else 30), counted)
        self._narrowest = max(look.px(NARROWEST_MM), counted)

    @property
    def ring_radius(self) -> int:
        """See `Control`."""
        return self.look.px(self.look.sizes.tokens.radius_card)

    def shorten(self, shortened: bool) -> None:
        """Show the title alone, or its line again. What is said of the card stays."""
        text = self._nothing if shortened else self._line
        if text is not self._text:
            self._text = text
            self.updateGeometry()
            self.update()

    def _door(self, width: int) -> int:
        """The door's width: it gives way before a word breaks, and goes when it would be too small."""
        if self._above:
            return self._widest
        # Joined letters may be set a little wider than they are measured.
        words = max(self._title.longest_word(), self._text.longest_word()) + self.look.px(2)
        left = width - words - 3 * self._pad
        return min(left, self._widest) if left >= self._narrowest else 0

    def _before(self, width: int) -> int:
        """The room of the door beside the words."""
        door = 0 if self._above else self._door(width)
        return door + self._pad if door else 0

    def _room(self, width: int) -> int:
        return max(width - 2 * self._pad - self._before(width), 1)

    def content_width(self) -> int:
        """See `Control`."""
        words = max(self._title.natural_width(), self._text.natural_width())
        return words + 2 * self._pad + (0 if self._above else self._widest + self._pad)

    def least_width(self) -> int:
        """See `Control`."""
        words = max(self._title.longest_word(), self._text.longest_word())
        return words + 2 * self._pad + (0 if self._above else self._narrowest + self._pad)

    def content_height(self, width: int) -> int:
        """See `Control`."""
        look = self.look
        room = self._room(width)
        words = self._title.height(room) + self._text.height(room)
        if self._above:
            return words + 2 * self._pad + round(self._widest * 0.8)
        door = self._door(width)
        least = door * 1.2 / DOOR_HEIGHT if look.layout.columns > 1 else door
        return max(words + 2 * look.space("s2"), round(least), look.target("choice"))

    def breaks(self, width: int) -> Sequence[int]:
        """See `Control`."""
        room = self._room(width)
        title, text = self._title.height(room), self._text.height(room)
        first = self._pad if self._above else (self.content_height(width) - title - text) // 2
        found = [first + place for place in self._title.breaks(room)]
        return [*found, *(first + title + place for place in (0, *self._text.breaks(room)) if text)]

    def seams(self, width: int) -> Sequence[int]:
        """See `Control`."""
        room = self._room(width)
        title, text = self._title.height(room), self._text.height(room)
        first = self._pad if self._above else (self.content_height(width) - title - text) // 2
        return [first + title] if text else []

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look, width, height = self.look, rect.width(), rect.height()
        fill = "ink" if pressed else "ground" if self._outlined else "surface"
        ink = look.color("ground" if pressed else "ink")
        line = look.line_width
        box(painter, rect, self.ring_radius, look.color(fill), look.color("ink" if pressed else "line"), line)
        room = self._room(width)
        title, text = self._title.height(room), self._text.height(room)
        wide = self._door(width)
        if self._above:
            top = self._pad
            high = min(height - top - title - text - self._pad, round(wide * 1.45))
            stand = QRect(width - self._pad - wide, height - high, wide, high)
            words = QRect(self._pad, top, room, title)
        else:
            high = min(round(height * DOOR_HEIGHT), wide * 9 // 4)
            stand = QRect(self._pad, height - high, wide, high)
            left = self._pad + self._before(width)
            words = QRect(left, (height - title - text) // 2, room, title)
        if wide:
            self._paint_door(painter, look.place(stand, width))
        place = look.place(words, width)
        self.write(painter, self._title, place, ink)
        soft = ink if pressed else look.color("ink_soft")
        self.write(painter, self._text, QRect(place.x(), place.y() + title, room, text), soft)

    def _paint_door(self, painter: QPainter, rect: QRect) -> None:
        look = self.look
        if not self._outlined:
            picture_door(painter, look, rect, self._picture)
            return
        line = max(look.px(0.7), look.line_width)
        door(painter, QRectF(rect), look.color("ground"), look.color("picture_ground"), line)
        width = rect.width()
        if self._count.natural_width() > width:
            # A number is never parted into its figures: the words beside the door say that there are more.
            return
        high = self._count.height(width)
        place = QRect(rect.x(), rect.bottom() + 1 - high - look.px(3), width, high)
        self.write(painter, self._count, place, look.color("picture_ground"))


class DoorPicture(Part):
    """A lit door with a drawing, at the head of a page. It says nothing that the words beside it do not say."""

    def __init__(self, look: Look, picture: str, width_mm: float = 38, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._picture = picture
        self._width = look.px(width_mm)

    def content_width(self) -> int:
        """See `Part`."""
        return self._width

    def least_width(self) -> int:
        """See `Part`."""
        return self._width

    def content_height(self, width: int) -> int:
        """See `Part`."""
        del width
        return round(self._width * 1.24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture_door(painter, self.look, self.rect(), self._picture)
        painter.end()
