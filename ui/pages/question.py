# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page with one question: where one is, what is asked, its field, and what does not fit yet."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.factory import field_for
from ui.fields.left_out import leave_in
from ui.keyboard.keyboards import Keyboards
from ui.page_frame_foot import follows_focus
from ui.pages.asked_names import name_alone
from ui.pages.media_parts import media_above, media_below
from ui.pages.question_aside import aside_of
from ui.pages.question_foot import undo_button, way_buttons
from ui.pages.question_keys import QuestionKeys
from ui.pages.question_problem import at_field, on_top
from ui.pages.question_progress import where_one_is
from ui.pages.reporting import Send, reports
from ui.pages.writing import ONE_NOTICE_FROM, WritingPage
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.pictured import Sentence
from ui.parts.text import PlainText
from ui.present.fields import NUMBERS
from ui.present.question_contents import ProblemContents, QuestionContents


class QuestionPage(WritingPage):
    """Answers come and go without the page being built anew; whatever was typed stays."""

    def __init__(
        self,
        look: Look,
        contents: QuestionContents,
        send: Send,
        keyboards: Keyboards | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._send, self._contents = send, contents
        self._answer = field_for(look, contents.field, problem=contents.problem is not None, parent=self)
        self._answer.answered.connect(self._on_answered)
        self._answer.entered.connect(self._on_continue)
        self._answer.asked.connect(send)
        self._answer.rearranged.connect(self.arrange_around_keys)
        self._answer.went_to.connect(self.reveal)
        self._made_keys = QuestionKeys(look, self._answer, send, keyboards or Keyboards(), self.put_keys_away)
        problem = contents.problem
        self.set_eyebrow(where_one_is(look, contents.progress))
        self.set_heading(
            contents.heading.text,
            language=contents.heading.language,
            hint="" if self._told_first else contents.hint.text,
            hint_language=contents.hint.language,
        )
        self._elsewhere: list[QWidget] = []
        if contents.elsewhere:
            self._elsewhere = [self.add(Sentence(look, [(contents.elsewhere, False)], picture="language"))]
        self._describe()
        self._was_told = problem is not None
        self._told = [self.add(one) for one in self._problem(problem)] if problem is not None else []
        self._hint = [self.add(part) for part in self._hint_after_problem(contents)]
        for part in media_above(look, contents.media, send):
            self.add(part)
        for block in self._answer.blocks:
            self.add(block)
        for part in media_below(look, contents.media, send):
            self.add(part)
        if contents.more:
            more = Button(look, contents.more, "more-below")
            self.add(reports(more, "answer.more", e.MorePressed(), send))
        self._undo: Button | None = None
        self._ways: list[QWidget] = []
        if look.layout.one_button:
            self._ways = [self.add(way) for way in self._make_ways()]
            self._undo = self.add(self._make_undo())
            leave_in(self._undo, shown=contents.can_undo)
        self._offer_keys()

    def refresh(self, contents: object) -> bool:
        """Change what an answer changes: the field, the count, and a problem that is no more, or is one again."""
        if not isinstance(contents, QuestionContents) or contents.standing != self._contents.standing:
            return False
        mended = contents.problem is None and self._contents.problem is not None
        again = contents.problem is not None and contents.problem != self._contents.problem
        if again and not self._was_told:
            return False
        if not self._answer.refresh(contents.field):
            return False
        if contents.progress != self._contents.progress:
            progress = where_one_is(self.look, contents.progress)
            self.set_eyebrow(progress)
            progress.show()
        before, self._contents = self._contents, contents
        if contents.notes != before.notes:
            self._show_notes()
        if (contents.can_undo, contents.ways) != (before.can_undo, before.ways):
            self._show_undo(others=contents.ways != before.ways)
        if mended:
            self._forget_problem()
        if contents.problem is not None and again:
            self._tell_again(contents.problem)
        return True

    def called_here(self, name: str) -> str:
        """See `PageFrame`: alone on its page, a question says nothing behind the names of its parts."""
        return name_alone(name)

    def _describe(self) -> None:
        """Tie the hint and what does not fit to what takes the answer: to the fields, and to the group of choices."""
        contents = self._contents
        told = contents.problem.text.text if contents.problem is not None else ""
        words = " ".join(part for part in (told, contents.hint.text, contents.elsewhere) if part)
        self.setAccessibleDescription(words)
        for written in self._answer.written:
            (written.focusProxy() or written).setAccessibleDescription(words)

    def _forget_problem(self) -> None:
        """In place, because somebody is writing: the caret stays where it is."""
        self.forget_problem(self._told)
        self._told = []
        self._describe()
        self._answer.forget_problem()
        self.arrange_around_keys()

    def _tell_again(self, problem: ProblemContents) -> None:
        """In place, because somebody is writing: keys and caret stay where they are."""
        for part in self._told:
            self.take_out(part)
        follows = next(
            (one for one in (*self._hint, *self._answer.blocks) if one in self._frame_blocks), None
        )
        self._told = [self.add(part, before=follows) for part in self._problem(problem)]
        self._summary_maker = self._make_summary_of(problem)
        self._spared = self._to_spare()
        if self.writing:
            for part in self._told if self._told_once else ():
                leave_in(part, shown=False)
        else:
            self.set_summary(self._summary_maker() if self._summary_maker is not None else None)
        self._describe()
        self._answer.point_out()
        self.arrange_around_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters typed anywhere on the page belong in its field."""
        letters = event.text()
        typed = letters.isprintable() and letters.strip() and not event.isAutoRepeat()
        if typed and self._answer.written and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._answer.written[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._answer.written[0].type_in(letters)
            return
        super().keyPressEvent(event)

    @property
    def _told_once(self) -> bool:
        """Whether large letters leave room for one notice only: at the field, where it can be paged."""
        return self.look.preferences.text_step >= ONE_NOTICE_FROM

    @property
    def _told_first(self) -> bool:
        """Whether what is to be put right comes before the hint: where they stand on parts of the page one by one."""
        return self._told_once and self._contents.problem is not None

    def _hint_after_problem(self, contents: QuestionContents) -> list[QWidget]:
        hint = contents.hint
        if not self._told_first or not hint.text:
            return []
        return [PlainText(self.look, hint.text, color="ink_soft", language=hint.language)]

    def _problem(self, problem: ProblemContents) -> list[QWidget]:
        return at_field(self.look, problem, once=self._told_once)

    def _make_summary_of(self, problem: ProblemContents | None) -> Callable[[], QWidget] | None:
        return None if problem is None or self._told_once else partial(on_top, self.look, problem)

    def _offer_keys(self) -> None:
        """Letters or numbers where the machine shows them; notes where nothing else stands beside the field."""
        contents, written = self._contents, self._answer.written
        pad = contents.keys == NUMBERS
        self._show_notes()
        self.offer_keys(
            (self._make_pad if pad else self._made_keys.letters) if contents.keys and written else None,
            self._make_foot,
            words=contents.letters,
            field=written[0] if written else None,
            spared=self._to_spare(),
            summary=self._make_summary_of(contents.problem),
            beside=self._has_pad_beside,
        )

    @property
    def _has_pad_beside(self) -> bool:
        return self._contents.keys == NUMBERS and not self.look.layout.portrait

    def _show_notes(self) -> None:
        self.set_aside(aside_of(self.look, () if self._has_pad_beside else self._contents.notes))

    def _to_spare(self) -> list[QWidget]:
        told = self._told if self._told_once else ()
        return [*self._elsewhere, *self._answer.spared, *told, *self._hint]

    def _make_foot(self) -> list[QWidget]:
        go_on = PrimaryButton(self.look, self._contents.go_on)
        foot = [reports(go_on, "foot.primary", e.ContinuePressed(), self._send)]
        if self.look.layout.one_button:
            return foot
        if self._contents.can_undo:
            foot.append(self._make_undo())
        return [*foot, *self._make_ways()]

    def _make_undo(self) -> Button:
        return undo_button(self.look, self._contents.undo, self._send)

    def _make_ways(self) -> list[QWidget]:
        return way_buttons(self.look, self._contents.ways, self._send)

    def _show_undo(self, *, others: bool) -> None:
        """In place, because somebody is writing. `others`: the other ways on are not the same any more."""
        if self._undo is None:
            self.renew_foot()
            return
        follows = None
        if others:
            gone, self._ways = self._ways, self._make_ways()
            follows = follows_focus(gone, self._ways, self.heading)
            for way in gone:
                self.take_out(way)
            for way in self._ways:
                self.add(way, before=self._undo)
        leave_in(self._undo, shown=self._contents.can_undo)
        self.arrange_around_keys()
        if follows is not None:
            follows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_pad(self) -> QWidget:
        return self._made_keys.pad(beside=self.keys_beside)

    def _on_answered(self, raw: str) -> None:
        self._send(e.AnswerGiven(self._contents.path, raw))

    def _on_continue(self) -> None:
        self._send(e.ContinuePressed())
