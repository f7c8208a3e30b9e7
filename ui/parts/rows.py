# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of a list of services: one that was found."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from i18n.direction import NO_BREAK_SPACE
from ui.parts.control import Control
from ui.parts.mark import Mark
from ui.parts.shapes import box, picture_door
from ui.parts.text_block import TextBlock

DOOR_MM = 25
USUAL_MARK_MM = 96
MARK_LINES = 2
WORDS_MM = 200
"""The room that most names and facts need: with less, the marks of all rows stand at the end edge."""

BETWEEN = " · "


class ResultRow(Control):
    """A service: its door, its name, who · cost · time, and whether it works here. The whole row is pressed."""

    def __init__(
        self,
        look: Look,
        picture: str,
        name: str,
        facts: str,
        mark: Mark | None = None,
        *,
        language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        said = [name, facts, mark.block.text if mark is not None else ""]
        super().__init__(look, ". ".join(part for part in said if part), parent)
        self.words = name
        self._picture = picture
        self._mark = mark
        self._parted = 0
        if mark is not None:
            mark.setParent(self)
            mark.hide()
        step = look.preferences.text_step
        self._name = TextBlock(look, name, "title" if step < 5 else "strong", language=language)
        # No line begins with the sign between two facts.
        joined = facts.replace(BETWEEN, NO_BREAK_SPACE + BETWEEN.lstrip())
        self._facts = TextBlock(look, joined if step < 5 else "", language=language)
        self._pad = look.sizes.scaled(5)
        self._door = look.px(DOOR_MM) if step < 5 else 0

    @property
    def ring_radius(self) -> int:
        """See `Control`."""
        return self.look.px(self.look.sizes.tokens.radius_card)

    def _before(self) -> int:
        return self._pad + (self._door + self._pad if self._door else 0)

    def _beside(self, width: int) -> int:
        """The width of the mark at the end edge; 0 where it stands under the name."""
        if self._mark is None or self.look.layout.stacked:
            return 0
        left = width - self._before() - self._pad
        wanted = self._mark.sizeHint().width() + self._pad
        words = max(self._name.natural_width(), self._facts.natural_width())
        if left - wanted < words:
            # In two lines it is no higher than name and facts, and it is broken rather than they are.
            if not self._parted:
                self._parted = self._mark.width_in_lines(MARK_LINES)
            parted = self._parted + self._pad
            wanted = parted if words <= left - parted else wanted
        return wanted if left - wanted >= left // 2 else 0

    def content_width(self) -> int:
        """See `Control`."""
        words = max(self._name.natural_width(), self._facts.natural_width())
        mark = self._mark.sizeHint().width() + self._pad if self._mark is not None else 0
        return self._before() + words + self._pad + mark

    def least_width(self) -> int:
        """See `Control`."""
        mark = self._mark.minimumSizeHint().width() if self._mark is not None else 0
        words = max(self._name.longest_word(), self._facts.longest_word(), mark)
        return self._before() + words + self._pad

    def _heights(self, width: int) -> tuple[int, int, int, int]:
        """The width of the words, and the heights of name, facts and the mark under them."""
        beside = self._beside(width)
        room = max(width - self._before() - self._pad - beside, 1)
        under = 0
        if self._mark is not None and not beside:
            under = self._mark.heightForWidth(room)
        return room, self._name.height(room), self._facts.height(room), under

    def content_height(self, width: int) -> int:
        """See `Control`."""
        look = self.look
        _, name, facts, under = self._heights(width)
        least = round(self._door * 1.3) if self._door else look.target("choice")
        beside = self._beside(width)
        if self._mark is not None and beside:
            least = max(least, self._mark.heightForWidth(beside - self._pad) + 2 * look.space("s1"))
        return max(name + facts + under + 2 * look.space("s2"), least, look.target("choice"))

    def breaks(self, width: int) -> Sequence[int]:
        """See `Control`."""
        room, name, facts, under = self._heights(width)
        first = (self.content_height(width) - name - facts - under) // 2
        found = [first + place for place in self._name.breaks(room)]
        if facts:
            found += [first + name + place for place in (0, *self._facts.breaks(room))]
        if under and self._mark is not None:
            found += [first + name + facts + place for place in (0, *self._mark.breaks(room))]
        return found

    def seams(self, width: int) -> Sequence[int]:
        """See `Control`."""
        _, name, facts, under = self._heights(width)
        first = (self.content_height(width) - name - facts - under) // 2
        return [first + name, *([first + name + facts] if facts and under else [])] if facts or under else []

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look, width, height = self.look, rect.width(), rect.height()
        ink = look.color("ground" if pressed else "ink")
        soft = ink if pressed else look.color("ink_soft")
        fill = look.color("ink" if pressed else "surface")
        box(painter, rect, self.ring_radius, fill, look.color("ink" if pressed else "line"), look.line_width)
        if self._door:
            high = min(round(height * 0.86), round(self._door * 1.4))
            place = QRect(self._pad, height - high, self._door, high)
            picture_door(painter, look, look.place(place, width), self._picture)
        room, name, facts, under = self._heights(width)
        top = (height - name - facts - under) // 2
        left = self._before()
        self.write(painter, self._name, look.place(QRect(left, top, room, name), width), ink)
        self.write(painter, self._facts, look.place(QRect(left, top + name, room, facts), width), soft)
        if self._mark is None:
            return
        beside = self._beside(width)
        if beside:
            # Marks of several rows start at the same place, as far as the widest usual one allows.
            wide = beside - self._pad
            place = QRect(width - self._pad - wide, 0, wide, height)
            usual = look.px(USUAL_MARK_MM)
            words = min(max(self._name.natural_width(), self._facts.natural_width(), look.px(WORDS_MM)), room)
            if usual > wide and width - self._pad - usual >= left + words + self._pad:
                place = QRect(width - self._pad - usual, 0, usual, height)
        else:
            place = QRect(left, top + name + facts, room, under)
        place = look.place(place, width)
        seen = self.lines_seen(self._mark.block, self._mark.words_place(place))
        self._mark.paint_into(painter, place, pressed=pressed, only=seen)
