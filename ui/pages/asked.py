# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One question among others on its page: its words, what does not fit yet, its field, and keys for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.fields.factory import field_for
from ui.fields.left_out import leave_in
from ui.keyboard.keyboards import Keyboards
from ui.pages.asked_names import name_on_page
from ui.pages.question_keys import QuestionKeys
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Column, Together
from ui.parts.buttons import Button
from ui.parts.control import Control
from ui.parts.leading import leading
from ui.parts.mark import Mark, Problem
from ui.parts.text import PlainText
from ui.present.field_list_contents import AskedContents
from ui.present.fields import NUMBERS


class Section(Together):
    """A question with its field, on one part of the page. For assistive technology it is a group that its question
    labels: a choice called 'Yes' says nothing without it."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, look: Look, widgets: Sequence[QWidget], label: PlainText | None) -> None:
        super().__init__(look, widgets, "s1")
        self.labelled_by = label


class Asked(QObject):
    """Makes the section of one question and keeps it as its contents are.

    `written_in` says that its field got the focus, `touched` that it was pressed; `entered` that the Enter key was
    pressed in it; `rearranged` and `went_to` are those of `Field`.
    """

    written_in = Signal(QObject)
    touched = Signal(QObject)
    entered = Signal(QObject)
    rearranged = Signal()
    went_to = Signal(QWidget)

    def __init__(
        self, look: Look, contents: AskedContents, send: Send, keyboards: Keyboards, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.contents = contents
        self._look, self._send = look, send
        self._answer = field_for(look, contents.field, problem=contents.problem is not None, parent=self)
        self._answer.answered.connect(self._on_answered)
        self._answer.entered.connect(self._on_entered)
        self._answer.asked.connect(send)
        self._answer.rearranged.connect(self.rearranged)
        self._answer.went_to.connect(self.went_to)
        label, hint = contents.label, contents.hint
        self._label = leading(PlainText(look, label.text, "strong", language=label.language))
        self._hint = leading(PlainText(look, hint.text, color="ink_soft", language=hint.language))
        self._notes = [
            leading(PlainText(look, one.text, color="ink_soft", language=one.language))
            for one in contents.notes
        ]
        self._told = (self._label,) if label.text else ()
        self._problem: Problem | PlainText | None = None
        self._problem_language, self._wrong = contents.label.language, list[QWidget]()
        self._over = leading(Column(look, [*self._told, self._hint, *self._notes], "s1"))
        if not label.text:
            # What only tells something has no words over it.
            self._over.hide()
        self._use: Button | None = None
        self._below = Column(look, self._answer.blocks, "s2")
        self.section = Section(look, [self._over, self._below], self._label if label.text else None)
        self._tell_problem(contents)
        if contents.said_before:
            self._offer_use(contents)
        if not hint.text:
            self._hint.hide()
        self._keys = QuestionKeys(look, self._answer, send, keyboards, self._on_put_away)
        self.put_away: Callable[[], None] = _nothing
        self._name_all()
        self._describe()
        for box in self.boxes:
            box.installEventFilter(self)

    @property
    def field(self) -> QWidget | None:
        """What letters are written into; None where nothing is written."""
        return self._answer.written[0] if self._answer.written else None

    @property
    def begins_at(self) -> QWidget | None:
        """The first thing of it to write in or to press."""
        if self.field is not None:
            return self.field.focusProxy() or self.field
        controls = [one for block in self._answer.blocks for one in (block, *block.findChildren(Control))]
        return next((one for one in controls if isinstance(one, Control) and one.isEnabled()), None)

    @property
    def boxes(self) -> Sequence[QWidget]:
        """What the focus is in while its answer is written."""
        return [written.focusProxy() or written for written in self._answer.written]

    @property
    def spared(self) -> Sequence[QWidget]:
        """What can be left out while its answer is written."""
        said = [one for one in (self._hint, *self._notes) if self.contents.hint.text or one is not self._hint]
        return (*said, *([self._use] if self._use is not None else ()), *self._answer.spared)

    def make_keys(self) -> QWidget:
        """The keys for its field."""
        return self._keys.pad(beside=False) if self.contents.keys == NUMBERS else self._keys.letters()

    def refresh(self, contents: AskedContents) -> bool:
        """Show what has changed, in place. False when it has to be made anew."""
        before = self.contents
        if _frame(contents) != _frame(before) or not self._answer.refresh(contents.field):
            return False
        self.contents = contents
        self._label.set_text(contents.label.text)
        self._hint.set_text(contents.hint.text)
        if bool(contents.hint.text) is not bool(before.hint.text):
            # Else it stays left out where keys have taken its room.
            leave_in(self._hint, shown=bool(contents.hint.text))
        if contents.said_before != before.said_before:
            self._put_away_use()
            if contents.said_before:
                self._offer_use(contents)
        if contents.problem is not None and contents.problem != before.problem:
            self._tell_problem(contents)
            self._answer.point_out()
        elif before.problem is not None and contents.problem is None:
            self._forget_problem()
        self._describe()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Notes when somebody begins to write here; stops nothing."""
        if event.type() == QEvent.Type.FocusIn:
            self.written_in.emit(self)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self.touched.emit(self)
        return super().eventFilter(watched, event)

    def take_focus(self) -> None:
        """Bring the focus to where its answer is given."""
        target = self.begins_at
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_use(self, contents: AskedContents) -> None:
        use = self._use = Button(self._look, contents.said_before, "you", parent=self._below)
        name = name_on_page("answer.said_before", contents.path)
        reports(use, name, e.SaidBeforePressed(contents.path), self._send)
        self._below.widgets = (*self._below.widgets, use)
        # OPR-01: what is pressed is further apart than what is read.
        self._below.gap = max(self._below.gap, self._look.target("gap"))
        use.show()

    def _put_away_use(self) -> None:
        """There is an answer now. What is hidden would still count among the things to press; the page asks for
        `spared` again."""
        use, self._use = self._use, None
        if use is None:
            return
        if use.hasFocus():
            self.take_focus()
        self._below.widgets = tuple(one for one in self._below.widgets if one is not use)
        use.hide()
        use.setParent(None)
        use.deleteLater()

    def _tell_problem(self, contents: AskedContents) -> None:
        """In place, because somebody is writing: an answer that fits and then does not is told again where it was."""
        problem = contents.problem
        if problem is None:
            return
        if self._problem is None or self._problem_language != problem.language:
            self._make_problem(problem, contents.wrong)
        else:
            self._problem.set_text(problem.text)
        for part in self._wrong:
            leave_in(part, shown=True)

    def _make_problem(self, problem: Phrase, wrong: str) -> None:
        look, before = self._look, self._wrong
        kind = PlainText if wrong else Problem
        self._problem_language = problem.language
        self._problem = leading(kind(look, problem.text, language=problem.language, parent=self._over))
        mark = leading(Mark(look, wrong, "error", "problem", parent=self._over)) if wrong else None
        self._wrong = [one for one in (mark, self._problem) if one is not None]
        self._over.widgets = (*self._told, *self._wrong, self._hint, *self._notes)
        for one in before:
            one.hide()
            one.deleteLater()

    def _forget_problem(self) -> None:
        """What is told is only hidden: it comes back as soon as the answer does not fit again."""
        for part in self._wrong:
            leave_in(part, shown=False)
        self._answer.forget_problem()

    def _describe(self) -> None:
        """Tie the hint and what does not fit to what takes the answer, and to the group of choices."""
        told = self.contents.told
        self.section.setAccessibleName(self.contents.label.text)
        self.section.setAccessibleDescription(told)
        for box in self.boxes:
            box.setAccessibleDescription(told)

    def _name_all(self) -> None:
        """Each thing by the name of its kind and its question: there may be several of a kind on the page."""
        for one in self.section.findChildren(QWidget):
            if one.objectName().startswith("answer.") and one is not self._use:
                one.setObjectName(name_on_page(one.objectName(), self.contents.path))

    def _on_answered(self, raw: str) -> None:
        self._send(e.AnswerGiven(self.contents.path, raw))

    def _on_entered(self) -> None:
        self.entered.emit(self)

    def _on_put_away(self) -> None:
        self.put_away()


def _frame(contents: AskedContents) -> tuple[object, ...]:
    """What an answer does not change; the words of a question may show another answer."""
    languages = (contents.label.language, contents.hint.language)
    return (contents.path, bool(contents.label.text), languages, contents.notes, contents.keys)


def _nothing() -> None:
    """Until the page says what putting the keys away means."""
