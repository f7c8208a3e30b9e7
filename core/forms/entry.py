# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form being filled, as a value: answers in, then relevance, problems and texts out; it never sees a screen."""

from dataclasses import dataclass, field
from datetime import date, datetime

from core.forms import rendering
from core.forms.answers import read
from core.forms.definition import AnswerType, Choice, Form, Message, Preload, Question
from core.forms.expression.tree import Expression
from core.forms.expression.values import NodeSet, Value, scalar
from core.forms.recomputing import Round, everything, followed
from core.forms.seen import Seen
from core.forms.state import Setting, State, given, opening
from core.ids import Language, QuestionPath, SubmissionId
from core.text import Phrase


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer does not do yet. `key` is of the `fill` catalogue; `message` are the form's own words, if any.

    Keys: `problem.required`, `problem.integer`, `problem.decimal`, `problem.date`, `problem.time`,
    `problem.choice`, `problem.constraint`, `problem.too_long`, `problem.characters`.
    """

    path: QuestionPath
    key: str
    message: Message | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A form being filled. Every change gives a new entry; the old one stays as it was. Equal is only the same one.

    Semantics, where the ODK engines leave a choice:

    - A node that is not relevant (itself, or a group around it) is empty for expressions and left out of the
      submission; what was typed stays and comes back when it is relevant again.
    - Calculations go on in nodes that are not relevant (JavaRosa); nobody can see it, since expressions see them
      empty (ODK XForms, 'relevant') and the submission leaves them out.
    - An invalid answer (`12a` for an integer) is empty for expressions until it is mended.
    - A `calculate` overwrites what was typed into its question when something that it reads changes.
    - A rule without a result (`date('x')`, or out of budget): its question stays relevant, is not required, its
      calculation is empty, and its constraint refuses the answer. `failed_rules` names them for the log.
    """

    setting: Setting
    _state: State = field(repr=False)
    _pages: tuple[Question, ...] = field(repr=False)

    @classmethod
    def begin(cls, form: Form, submission_id: SubmissionId, today: date, now: datetime) -> "Entry":
        """A new entry: defaults, preloads, first values, then every rule. `today` is the local day of `now`."""
        setting = Setting(form, submission_id, today, now)
        state = opening(form)
        for node, one in enumerate(form.tree.nodes):
            if one.default and not one.is_attribute:
                state = given(setting, state, node, one.default)
        for node, preload in form.preloads:
            state = given(setting, state, node, _preloaded(preload, setting))
        state = everything(setting, state)
        for first in form.first_values:
            value = Round(Seen(setting, state, form.default_language)).value(first.value, first.node)
            state = given(setting, state, first.node, rendering.as_text(value))
            state = followed(setting, state, first.node)
        return cls(setting, state, _shown(form, state))

    @property
    def form(self) -> Form:
        """The form."""
        return self.setting.form

    @property
    def submission_id(self) -> SubmissionId:
        """The id that the submission will carry as its `instanceID`."""
        return self.setting.submission

    def answer(self, path: QuestionPath, raw: str) -> "Entry":
        """The entry with what was typed or chosen, kept exactly; nothing changes where answers are read-only.

        `raw` is an XForms lexical form: `12`, `1.5`, `2026-11-23`, a choice's value, or several with spaces between.
        """
        node = self._node(path)
        if self.raw(path) == raw or self.readonly(path):
            return self
        state = given(self.setting, self._state, node, raw)
        if state.cells[node].text != self._state.cells[node].text:
            state = followed(self.setting, state, node)
        same = state.turns == self._state.turns
        return Entry(self.setting, state, self._pages if same else _shown(self.form, state))

    def raw(self, path: QuestionPath) -> str:
        """Exactly what was typed, or what was computed; empty when unanswered."""
        cell = self._state.cells[self._node(path)]
        return cell.text if cell.raw is None else cell.raw

    def value_text(self, node: int) -> str:
        """The lexical form of a node's value, as it is sent; for a bad answer what was typed."""
        cell = self._state.cells[node]
        return cell.text or (cell.raw or "").strip()

    def node_relevant(self, node: int) -> bool:
        """Whether a node of the instance is relevant."""
        return self._state.cells[node].relevant

    def pages(self) -> tuple[Question, ...]:
        """The questions that are relevant now, in order; notes included."""
        return self._pages

    def choices(self, question: Question) -> tuple[Choice, ...]:
        """What there is to choose from now. A choice filter may depend on other answers."""
        itemset = question.itemset
        if itemset is None:
            return question.choices
        rules = self._round()
        if itemset.index is not None:
            wanted = [rules.value(one, question.node) for one in itemset.index.wanted]
            key = tuple([one for one in map(_shown_text, wanted) if one is not None])
            if len(key) == len(wanted):
                return tuple([itemset.choices[node] for node in itemset.index.items.get(key, ())])
        found = rules.value(itemset.nodes, question.node)
        nodes = found.nodes if isinstance(found, NodeSet) else ()
        return tuple([itemset.choices[node] for node in nodes if node in itemset.choices])

    def relevant(self, path: QuestionPath) -> bool:
        """Whether the question is to be asked."""
        return _asked(self._state, self.form.question(path))

    def required(self, path: QuestionPath) -> bool:
        """Whether an answer is needed. A read-only question never needs one: nobody could give it."""
        return self._required(self._node(path), self._round())

    def readonly(self, path: QuestionPath) -> bool:
        """Whether the answer is not the citizen's to give."""
        node = self._node(path)
        return _true(self.form.binds[node].readonly, node, self._round())

    def problem(self, path: QuestionPath) -> Problem | None:
        """What is wrong with the answer, worst first; None for a good one and for a question that is not asked."""
        question = self.form.question(path)
        return self._problem(question, self._round()) if _asked(self._state, question) else None

    def problems(self) -> tuple[Problem, ...]:
        """The problems of all questions that are asked, in order."""
        rules = self._round()
        found = [self._problem(question, rules) for question in self._pages]
        return tuple([problem for problem in found if problem is not None])

    def _problem(self, question: Question, rules: Round) -> Problem | None:
        if question.type is AnswerType.NOTE:
            return None
        path, node, bind = question.path, question.node, self.form.binds[question.node]
        reading = read(self.raw(path), bind.type, self.setting.now.tzinfo)
        if reading.problem:
            return Problem(path, reading.problem)
        if not reading.text:
            needed = self._required(node, rules)
            return Problem(path, "problem.required", bind.required_message or None) if needed else None
        if not self._among_choices(question, reading.text):
            return Problem(path, "problem.choice")
        if bind.constraint is not None and not _true(bind.constraint, node, rules):
            return Problem(path, "problem.constraint", bind.constraint_message or None)
        return None

    def _required(self, node: int, rules: Round) -> bool:
        bind = self.form.binds[node]
        return _true(bind.required, node, rules) and not _true(bind.readonly, node, rules)

    def failed_rules(self) -> tuple[QuestionPath, ...]:
        """The nodes whose relevance or calculation has no result for these answers, for the log."""
        nodes = sorted({number // 2 for number in self._state.failed})
        return tuple([QuestionPath(self.form.tree.nodes[node].path) for node in nodes])

    def text(self, message: Message, language: Language) -> Phrase:
        """A message as plain text with its outputs filled in, and the language that it is in."""
        return rendering.phrase(message, self._seen(language))

    def group_label(self, path: QuestionPath, language: Language) -> Phrase:
        """The label of the nearest group around the question that has one; an empty phrase when none has."""
        for group in reversed(self.form.groups(path)):
            if group.label:
                return self.text(group.label, language)
        return Phrase("", language)

    def answer_text(self, question: Question, language: Language) -> Phrase:
        """The answer for people: labels of choices, else what was typed (dates as ISO 8601)."""
        raw = self.raw(question.path)
        if question.type not in (AnswerType.SELECT_ONE, AnswerType.SELECT_MULTIPLE):
            return Phrase(raw, language)
        labels = {choice.value: choice.label for choice in question.choices}
        values = [raw.strip()] if question.type is AnswerType.SELECT_ONE else raw.split()
        shown = [
            self.text(labels[value], language) if value in labels else Phrase(value, language)
            for value in values
        ]
        return rendering.listed([phrase for phrase in shown if phrase.text], language)

    def _node(self, path: QuestionPath) -> int:
        return self.form.question(path).node

    def _seen(self, language: Language) -> Seen:
        return Seen(self.setting, self._state, language)

    def _round(self) -> Round:
        return Round(self._seen(self.form.default_language))

    def _among_choices(self, question: Question, text: str) -> bool:
        match question.type:
            case AnswerType.SELECT_ONE:
                return text.strip() in {choice.value for choice in self.choices(question)}
            case AnswerType.SELECT_MULTIPLE:
                return set(text.split()) <= {choice.value for choice in self.choices(question)}
            case _:
                return True


def _shown_text(value: Value | None) -> str | None:
    """A value that is compared as a text; None for numbers and dates, which equal texts that look different."""
    found = scalar(value) if value is not None else None
    return found if isinstance(found, str) else None


def _true(expression: Expression | None, node: int, rules: Round) -> bool:
    return expression is not None and rules.truth(expression, node, otherwise=False)


def _asked(state: State, question: Question) -> bool:
    cells = state.cells
    return cells[question.node].relevant and all(cells[node].relevant for node in question.within)


def _shown(form: Form, state: State) -> tuple[Question, ...]:
    cells = state.cells
    asked = [question for question in form.questions if cells[question.node].relevant]
    return tuple([question for question in asked if not question.within or _asked(state, question)])


def _preloaded(preload: Preload, setting: Setting) -> str:
    match preload:
        case Preload.UID:
            return setting.submission
        case Preload.TODAY:
            return setting.today.isoformat()
        case Preload.START:
            return setting.now.isoformat(timespec="milliseconds")
        case Preload.END:
            return ""
