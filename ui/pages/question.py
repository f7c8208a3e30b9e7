# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page with one question: where one is, what is asked, its field, and what does not fit yet."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.factory import field_for
from ui.keyboard.keyboard import Keyboard
from ui.page_frame import PageFrame
from ui.pages.reporting import Send, reports
from ui.parts.asides import Aside
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.mark import Notice, Problem
from ui.parts.progress import Progress
from ui.parts.text import PlainText
from ui.present.fields import LETTERS, NUMBERS
from ui.present.question import QuestionContents

MOST_DOORS = 16
"""A longer form shows where one is in words only."""


class QuestionPage(PageFrame):
    """Answers come and go without the page being built anew; whatever was typed stays."""

    def __init__(
        self, look: Look, contents: QuestionContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._look, self._send, self._contents = look, send, contents
        self._field = field_for(look, contents.field, problem=contents.problem is not None, parent=self)
        self._field.answered.connect(self._on_answered)
        self._field.entered.connect(self._on_continue)
        self._field.rearranged.connect(self._on_rearranged)
        problem = contents.problem
        if problem is not None:
            self.set_summary(
                Notice(
                    look, "error", "problem", problem.title, problem.text.text, language=problem.text.language
                )
            )
        self.set_eyebrow(self._progress(contents))
        self.set_heading(
            contents.heading.text,
            language=contents.heading.language,
            hint=contents.hint.text,
            hint_language=contents.hint.language,
        )
        self._place_blocks()
        self._place_keys()

    def refresh(self, contents: object) -> bool:
        """Change what an answer changes: the field and the count. Anything else is another page."""
        if not isinstance(contents, QuestionContents) or _frame(contents) != _frame(self._contents):
            return False
        if not self._field.refresh(contents.field):
            return False
        if contents.progress != self._contents.progress:
            progress = self._progress(contents)
            self.set_eyebrow(progress)
            progress.show()
        self._contents = contents
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters typed anywhere on the page belong in its field."""
        letters = event.text()
        typed = letters.isprintable() and letters.strip() and not event.isAutoRepeat()
        if typed and self._field.written and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._field.written[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.written[0].type_in(letters)
            return
        super().keyPressEvent(event)

    def _progress(self, contents: QuestionContents) -> QWidget:
        progress = contents.progress
        if progress.total > MOST_DOORS:
            shown = progress.line if self._look.layout.eyebrow_service else progress.words
            return PlainText(self._look, shown, color="ink_soft")
        return Progress(self._look, progress.position, progress.total, progress.words, progress.lead)

    def _place_blocks(self) -> None:
        problem = self._contents.problem
        if problem is not None:
            self.add(Problem(self._look, problem.text.text, language=problem.text.language))
        for block in self._field.blocks:
            self.add(block)

    def _place_keys(self) -> None:
        """Letters or numbers where the machine shows them; the notes where room is left."""
        look, contents = self._look, self._contents
        keys = self._field.keys() if contents.keys == NUMBERS else None
        if contents.keys == LETTERS and self._field.written:
            self._show_letters()
        elif keys is not None and not look.layout.portrait:
            self.set_beside(keys)
        elif keys is not None:
            self.set_tray(keys)
        if contents.notes and (keys is None or look.layout.portrait):
            notes = [(note.title, note.text.text, note.text.language) for note in contents.notes]
            self.add_aside(Aside(look, notes))
        self._place_foot(letters=False)

    def _place_foot(self, *, letters: bool) -> None:
        go_on = PrimaryButton(self._look, self._contents.go_on)
        foot = [reports(go_on, "foot.primary", e.ContinuePressed(), self._send)]
        if letters:
            button = Button(self._look, self._contents.letters, "keyboard")
            button.setObjectName("foot.letters")
            button.activated.connect(self._on_letters_wanted)
            foot.append(button)
        self.set_foot(foot)

    def _show_letters(self) -> None:
        keyboard = Keyboard(self._look, order=self._look.preferences.keyboard_order)
        keyboard.connect_to(self._field.written[0])
        keyboard.put_away.connect(self._on_put_away)
        keyboard.order_changed.connect(self._on_order_changed)
        self.set_tray(keyboard)

    def _on_rearranged(self) -> None:
        self.arrange()

    def _on_put_away(self) -> None:
        self.set_tray(None)
        self._place_foot(letters=True)

    def _on_letters_wanted(self) -> None:
        self._show_letters()
        self._place_foot(letters=False)

    def _on_order_changed(self, order: str) -> None:
        chosen: KeyboardOrder = "alphabetical" if order == "alphabetical" else "local"
        self._send(replace(self._look.preferences, keyboard_order=chosen))

    def _on_answered(self, raw: str) -> None:
        self._send(e.AnswerGiven(self._contents.path, raw))

    def _on_continue(self) -> None:
        self._send(e.ContinuePressed())


def _frame(contents: QuestionContents) -> tuple[object, ...]:
    """Everything that an answer to the question does not change."""
    return (
        contents.language,
        contents.path,
        contents.heading,
        contents.hint,
        contents.problem,
        contents.notes,
        contents.keys,
    )
