# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons: the one primary action of a page with its lit door, and the others beside it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role, TargetName
from ui.parts.control import Control
from ui.parts.shapes import box, lit_door
from ui.parts.text_block import TextBlock

LINE_SHARE = 1.2
"""Distance of two lines in a button, of its letters' size (look.css)."""


def button_line(look: Look, language: str | None) -> int:
    """The line height in a button: closer than in running text, but never closer than a title's."""
    return max(
        round(look.font("strong", language).pixelSize() * LINE_SHARE),
        look.line_px("title", language)
        * look.font("strong", language).pixelSize()
        // max(look.font("title", language).pixelSize(), 1),
    )


def take_own_width(control: Control) -> None:
    """Let a button be as wide as its words in a column, not as wide as the column."""
    policy = control.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
    control.setSizePolicy(policy)


MOST_LINES = 2
"""Of the words of a main button, beside its door."""

LARGEST: Final = 5
LOW_PAD_MM: Final = 1.0
"""Above and below the words where the largest letters on a small glass need the height."""


class Button(Control):
    """A secondary button: words, and a picture before them if there is one. Grows with its words.

    `wide` fills the column it stands in; otherwise it is as wide as its words.
    """

    rank: Role = "strong"
    ground = "surface"
    least_side: TargetName = "button"

    def __init__(
        self,
        look: Look,
        text: str,
        picture: str | None = None,
        *,
        language: str | None = None,
        accessible_name: str = "",
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, accessible_name or text, parent)
        self.words = text
        self._picture = picture or ""
        self._language = language
        self.block = self._lay(text)
        self._icon = round(look.icon_px) if self._picture else 0
        self._between = look.px(3) if self._picture else 0
        self._pad = look.space("s4")
        # What a button takes of a small glass with the largest letters, the thing that it is about has not.
        self._low = look.preferences.text_step >= LARGEST and look.layout.kind == "narrow"
        self._pad_y = look.px(LOW_PAD_MM) if self._low else look.sizes.scaled(1.6)
        if not wide:
            take_own_width(self)

    def set_words(self, text: str, picture: str) -> None:
        """Say something else. The picture stays or is exchanged; a button without one cannot get one."""
        if (text, picture) == (self.words, self._picture):
            return
        self.words, self._picture = text, picture
        self.block = self._lay(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _lay(self, text: str) -> TextBlock:
        line = button_line(self.look, self._language)
        return TextBlock(self.look, text, self.rank, language=self._language, line_px=line)

    def _least_height(self) -> int:
        least = self.look.target(self.least_side)
        return least if self._low else max(least, round(1.75 * self.look.body_px))

    def _beside(self, width: int) -> int:
        """The room of the picture with the gap after it: it goes before a word is broken."""
        wide = self._icon + self._between
        return wide if self.block.longest_word() <= width - 2 * self._pad - wide else 0

    def _room(self, width: int) -> int:
        return max(width - 2 * self._pad - self._beside(width), 1)

    def measured_by(self) -> object:
        """See `Control`."""
        return self.block, self._shown

    def content_width(self) -> int:
        """See `Control`."""
        return self.block.natural_width() + 2 * self._pad + self._icon + self._between

    def least_width(self) -> int:
        """See `Control`."""
        words = self.block.longest_word() + 2 * self._pad + self._icon + self._between
        return max(self.look.target("min"), words)

    def content_height(self, width: int) -> int:
        """See `Control`."""
        text = self.block.height(self._room(width)) + 2 * self._pad_y
        return max(self._least_height(), text, self._icon + 2 * self._pad_y)

    def breaks(self, width: int) -> Sequence[int]:
        """See `Control`."""
        room = self._room(width)
        first = (self.content_height(width) - self.block.height(room)) // 2
        return [first + place for place in self.block.breaks(room)]

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look = self.look
        ink = look.color("ground" if pressed else "ink")
        fill = look.color("ink" if pressed else self.ground)
        line = look.color("ink" if pressed else "line")
        box(painter, rect, self.ring_radius, fill, line, look.line_width)
        room = self._room(rect.width())
        text = min(self.block.natural_width(), room)
        beside = self._beside(rect.width())
        used = beside + text
        left = (rect.width() - used) // 2
        if self._picture and beside:
            icon = QRect(left, (rect.height() - self._icon) // 2, self._icon, self._icon)
            accent = fill if pressed else look.color("accent")
            look.paint_picture(painter, look.place(icon, rect.width()), self._picture, ink, accent)
        height = self.block.height(text)
        place = QRect(left + beside, (rect.height() - height) // 2, text, height)
        self.write(painter, self.block, look.place(place, rect.width()), ink)


class QuietButton(Button):
    """What few people come for: no bolder than running text, on the page's own ground, and lower than others."""

    rank = "body"
    ground = "ground"
    least_side = "min"


class PrimaryButton(Control):
    """The one lit thing of a page: what most people come for. The door at its end holds the picture."""

    def __init__(
        self,
        look: Look,
        text: str,
        picture: str = "forward",
        *,
        language: str | None = None,
        accessible_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, accessible_name or text, parent)
        self.words = text
        self._picture = picture
        self.block = TextBlock(look, text, "strong", language=language, line_px=button_line(look, language))
        self._door = look.px(20 if look.preferences.assisted else look.sizes.now.lit)
        self._gap = look.sizes.scaled(8)
        self._start = look.space("s4")
        self._end = look.sizes.scaled(3.4)
        take_own_width(self)

    def _besides(self) -> int:
        return self._start + self._gap + self._door + self._end

    def _room(self, width: int) -> tuple[int, bool]:
        """The width of the words, and whether the door stands beside them.

        It goes where it would break a word, or cost many lines.
        """
        beside, alone = max(width - self._besides(), 1), max(width - 2 * self._start, 1)
        if self.block.longest_word() > beside:
            return alone, False
        lines = self.block.lines(beside)
        if lines > MOST_LINES and self.block.lines(alone) < lines:
            return alone, False
        return beside, True

    def measured_by(self) -> object:
        """See `Control`."""
        return self.block, self._shown

    def content_width(self) -> int:
        """See `Control`."""
        return max(self.look.sizes.scaled(80), self.block.natural_width() + self._besides())

    def least_width(self) -> int:
        """See `Control`."""
        return self.block.longest_word() + self._besides()

    def content_height(self, width: int) -> int:
        """See `Control`."""
        look = self.look
        room, door = self._room(width)
        text = self.block.height(room) + 2 * look.sizes.scaled(1.6)
        least = max(look.target("primary"), round(1.9 * look.body_px))
        return max(least, text, round(self._door * 1.18) + look.px(1.6) if door else 0)

    def breaks(self, width: int) -> Sequence[int]:
        """See `Control`."""
        room, _ = self._room(width)
        first = (self.content_height(width) - self.block.height(room)) // 2
        return [first + place for place in self.block.breaks(room)]

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look, width = self.look, rect.width()
        ink = look.color("on_primary_pressed" if pressed else "on_primary")
        fill = look.color("primary_pressed" if pressed else "primary")
        line = ink if pressed else fill
        box(painter, rect, self.ring_radius, fill, line, look.line_width)
        height = round(self._door * 1.18)
        foot = look.line_width if pressed else 0
        place = QRect(width - self._end - self._door, rect.height() - height - foot, self._door, height)
        room, door = self._room(width)
        if door:
            lit_door(painter, look, look.place(place, width), self._picture, pressed)
        text = self.block.height(room)
        place = QRect(self._start, (rect.height() - text) // 2, room, text)
        self.write(painter, self.block, look.place(place, width), ink)
