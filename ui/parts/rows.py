# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of a list: a service that was found, and an answer to check."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.box import Box
from ui.parts.buttons import Button
from ui.parts.control import Control
from ui.parts.leading import leading
from ui.parts.mark import Mark
from ui.parts.part import height_of, least_width_of, width_of
from ui.parts.shapes import box, picture_door
from ui.parts.text import PlainText, Sentence
from ui.parts.text_block import TextBlock

DOOR_MM = 25


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
        if mark is not None:
            mark.setParent(self)
            mark.hide()
        step = look.preferences.text_step
        self._name = TextBlock(look, name, "title" if step < 5 else "strong", language=language)
        self._facts = TextBlock(look, facts if step < 5 else "", language=language)
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
        wanted = self._mark.sizeHint().width() + self._pad
        left = width - self._before() - self._pad
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
        self._name.draw(painter, look.place(QRect(left, top, room, name), width), ink)
        self._facts.draw(painter, look.place(QRect(left, top + name, room, facts), width), soft)
        if self._mark is None:
            return
        beside = self._beside(width)
        if beside:
            # Marks of several rows start at the same place, as far as the widest usual one allows.
            wide = beside - self._pad
            place = QRect(width - self._pad - wide, 0, wide, height)
            usual = look.px(96)
            words = min(max(self._name.natural_width(), self._facts.natural_width()), room)
            if usual > wide and width - self._pad - usual >= left + words + self._pad:
                place = QRect(width - self._pad - usual, 0, usual, height)
        else:
            place = QRect(left, top + name + facts, room, under)
        self._mark.paint_into(painter, look.place(place, width), pressed=pressed)


class AnswerRow(Box):
    """A question, its answer, where the answer came from, and a button to change it.

    Signals: `activated`, when the button is pressed.
    """

    activated = Signal()

    def __init__(
        self,
        look: Look,
        question: str,
        answer: str,
        change_text: str,
        *,
        accessible_name: str,
        source: str = "",
        source_picture: str = "you",
        question_language: str | None = None,
        answer_language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.question = PlainText(look, question, language=question_language, measured=False)
        self.answer = PlainText(look, answer, "strong", language=answer_language, measured=False)
        self.source = Sentence(look, [(source, False)], picture=source_picture)
        if not source:
            # Never shown here: a part without a place yet would come up as a window of its own and take the keys.
            self.source.hide()
        self.button = Button(look, change_text, "edit", accessible_name=accessible_name)
        for words in (self.question, self.answer, *((self.source,) if source else ())):
            leading(words)
        super().__init__(look, (self.question, self.answer, self.source, self.button), "s4", parent)
        self.button.activated.connect(self.activated.emit)
        self._pad = look.sizes.scaled(2.2)
        self._line = look.line_width

    def units(self) -> list[list[QWidget]]:
        """A row stays together."""
        return [list(self.widgets)]

    def _under(self, width: int) -> bool:
        """Whether the button stands under the words: where beside it they would have to break."""
        shown = [self.answer, *(() if self.source.isHidden() else (self.source,))]
        if not self.look.layout.stacked:
            shown.append(self.question)
        words = max(least_width_of(one) for one in shown)
        return width - width_of(self.button) - self.gap < max(words, width // 3)

    def content_width(self) -> int:
        """See `Part`."""
        return width_of(self.question) + width_of(self.answer) + width_of(self.button) + 2 * self.gap

    def least_width(self) -> int:
        """See `Part`."""
        return max(least_width_of(widget) for widget in self.widgets)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return max(rect.bottom() + 1 for _, rect in self.places(width, 0)) + self._pad + self._line

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        del height
        button = min(width_of(self.button), width)
        high = height_of(self.button, button)
        if self._under(width):
            stack = self._stack(0, width, self._pad, with_question=True)
            bottom = max(rect.bottom() + 1 for _, rect in stack) + self._pad
            return [*stack, (self.button, QRect(0, bottom, button, high))]
        room = width - button - self.gap
        if self.look.layout.stacked:
            asked = height_of(self.question, width)
            stack = self._stack(0, room, self._pad + asked, with_question=False)
            words = max(rect.bottom() + 1 for _, rect in stack) - self._pad - asked
            total = max(words, high)
            stack = [(w, rect.translated(0, (total - words) // 2)) for w, rect in stack]
            top = self._pad + asked + (total - high) // 2
            asking = (self.question, QRect(0, self._pad, width, asked))
            return [asking, *stack, (self.button, QRect(width - button, top, button, high))]
        first = (room - self.gap) * 82 // 207
        second = room - self.gap - first
        stack = self._stack(first + self.gap, second, self._pad, with_question=False)
        words = max(rect.bottom() + 1 for _, rect in stack) - self._pad
        asked = height_of(self.question, first)
        total = max(words, asked, high)
        stack = [(w, rect.translated(0, (total - words) // 2)) for w, rect in stack]
        stack.append((self.question, QRect(0, self._pad + (total - asked) // 2, first, asked)))
        return [*stack, (self.button, QRect(width - button, self._pad + (total - high) // 2, button, high))]

    def _stack(self, left: int, width: int, top: int, *, with_question: bool) -> list[tuple[QWidget, QRect]]:
        found: list[tuple[QWidget, QRect]] = []
        widgets = [self.question] if with_question else []
        for widget in (*widgets, self.answer, *((self.source,) if not self.source.isHidden() else ())):
            high = height_of(widget, width)
            found.append((widget, QRect(left, top, width, high)))
            top += high
        return found

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.fillRect(
            0, self.height() - self._line, self.width(), self._line, self.look.color("line_soft")
        )
        painter.end()
