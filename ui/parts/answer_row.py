# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of the check page: a question, its answer, and the button to change it."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.buttons import Button
from ui.parts.leading import leading
from ui.parts.part import height_of, least_width_of, width_of
from ui.parts.pictured import Sentence
from ui.parts.ruled_row import RuledRow
from ui.parts.text import PlainText

ASKED_SHARE = 47
"""Percent of the words' room that is the question's: questions are whole sentences, most answers are short."""


class AnswerRow(RuledRow):
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
        super().__init__(look, (self.question, self.answer, self.source, self.button), "s4", 2.2, parent)
        self.button.activated.connect(self.activated.emit)

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
        first = (room - self.gap) * ASKED_SHARE // 100
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
